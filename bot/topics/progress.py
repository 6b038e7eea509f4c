"""How the programme goes: the latest reports, and the numbers residents made."""

from api.store import indicators, reports
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
    """The draft indicators in words, or how many answers there are so far."""
    rows = indicators.headline(turn.session, turn.language)
    if not rows:
        return ""
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
    if any(row.made_up for row in rows):
        lines.append(turn.say("progress.made_up"))
    lines.append(turn.say("progress.ours_draft"))
    return "\n".join(lines)
