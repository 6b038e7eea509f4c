"""`ecotown indicator propose|approve|enter|withdraw`: what a person decides of a value.

All of it takes a password: two officers decide that a value is published.
"""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from api.errors import DomainError
from api.store import indicators, manual_values, releases
from api.store.computing import ALL
from api.store.types import utc_now
from bot.cli import common, proof
from surveys import record
from surveys.record import IndicatorRecord

Code = Annotated[str, typer.Argument(metavar="CODE")]
Period = Annotated[str, typer.Argument(metavar="PERIOD")]
Framework = Annotated[
    str | None, typer.Option(help="Where two frameworks have the code.")
]
Language = Annotated[
    str, typer.Option(help="A translation that is reported apart, such as my.")
]


@common.said_plainly
def propose(
    code: Code,
    period: Period,
    as_: proof.As,
    framework: Framework = None,
    language: Language = ALL,
    responsible: Annotated[
        str | None,
        typer.Option(help="The unit that answers for a figure that is of no wave."),
    ] = None,
    contact: Annotated[
        str | None, typer.Option(help="Where that unit is reached; is published.")
    ] = None,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Ask a second officer to publish a value; refused while its record has gaps."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    # Reading the answers of a large wave takes seconds: not while others wait to write.
    with database.read() as session:
        value = indicators.find(
            session, code, period, framework=framework, language=language
        )
        looked = releases.look(session, value.id)
    with database.write() as session:
        release = releases.propose(
            session,
            value.id,
            officer.id,
            utc_now(),
            responsible=responsible,
            contact=contact,
            looked=looked,
        )
    typer.echo(
        f"proposed, sha256 {release.sha256}: "
        "another officer approves it within 24 hours"
    )


@common.said_plainly
def approve(
    code: Code,
    period: Period,
    as_: proof.As,
    framework: Framework = None,
    language: Language = ALL,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Publish a value: shows its whole record, and asks who you are."""
    database = common.open_database()
    with database.read() as session:
        value = indicators.find(
            session, code, period, framework=framework, language=language
        )
        release = releases.of_value(session, value.id)
        looked = releases.look(session, value.id)
    if release is None:
        raise DomainError(409, "error.value_not_proposed")
    seen = releases.record_of(release)
    _print(seen)
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    with database.write() as session:
        releases.approve(
            session,
            release.id,
            officer.id,
            seen_sha256=record.sha256(seen),
            now=utc_now(),
            looked=looked,
        )
    typer.echo(f"published: {code} {period}, revision {value.revision}")
    if seen.revision.notice:
        typer.echo("it corrects what was told before: send a correction notice")


@common.said_plainly
def enter(
    code: Code,
    period: Annotated[
        str, typer.Argument(metavar="PERIOD", help="2026-11, 2026-Q4 or 2026.")
    ],
    value: Annotated[float, typer.Option(help="In the indicator's unit.")],
    evidence: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="The document; its hash stays."),
    ],
    source: Annotated[str, typer.Option(help="Which document it is, and whose.")],
    as_: proof.As,
    n: Annotated[
        int | None, typer.Option(help="The base, where the document says it.")
    ] = None,
    note: Annotated[str, typer.Option(help="What limits the figure.")] = "",
    reason: Annotated[
        str | None, typer.Option(help="R-data, R-method or C-error, after a value.")
    ] = None,
    framework: Framework = None,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Enter the value of an indicator that nothing is computed from."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    with evidence.open("rb") as file:
        fingerprint = hashlib.file_digest(file, "sha256").hexdigest()
    with database.write() as session:
        row = manual_values.enter(
            session,
            code,
            period,
            value=value,
            n=n,
            evidence_sha256=fingerprint,
            source=source,
            note=note,
            reason=reason,
            framework=framework,
            officer_id=officer.id,
            now=utc_now(),
        )
    typer.echo(
        f"entered: {code} {period}, revision {row.revision}, evidence {fingerprint}"
    )


@common.said_plainly
def withdraw(
    code: Code,
    period: Period,
    reason: Annotated[str, typer.Option(help="R-data, R-method or C-error.")],
    why: Annotated[str, typer.Option(help="In words that may be read by everyone.")],
    as_: proof.As,
    framework: Framework = None,
    language: Language = ALL,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Take a value back at once; the old one stays readable, marked as withdrawn."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    with database.write() as session:
        value = indicators.find(
            session, code, period, framework=framework, language=language
        )
        gone = releases.withdraw(
            session, value.id, officer.id, reason=reason, why=why, now=utc_now()
        )
    typer.echo(f"withdrawn: {code} {period}, revision {gone.revision}")


def _print(shown: IndicatorRecord) -> None:
    for name, said in record.leaves(shown.model_dump(mode="json")):
        typer.echo(f"{name}: {said}")
    typer.echo(f"sha256 {record.sha256(shown)}")
