"""Dates as people here read them: Thai in the Buddhist era, 543 years on."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")
THAI_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ENGLISH_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip

WEEKDAYS = {
    "th": ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
    "en": (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
    "my": ("တနင်္လာ", "အင်္ဂါ", "ဗုဒ္ဓဟူး", "ကြာသပတေး", "သောကြာ", "စနေ", "တနင်္ဂနွေ"),
}  # fmt: skip


def say_weekday(day: date | datetime, language: str | None) -> str:
    """`จันทร์`, `Monday`; of a moment the weekday in Bangkok."""
    if isinstance(day, datetime):
        day = day.astimezone(BANGKOK).date()
    return WEEKDAYS.get(language or "th", WEEKDAYS["th"])[day.weekday()]


def say_date(day: date | datetime, language: str | None) -> str:
    """`16 พ.ย. 2564` in Thai, `16 Nov 2021` otherwise; moments in Bangkok's day."""
    if isinstance(day, datetime):
        day = day.astimezone(BANGKOK).date()
    if language in ("en", "my"):
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {THAI_MONTHS[day.month - 1]} {day.year + 543}"


def say_partial(text: str, language: str | None) -> str:
    """A date known to the year, month or day: `2021`, `2021-11`, `2021-11-16`."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return say_date(date(*parts), language)
    english = language in ("en", "my")
    year = str(parts[0] if english else parts[0] + 543)
    if len(parts) == 1:
        return year if english else f"พ.ศ. {year}"
    months = ENGLISH_MONTHS if english else THAI_MONTHS
    return f"{months[parts[1] - 1]} {year}"


def say_moment(moment: datetime, language: str | None) -> str:
    """`16 พ.ย. 2564 เวลา 09:00 น.` in Thai, `16 Nov 2021, 09:00` otherwise."""
    local = moment.astimezone(BANGKOK)
    if language in ("en", "my"):
        return f"{say_date(local, language)}, {local:%H:%M}"
    return f"{say_date(local, language)} เวลา {local:%H:%M} น."
