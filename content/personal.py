"""Personal data masked in free text, before it is kept or shown to officers."""

import re
import unicodedata

MASK = "[…]"
LEAST_DIGITS = 9
"""A run this long is a number of a person: identity card, phone, account."""

# User, group and room ids: https://developers.line.biz/en/docs/messaging-api/
_LINE_ID = re.compile(r"(?<![0-9A-Za-z])[UCR][0-9a-f]{32}(?![0-9A-Za-z])")
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\"]{2,}")
# The name people give to be found by on LINE.
_LINE_NAME = re.compile(
    r"((?:line|ไลน์|ไลน)\s*(?:id|ไอดี)\s*[:=]?\s*)@?[\w.\-]{3,}", re.IGNORECASE
)
_LINK = re.compile(r"https?://\S+|www\.\S+")
_SEPARATORS = r"[\s().,/_\-\u200b-\u200d\u2010-\u2015]{0,3}"
_LONG_NUMBER = re.compile(rf"\+?\(?\d(?:{_SEPARATORS}\d)+")
_YEAR = r"(?:1[89]|2[0-6])\d\d"
# 191 or 1669, a year, a day: alone or in a row.
_PUBLIC = re.compile(
    rf"(?:1\d\d\d?|{_YEAR}|\d\d?[.\-]\d\d?[.\-]{_YEAR}|{_YEAR}-\d\d-\d\d)"
)
_PUBLIC_ROW = re.compile(rf"{_PUBLIC.pattern}(?:[\s\-]+{_PUBLIC.pattern})*")

_THAI_NAME = r"[\u0e01-\u0e4e]{2,}"
# Who speaks, or is spoken of: a name and perhaps a family name. Of the words that
# begin like นาย and นาง those of an office are no names.
_TITLED = re.compile(
    r"((?:นาย(?!ก|จ้าง|ทะเบียน|อำเภอ|ช่าง|ตรวจ|ท่า|หน้า)|นางสาว"
    r"|นาง(?!สาว)|น\.\s?ส\.|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง"
    rf"|(?<!ราย)(?<!ลง)(?<!มี)ชื่อ(?:เล่น|จริง)?(?:ว่า)?)\s?)"
    rf"(?!อะไร|ใคร|ไหน|บริษัท|โรงงาน|ถนน|โครงการ|อย่าง)({_THAI_NAME}(?:\s{_THAI_NAME})?)"
)
_TITLED_LATIN = re.compile(
    r"\b((?:mrs?|ms|miss|dr)\.?\s|my name(?: is|'s)\s|(?:i am|i'm)\s(?=(?-i:[A-Z])))"
    r"[a-z][\w'\-]*(?:\s(?-i:[A-Z])[\w'\-]*)?",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"((?:บ้านเลขที่|เลขที่(?:บ้าน)?|ห้อง(?:เลขที่)?|ทะเบียน(?:รถ)?|house (?:no\.?|number)"
    r"|room|flat|plate)\s*)[0-9๐-๙ก-ฮa-z]{0,3}\s?[0-9๐-๙]+(?:\s?/\s?[0-9๐-๙]+)?",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """The text with numbers, addresses and ids of persons blotted out.

    Thai identity-card numbers, phone numbers and other runs of nine digits or more
    (however spaced or dashed), e-mail addresses and LINE ids go. Emergency numbers
    and years stay.
    """
    text = _LINE_ID.sub(MASK, text)
    text = _EMAIL.sub(MASK, text)
    text = _LINE_NAME.sub(rf"\g<1>{MASK}", text)
    return _LONG_NUMBER.sub(_blotted, text)


def mask_for_others(text: str) -> str:
    """As `mask`, and names that are introduced as such and houses too: rather too
    much than too little, for this text leaves the town's own machine."""
    text = _AT_HOME.sub(rf"\g<1>{MASK}", mask(text))
    text = _TITLED_LATIN.sub(rf"\g<1>{MASK}", text)
    return _TITLED.sub(rf"\g<1>{MASK}", text)


def without(text: str) -> str:
    """The text as a question: what is somebody's own left out, and links."""
    return _LINK.sub(" ", _AT_HOME.sub(r"\g<1>", mask(text))).replace(MASK, " ").strip()


def _blotted(match: re.Match[str]) -> str:
    plain = "".join(_in_arabic(c) for c in match.group())
    digits = sum(c.isdigit() for c in plain)
    if digits < LEAST_DIGITS or _PUBLIC_ROW.fullmatch(plain):
        return match.group()
    return MASK


def _in_arabic(character: str) -> str:
    """Thai, Burmese and other decimal digits as 0-9."""
    return str(unicodedata.decimal(character, character))
