"""How the programme goes: the latest reports, and the numbers residents made."""

from collections.abc import Sequence

from api.store import headlines, reports
from api.store.headlines import Headline
from bot.turn import Reply, Turn
from content.outbound import Outbound

LATEST = 2
CARE = "⚠"  # explained in `progress.care`


def pressed(turn: Turn) -> Reply:
    url = turn.world.settings.public_url
    said: list[Outbound] = []
    for report in reports.published(turn.session, limit=LATEST).items:
        said += reports.messages(report, turn.language, url)
    numbers = _numbers(turn)
    if numbers:
        said.append(Outbound(numbers))
    if not said:
        said.append(Outbound(turn.say("progress.nothing_yet")))
    last = said.pop()
    choices = (turn.choice("menu.survey", "survey"), turn.choice("answer.menu", "menu"))
    said.append(Outbound(last.text, last.card, choices))
    return Reply(tuple(said))


def _numbers(turn: Turn) -> str:
    """The released indicators in words; and of waves that have none yet how many have
    answered, and when their results come."""
    rows = headlines.told(turn.session, turn.language)
    coming = headlines.coming(turn.session, turn.language)
    lines = _told(turn, rows) if rows else []
    lines += [
        turn.say("progress.coming", title=each.title, said=turn.say(each.key, n=each.n))
        for each in coming
    ]
    if any(row.made_up for row in rows) or any(each.made_up for each in coming):
        lines.append(turn.say("progress.made_up"))
    if rows:
        lines.append(turn.say("progress.ours_draft"))
    return "\n".join(lines)


def _told(turn: Turn, rows: Sequence[Headline]) -> list[str]:
    lines = [turn.say("progress.indicators")]
    for row in rows:
        key = "progress.value"
        if row.value is None:
            key = "progress.few_alike" if row.few else "progress.too_few"
        line = turn.say(
            key,
            name=row.name,
            n=row.n,
            value=row.value_text,
            low=row.low_text,
            high=row.high_text,
        )
        lines.append(f"{line} {CARE}" if row.careful else line)
    if any(row.careful for row in rows):
        lines.append(turn.say("progress.care"))
    return lines
