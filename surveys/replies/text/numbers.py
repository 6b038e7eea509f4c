"""Reads a number told in Thai words, and what the words that multiply come to."""

import re

from surveys.number_words import THAI_ONES

_DIGIT_WORDS = {word: n for n, word in enumerate(THAI_ONES)} | {"นึง": 1, "เจด": 7}
_POWERS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
_MILLION = "ล้าน"
_ONES = "|".join([*THAI_ONES[1:], "เอ็ด"])
_TWENTY = f"ซาว(?={_ONES})"  # so it is said in the north and the north-east
_WORD = "|".join([*_DIGIT_WORDS, *_POWERS, _MILLION, "ยี่", "เอ็ด", _TWENTY])
_THAI_AMOUNT = re.compile(f"(?:{_WORD})+")
_THAI_WORD = re.compile(_WORD)
THAI_POWERS = frozenset((*_POWERS, _MILLION))
MULTIPLIERS = {
    **_POWERS,
    _MILLION: 1_000_000,
    "k": 1000,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "ရာ": 100,
    "ထောင်": 1000,
    "သောင်း": 10_000,
    "သိန်း": 100_000,
}


THAI = re.compile("(?:ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?สิบ")  # ten or more, in words


def thai_amount(text: str, at: int) -> tuple[int | None, int] | None:
    """The number in Thai words that starts here, and where it ends.

    None where no number word starts; a number of None where the words make none
    ("สองสาม" is a range). "หมื่นสาม" is said for 13,000.
    """
    match = _THAI_AMOUNT.match(text, at)
    if match is None:
        return None
    spoken = re.sub(_TWENTY, "ยี่สิบ", match[0])
    return _value(_THAI_WORD.findall(spoken)), match.end()


def _value(words: list[str]) -> int | None:
    if _MILLION in words:
        head, tail = words[: words.index(_MILLION)], words[words.index(_MILLION) + 1 :]
        if tail == ["นึง"] and not head:
            return 1_000_000
        if tail == ["หนึ่ง"] and not head:
            return None  # "ล้านหนึ่ง" may be one million or 1,100,000
        above, below = _value(head) if head else 1, _value(tail) if tail else 0
        if len(tail) == 1 and tail[0] in THAI_ONES and below:
            below *= 100_000  # "ล้านสอง": the next lower power
        return None if above is None or below is None else above * 1_000_000 + below
    total, power, waiting = 0, 10_000_000, None
    for place, word in enumerate(words):
        if word in _POWERS:
            if _POWERS[word] >= power or waiting == 0:
                return None
            power = _POWERS[word]
            total += power * (1 if waiting is None else waiting)
            waiting = None
        elif waiting is not None:
            return None
        else:
            waiting = _digit(word, words[place - 1 : place], words[place + 1 :], total)
            if waiting is None:
                return None
    if waiting is None:
        return total
    if words[-1] == "นึง" and len(words) == 2 and words[0] in _POWERS:
        return total  # "พันนึง" is one thousand
    short = power >= 1000 and total  # "พันห้า", "หมื่นสาม": the next lower power
    return total + waiting * (power // 10 if short else 1)


def _digit(word: str, before: list[str], after: list[str], total: int) -> int | None:
    """A digit's word where it can stand; "เอ็ด" ends a number, "ยี่" goes with ten."""
    if word == "เอ็ด":
        return 1 if before and before[0] in ("สิบ", "ร้อย") and not after else None
    if word == "ยี่":
        return 2 if after[:1] == ["สิบ"] else None
    if word == "สอง" and after[:1] == ["สิบ"]:
        return None
    if word == "ศูนย์" and (total or after):
        return None
    return _DIGIT_WORDS[word]


_ROMAN_ONES = ["nueng", "song", "sam", "si", "ha", "hok", "chet", "paet", "kao"]
# Said for numbers of years or times, and for nothing else: never a choice's place.
SAID = {"ซาว": 20, "once": 1, "twice": 2, "thrice": 3, "sip": 10, "yisip": 20} | {
    f"{one}sip": 10 * number
    for number, one in enumerate(_ROMAN_ONES, start=1)
    if number > 2
}
# "ha" laughs and "si" is a particle.
SAID |= {
    one: number
    for number, one in enumerate(_ROMAN_ONES, start=1)
    if one not in ("ha", "si")
}
