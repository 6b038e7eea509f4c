"""How the programme goes: the latest reports, the numbers residents made, and what was
done about what they said."""

from collections.abc import Sequence

from api.store import feedback, headlines, reports
from api.store.headlines import Headline
from bot.turn import Reply, Turn
from content.dates import say_date
from content.outbound import Outbound
from content.rendering.text import shorten

LATEST = 2
MOST_TOLD = 160  # of what was said, and of what was done: a few lines on a phone
CARE = "⚠"  # explained in `progress.care`


def pressed(turn: Turn) -> Reply:
    url = turn.world.settings.public_url
    said: list[Outbound] = []
    for report in reports.published(turn.session, limit=LATEST).items:
        said += reports.messages(report, turn.language, url)
    numbers = _numbers(turn)
    if numbers:
        said.append(Outbound(numbers))
    told = _told_back(turn)
    if told:
        said.append(Outbound(told))
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


def _told_back(turn: Turn) -> str:
    """The newest of what people were told came of their answers; the rest is on the
    page of the indicators."""
    found = feedback.everything(turn.session)
    if not found:
        return ""
    newest = found[0]
    entry = newest.entries[0]
    texts = [each.say(turn.language) for each in (entry.you_said, entry.we_did)]
    # Lines stay: officers set off one deed from another by them.
    whole = [
        "\n".join(filter(None, map(str.strip, each.split("\n")))) for each in texts
    ]
    short = [shorten(each, MOST_TOLD) for each in whole]
    lines = [
        turn.say(
            "progress.told_back",
            title=newest.title.say(turn.language),
            you_said=short[0],
            we_did=short[1],
            made_up=newest.made_up,
            day=say_date(entry.posted_on, turn.language),
        )
    ]
    url = turn.world.settings.public_url
    if url and short != whole:
        lines.append(turn.say("progress.told_back_more", url=f"{url}/indicators"))
    return "\n".join(lines)
