"""Reads a day as people type it: 15 ม.ค. 2569, 15/1/69, วันนี้, 3 days ago.

In Thailand the day stands before the month and years count in the Buddhist era, 543
years on. What may mean two days means none: asking again is cheap.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from surveys import plain_text, politeness

ERA = 543
MAX_LENGTH = 60
# Years that are written in full; between the two there is no doubt about the era.
BUDDHIST, CHRISTIAN = range(2400, 2700), range(1857, 2157)
_MONTHS = (
    "มกราคม มกรา ม.ค. january jan ဇန်နဝါရီ",
    "กุมภาพันธ์ กุมภา ก.พ. february feb ဖေဖော်ဝါရီ",
    "มีนาคม มีนา มี.ค. march mar မတ်",
    "เมษายน เมษา เม.ย. april apr ဧပြီ",
    "พฤษภาคม พฤษภา พ.ค. may မေ",
    "มิถุนายน มิถุนา มิ.ย. june jun ဇွန်",
    "กรกฎาคม กรกฎา ก.ค. july jul ဇူလိုင်",
    "สิงหาคม สิงหา ส.ค. august aug ဩဂုတ်",
    "กันยายน กันยา ก.ย. september sept sep စက်တင်ဘာ",
    "ตุลาคม ตุลา ต.ค. october oct အောက်တိုဘာ",
    "พฤศจิกายน พฤศจิกา พ.ย. november nov နိုဝင်ဘာ",
    "ธันวาคม ธันวา ธ.ค. december dec ဒီဇင်ဘာ",
)
_DAYS_OFF = {
    0: "วันนี้ today ဒီနေ့ ယနေ့",
    -1: "เมื่อวาน เมื่อวานนี้ วานนี้ yesterday မနေ့က",
    -2: "เมื่อวานซืน เมื่อวานซืนนี้ วานซืน daybeforeyesterday thedaybeforeyesterday",
    1: "พรุ่งนี้ วันพรุ่งนี้ tomorrow မနက်ဖြန်",
    2: "มะรืน มะรืนนี้ วันมะรืน dayaftertomorrow thedayaftertomorrow",
}
_MONTH_OF = {
    plain_text.plain(said): number
    for number, line in enumerate(_MONTHS, start=1)
    for said in line.split()
}
_OFF = {
    plain_text.plain(said): off
    for off, line in _DAYS_OFF.items()
    for said in line.split()
}
_AGO = re.compile("(?:เมื่อ)?([0-9]{1,3})(?:วัน(?:ก่อน|ที่แล้ว|มาแล้ว)|days?ago|ရက်က)")
_DATE_WORDS = re.compile("^(?:วันที่|เมื่อวันที่|on|the)+")
# A day, a month by number or name, a year with or without its era.
_ERA_MARK = "(?P<era>พศ|คศ|ปี)?"
_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
_ORDINAL = "(?:st|nd|rd|th)?"
_NAMED = "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True))
_BY_NAME = re.compile(
    f"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?:เดือน|of)?(?P<month>{_NAMED}){_ERA_MARK}{_YEAR}"
)
_NAME_FIRST = re.compile(
    f"(?P<month>{_NAMED})(?P<day>[0-9]{{1,2}}){_ORDINAL} (?P<year>[0-9]{{4}})"
)
_BY_NUMBER = re.compile(
    # Without a mark between them, "1/2569" would be a day in January.
    f"(?P<day>[0-9]{{1,2}})[-/. ](?P<month>[0-9]{{1,2}})(?:[-/. ]|(?=[พคป])){_ERA_MARK}"
    f"{_YEAR}"
)
_YEAR_FIRST = re.compile(
    "(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"
)


def read(text: str, language: str, today: date) -> date | None:
    """The day the whole text names, seen from `today`; None where it names none, or
    may mean more than one. Never raises."""
    if len(text) > MAX_LENGTH:
        return None
    said = _spoken(text)
    off = _OFF.get(said)
    if off is not None:
        return today + timedelta(days=off)
    ago = _AGO.fullmatch(said)
    if ago:
        return today - timedelta(days=int(ago[1]))
    days = set(_readings(said, language, today))
    return days.pop() if len(days) == 1 else None


def example(language: str, today: date) -> str:
    """A day as one may type it in this language; is itself understood."""
    if language == "th":
        return f"15 ม.ค. {today.year + ERA}"
    return f"15 Jan {today.year}"


def _spoken(text: str) -> str:
    """The text in plain form without a courtesy at its end."""
    said = plain_text.plain(text)
    for polite in sorted(politeness.WORDS, key=len, reverse=True):
        if polite and said != polite and said.endswith(polite):
            said = said.removesuffix(polite)
    return said


def _readings(said: str, language: str, today: date) -> Iterator[date]:
    """Every day the text may mean."""
    bare = _DATE_WORDS.sub("", said)
    found = _BY_NUMBER.fullmatch(bare)
    if found:
        yield from _numbered(found, language, today)
        return
    found = _YEAR_FIRST.fullmatch(bare)
    if found:
        for year in _years(found["year"], None, language, today):
            yield from _day(year, int(found["month"]), int(found["day"]))
        return
    found = _BY_NAME.fullmatch(bare) or _NAME_FIRST.fullmatch(bare)
    if found:
        named = found.groupdict()
        for year in _years(named["year"], named.get("era"), language, today):
            yield from _day(year, _MONTH_OF[named["month"]], int(named["day"]))


def _numbered(found: re.Match[str], language: str, today: date) -> Iterator[date]:
    first, second = int(found["day"]), int(found["month"])
    for year in _years(found["year"], found["era"], language, today):
        yield from _day(year, second, first)
        # Elsewhere the month stands first: one who reads no Thai may mean that.
        if language != "th" or second > 12:
            yield from _day(year, first, second)


def _years(year: str, era: str | None, language: str, today: date) -> Iterator[int]:
    """The Christian years that may be meant."""
    number = int(year)
    if len(year) == 4:
        if number in BUDDHIST and era != "คศ":
            yield number - ERA
        if number in CHRISTIAN and era != "พศ":
            yield number
        return
    if era != "คศ":
        yield 2500 - ERA + number
    # "26" is 2026 or 2526; "69" cannot be 2069, which has not come.
    if era != "พศ" and 2000 + number <= today.year + 1:
        yield 2000 + number
    if language != "th" and not era:
        yield 1900 + number


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
