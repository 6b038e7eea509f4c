"""Text as it is typed in chat, made alike."""

import re
import unicodedata
from collections.abc import Sequence

BREAK = "\0"
"""Stands between texts; none of what makes them alike touches it."""

# The same key on a Thai (Kedmanee, TIS 820-2538) and on an English keyboard.
_KEYS_ENGLISH = (
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
)
_KEYS_THAI = (
    '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
)
_TO_THAI = str.maketrans(_KEYS_ENGLISH, _KEYS_THAI)
_TO_ENGLISH = str.maketrans(_KEYS_THAI, _KEYS_ENGLISH)

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙၀၁၂၃၄၅၆၇၈၉", "0123456789" * 2)
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]"
)
_TONES = "\u0e48-\u0e4b"
_TONE_MARKS = "\u0e48\u0e49\u0e4a\u0e4b"
_VOWEL_MARKS = "\u0e31\u0e34-\u0e3a"
_MARKS = f"{_VOWEL_MARKS}\u0e47-\u0e4e"
_SARA_AM = re.compile(f"\u0e4d([{_TONES}]?)\u0e32")
_AM_THEN_TONE = re.compile(f"\u0e33([{_TONES}])")
_MARK_RUN = re.compile(f"[{_TONES}{_VOWEL_MARKS}]{{2,}}")
_SAME_MARK = re.compile(f"([{_MARKS}])\\1+")
_DRAWN_OUT = re.compile(r"([^\W\d]|[\u0e30-\u0e4e])\1{2,}")
_THAI_LETTER = re.compile("[\u0e01-\u0e4e]")
_SPACES = re.compile(r"\s+")


_ALIKE = {
    **dict.fromkeys(map(ord, "่้๊๋็์")),
    **str.maketrans("ใศษณญฎฏฐฑฒธฬฆภีืู", "ไสสนยดตททททลคพิึุ"),
}
_ONES = {
    "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6,
    "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
_UNITS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
_ONE, _UNIT = "|".join(_ONES), "|".join(_UNITS)
_NUMBER_WORD = re.compile(f"{_ONE}|{_UNIT}")
_NUMBER_WORDS = re.compile(
    f"(?<!ร้อย)(?:{_ONE})(?:{_UNIT})(?:{_ONE}|{_UNIT})*|(?<![\u0e01-\u0e4e])สิบ(?:{_ONE})?"
)


def normalise(text: str) -> str:
    """The text as if everyone typed alike.

    NFC, not NFKC, which would split ำ. Invisible characters go; doubled เ is แ;
    marks stand in their proper order; drawn-out letters (มากกกก) and repeated
    marks are said once; digits are 0-9; case and runs of spaces are folded.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = text.replace("เเ", "แ").translate(_DIGITS).casefold()
    text = _MARK_RUN.sub(_vowels_first, text)
    text = _SAME_MARK.sub(r"\1", text)
    text = _SARA_AM.sub("\\1\u0e33", text)
    text = _AM_THEN_TONE.sub("\\1\u0e33", text)
    text = _DRAWN_OUT.sub(_said_once, text).replace("ๆ", " ")
    return _SPACES.sub(" ", text).strip()


def _said_once(drawn: re.Match[str]) -> str:
    """One letter for many. Only ระบบ ends in two, and may meet a third: ระบบบำบัด."""
    text, start, end = drawn.string, drawn.start(), drawn.end()
    letter = drawn.group(1)
    if letter != "บ" or text[max(0, start - 2) : start] != "ระ":
        return letter
    is_spelling = end - start == 3 and _THAI_LETTER.match(text, end)
    return letter * (3 if is_spelling else 2)


def normalise_all(texts: Sequence[str]) -> list[str]:
    """Each of many texts as `normalise` has it, in a fraction of the time."""
    if not texts:
        return []
    joined = BREAK.join(text.replace(BREAK, " ") for text in texts)
    return [text.strip() for text in normalise(joined).split(BREAK)]


def _vowels_first(marks: re.Match[str]) -> str:
    return "".join(sorted(marks.group(), key=lambda mark: mark in _TONE_MARKS))


# Letters of the scripts that people here write in; what is known of them is kept.
COMMON = 0x3000


class _Kept(dict[int, str | None]):
    """Letter -> itself, or nothing where it is no letter, mark or digit."""

    def __missing__(self, letter: int) -> str | None:
        is_kept = unicodedata.category(chr(letter))[0] in "LMN"
        found = chr(letter) if is_kept else None
        if letter < COMMON:
            self[letter] = found
        return found


_KEPT = _Kept()


def squeezed(text: str) -> str:
    """Letters, marks and digits only: nothing of how the text was spaced."""
    return text.translate(_KEPT)


def sounding(text: str) -> str:
    """A text by its sound: without tones, letters that sound alike made one."""
    return text.translate(_ALIKE)


def other_layout(text: str) -> str:
    """What the same keys give on the other keyboard: `l;ylfu` is สวัสดี."""
    thai = sum("\u0e01" <= c <= "\u0e5b" for c in text)
    return text.translate(_TO_ENGLISH if thai * 2 > len(text) else _TO_THAI)


def number_words(text: str) -> str:
    """The text with numbers spelt in Thai words written in digits: ยี่สิบเอ็ด is 21.

    One word alone counts only from สิบ on: หนึ่ง and ห้า are parts of other words.
    """
    return _NUMBER_WORDS.sub(lambda found: f" {_valued(found.group())} ", text)


def _valued(words: str) -> int:
    total = digit = 0
    for word in _NUMBER_WORD.findall(words):
        if word in _UNITS:
            total += (digit or 1) * _UNITS[word]
            digit = 0
        else:
            digit = _ONES[word]
    return total + digit
