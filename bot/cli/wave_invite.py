"""`ecotown wave invite`: draw whom to invite to a wave, and see first what it costs."""

from typing import Annotated

import typer

from api.settings import Settings
from api.store import inviting, quotas, waves
from api.store.eligible import Segment
from api.store.inviting import Drawn
from api.store.session import Database
from api.store.types import utc_now
from bot.cli import common
from content.messages import LANGUAGES
from surveys import contact

# The one channel whose plan is metered.
METERED = "line"
CHANNELS = (METERED, "telegram", "web")


@common.said_plainly
def invite(
    key: Annotated[str, typer.Argument(help="The wave, open, of an invited list.")],
    quota: Annotated[int, typer.Option(help="How many of the segment, in all.")],
    channel: Annotated[
        str | None, typer.Option(help="Only whom we last saw on: line, telegram, web.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Only who speaks: th, en, my.")
    ] = None,
    seed: Annotated[
        str | None, typer.Option(help="What the lot goes by; made up if left out.")
    ] = None,
    count: Annotated[
        bool, typer.Option("--count", help="Say who and what it costs; invite nobody.")
    ] = False,
) -> None:
    """Invite people to a wave by lot; done again, it goes on where it stopped."""
    _known("channel", channel, CHANNELS)
    _known("language", language, LANGUAGES)
    segment = Segment(channel, language)
    settings = common.settings()
    database = common.open_database(settings)
    now = utc_now()
    if count:
        with database.read() as session:
            wave = waves.get(session, key)
            drawn = inviting.draw(
                session, wave, segment=segment, quota=quota, seed=seed, now=now
            )
    else:
        drawn = inviting.invite(
            database, key, segment=segment, quota=quota, seed=seed, by="cli", now=now
        )
    _say(drawn, invited=not count)
    _say_cost(database, settings, drawn)


def _known(name: str, given: str | None, words: tuple[str, ...]) -> None:
    if given is not None and given not in words:
        common.fail(f"--{name} is one of {', '.join(words)}, not {given}")


def _say(drawn: Drawn, *, invited: bool) -> None:
    done = "invited now" if invited else "would be invited"
    typer.echo(
        f"segment {drawn.segment.name}: eligible {drawn.eligible}, "
        f"invited before {drawn.invited}, {done} {len(drawn.chosen)}"
    )
    for reason, people in sorted(drawn.left_out.items()):
        typer.echo(f"  left out, {reason.replace('_', ' ')}: {people}")
    typer.echo(f"  seed {drawn.seed}")
    for channel, people in sorted(drawn.by_channel.items()):
        typer.echo(f"  on {channel}: {people}")


def _say_cost(database: Database, settings: Settings, drawn: Drawn) -> None:
    """What LINE's plan has left, for the messages and for two reminders of each."""
    wanted = drawn.by_channel.get(METERED, 0)
    if not wanted:
        return
    with database.read() as session:
        reserve = settings.line_quota_reserve
        room = quotas.room(session, METERED, wanted, reserve=reserve)
    most = wanted * (1 + contact.MOST_REMINDERS)
    typer.echo(f"  LINE: {wanted} paid messages, {most} with every reminder")
    if not room.known:
        typer.echo("  LINE has not told yet how many are left this month")
    elif room.left is None:
        typer.echo("  LINE's plan has no limit")
    else:
        typer.echo(f"  left this month: {room.left}, of which {reserve} are kept back")
    if room.parked:
        typer.echo(
            f"  {room.parked} of them would wait for the resident's own next message"
        )
