"""A time of day told by the clock, where the options are times of day."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Mapping
from functools import lru_cache

from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.choices.measured import with_digits

# From which hour to before which, of a day that begins at midnight; of words found in
# one label the first counts. The hours between two of them are neither's for sure.
_SPANS = (
    ("เช้ามืด", (4, 6)),
    ("รุ่งเช้า", (4, 6)),
    ("ทั้งวัน", None),
    ("ตลอด", None),
    ("เที่ยงคืน", (0, 4)),
    ("กลางวัน", (10, 16)),
    ("เที่ยง", (11, 14)),
    ("กลางคืน", (19, 28)),
    ("ดึก", (21, 28)),
    ("คํ่า", (18, 21)),
    ("ค่ํา", (18, 21)),
    ("เช้า", (6, 11)),
    ("สาย", (9, 11)),
    ("บ่าย", (12, 16)),
    ("เย็น", (16, 19)),
)
_DAYS = re.compile("ธรรมดา|วันหยุด|จันทร์|ศุกร์|เสาร์|อาทิตย์|กะ")  # it is then of days too
MIN_OPTIONS = 3  # that are times of day
_CLOCK = re.compile(
    r"ตี *(?P<night>[1-5])(?![0-9])|(?P<midnight>เที่ยงคืน)|(?P<noon>เที่ยง(?:วัน|ตรง)?)|"
    r"(?P<evening>[1-6]) *ทุ่ม|(?P<late>[3-6]) *โมงเย็น|(?P<morning>[1-9]|1[01]) *โมงเช้า|"
    r"บ่าย *(?P<after>[1-5])(?: *โมง)?|บ่ายโมง(?P<one>)|(?P<hour>[01]?[0-9]|2[0-4])[:.][0-5][0-9](?: *น)?"
)
_TURNS = re.compile("ก่อน|หลัง|ยัน|ไม่|แต่|หรือ|ถ้า|[?]|บาง")


@lru_cache(maxsize=256)
def _options(question: Question) -> tuple[tuple[int, tuple[int, int]], ...]:
    """The hours of each option that is a time of day; none where they are too few."""
    found = []
    if _DAYS.search(naming.together(question)):
        return ()
    for index in range(len(question.choices)):
        label = naming.spoken(question, index)[0]
        span = next((hours for word, hours in _SPANS if word in label), None)
        if span:
            found.append((index, span))
    has_afternoon = any(span[0] == 12 for _, span in found)
    if has_afternoon:  # "กลางวัน" is then no later than noon
        found = [(i, (10, 13) if span == (10, 16) else span) for i, span in found]
    return tuple(found) if len(found) >= MIN_OPTIONS else ()


def meant(question: Question, reply: str) -> Understood | None:
    """ "ตีสองตีสาม": the one option that all the hours told of lie in."""
    if question.kind is not Kind.SINGLE or not _options(question):
        return None
    text = with_digits(reply)
    told = (hour_of_day(match.groupdict()) for match in _CLOCK.finditer(text))
    hours = [hour for hour in told if hour is not None]
    if not hours or _TURNS.search(text):
        return None
    held = {
        tuple(i for i, (start, end) in _options(question) if _within(hour, start, end))
        for hour in hours
    }
    if len(held) != 1 or len(only := held.pop()) != 1:
        return None
    return from_choice(question, only[0])


def hour_of_day(said: Mapping[str, str | None]) -> int | None:
    """The hour that one of the ways told it by which Thai counts them: groups of a
    pattern, of which one matched. None: none of these did."""
    if said["night"]:
        return int(said["night"])
    if said["midnight"]:
        return 0
    if said["noon"]:
        return 12
    if said["evening"]:
        return 18 + int(said["evening"])
    if said["late"]:
        return 12 + int(said["late"])
    if said["morning"]:  # old people count from six
        hour = int(said["morning"])
        return hour if hour > 5 else hour + 6
    if said["after"] or said["one"] is not None:
        return 12 + int(said["after"] or 1)
    return int(said["hour"]) % 24 if said["hour"] else None


def _within(hour: int, start: int, end: int) -> bool:
    return start <= hour < end or start <= hour + 24 < end
