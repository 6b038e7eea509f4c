"""`ecotown officer`: invite, list and disable officers, and the keys of systems."""

from typing import Annotated

import typer

from api.console.entrance import join_link
from api.store import api_keys, officers
from api.store.types import utc_now
from bot.cli import common, proof

app = typer.Typer(help="Officers, and keys for other systems.", no_args_is_help=True)
keys = typer.Typer(help="Keys for other systems.", no_args_is_help=True)
app.add_typer(keys, name="key")


@app.command()
@common.said_plainly
def invite() -> None:
    """Print a link that makes whoever opens it an officer: once, within a day."""
    settings = common.settings()
    with common.open_database(settings).write() as session:
        token = officers.invite(session, now=utc_now())
    typer.echo(join_link(settings.address, token))


@app.command("list")
@common.said_plainly
def list_() -> None:
    """Every officer with who invited them, those without access too."""
    with common.open_database().read() as session:
        found = officers.list_(session)
    login_of = {officer.id: officer.login for officer in found}
    for officer in found:
        state = "disabled" if officer.disabled_at else "active"
        by = login_of[officer.invited_by] if officer.invited_by else "cli"
        typer.echo(f"{officer.login}\t{officer.name}\t{state}\tinvited by {by}")


@app.command()
@common.said_plainly
def disable(login: str) -> None:
    """End an officer's access and sign them out everywhere."""
    with common.open_database().write() as session:
        officer = officers.by_login(session, login)
        officers.disable(session, officer.id, by="cli", now=utc_now())
    typer.echo(f"{officer.login} has no access any more.")


@keys.command("create")
@common.said_plainly
def create_key(
    name: str,
    scope: Annotated[
        list[str],
        typer.Option(help=f"What it opens: {', '.join(sorted(api_keys.SCOPES))}."),
    ],
    as_: Annotated[
        str | None,
        typer.Option("--as", help="The officer it acts for; needed to write."),
    ] = None,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Print a new key, once: only its hash is kept."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin) if as_ else None
    with database.write() as session:
        token = api_keys.create(
            session,
            name=name,
            scopes=scope,
            now=utc_now(),
            acts_for=officer.id if officer else None,
        )
    typer.echo(token)


@keys.command("list")
@common.said_plainly
def list_keys() -> None:
    """Every key, the revoked ones too; never the key itself."""
    with common.open_database().read() as session:
        found = api_keys.list_(session)
    for key in found:
        state = "revoked" if key.revoked_at else "in force"
        typer.echo(f"{key.prefix}\t{key.name}\t{state}\t{' '.join(key.scopes)}")


@keys.command("revoke")
@common.said_plainly
def revoke_key(prefix: str) -> None:
    """End a key, named by what stands before its dot."""
    with common.open_database().write() as session:
        key = api_keys.revoke(session, prefix, by="cli", now=utc_now())
    typer.echo(f"{key.name} opens nothing any more.")
