"""Choices that are counts told in words ("คนเดียว", "Twice"), and numbers for them."""

import re
from functools import lru_cache

from surveys import number_words, plain_text, politeness
from surveys.question import Question
from surveys.replies.text import words

MANY = 50  # what "สามคนขึ้นไป" is taken to reach
_ENGLISH = {
    word: number
    for word, number in number_words.NUMBERS.items()
    if word.isascii() and word.isalpha() and number
} | {"once": 1, "single": 1, "twice": 2, "couple": 2, "pair": 2, "thrice": 3}
_THAI = {
    word: number
    for word, number in number_words.NUMBERS.items()
    if word[0] >= "ก" and word[0] <= "๛" and number
}


_NUMBER = f"(?:{words.any_of([*_THAI, *_ENGLISH])})"
# What else is counted in a label.
_CLASSIFIERS = words.listed(
    "ลำ เล่ม ผืน ก้อน กอง บ่อ เครื่อง แปลง สาย จุด ฉบับ ทาง ครัวเรือน ครอบครัว อย่าง ประเภท ชนิด "
    "มื้อ ถัง กระสอบ จาน ชุด กลุ่ม โรง ซอง วา งาน ถ้วย บาน เส้น ดวง ลูก"
)
_ALL_UNITS = [unit for unit in words.UNITS if len(unit) > 1] + sorted(_CLASSIFIERS)
_UNITS = words.any_of([unit for unit in _ALL_UNITS if unit[0] >= "ก"])
_AFTER = f"(?:{_UNITS})|ขึ้น|หรือ|ถึง|กว่า|-|[ ]|$"
# "ทั้งสองอย่าง" is both, and no count.
_IN_THAI = re.compile(f"(?<!ทั้ง)({words.any_of(list(_THAI))})(?={_AFTER})")
_ALONE = re.compile(f"(?:{_UNITS})เดียว")  # "คนเดียว"
_IN_ENGLISH = re.compile(
    rf"(?<!no )(?<!any )(?<!every )\b({words.any_of(list(_ENGLISH))})\b(?! of )"
)
_DIGITS = re.compile("[0-9]{1,9}")
_IS_COUNTED = re.compile(
    rf"(?<!ทั้ง)(?:{words.any_of(list(_THAI))})(?:{_UNITS})|(?:{_UNITS})เดียว"
    rf"|\b(?:once|twice|thrice)\b|\b(?:{words.any_of(list(_ENGLISH))})\b \w"
)
_OR_MORE = re.compile(r"ขึ้นไป|หรือมากกว่า|และมากกว่า|or more|and more|or over|and up|\+")
_OR_LESS = re.compile("ไม่เกิน|น้อยกว่า|ไม่ถึง|ต่.{1,3}กว่า|less than|up to|at most|fewer")
_MORE_THAN = re.compile("มากกว่า|เกิน|กว่า|more than|over")


def in_other_label(question: Question, places: set[int]) -> bool:
    """Whether a number typed alone is rather the count of some other choice.

    Where the second choice reads "3 ครั้ง", a bare "3" may mean it or the third; and
    where it reads "1-5 ปี" as well. Where the choices are counts told in words, it is
    a place only if that choice is so many.
    """
    held = _held(question)
    if _are_counts(question):
        return not all(place + 1 in held[place] for place in places)
    return any(
        {place + 1 for place in places - {index}} & each
        for index, each in enumerate(held)
    )


_LEAD = "(?:ก็|มี|แค่|แต่|ประมาณ|ราว|เอา|น่าจะ|just|only|about)?"
_POLITE = f"(?:{words.any_of(list(politeness.WORDS))})*"
_SAID = re.compile(
    rf"{_LEAD}(?:(?P<word>{_NUMBER})|(?P<digits>[0-9]{{1,3}}))"
    rf"(?P<unit>{words.any_of(_ALL_UNITS)})?{_POLITE}"
)


def by_count(question: Question, reply: str) -> set[int] | None:
    """The one choice that is as many as a reply says, where the choices are counts.

    A number in words, or one with the unit that the choices have. None: it says no
    count; empty: no choice or more than one is so many.
    """
    if not _are_counts(question) or (match := _match(reply)) is None:
        return None
    unit = match["unit"]
    if not match["word"] and not unit:
        return None
    if unit and not _has_unit(question, unit):
        return set()
    number = int(match["digits"] or 0) or _number(match["word"] or "")
    found = {index for index, held in enumerate(_held(question)) if number in held}
    return found if len(found) == 1 else set()


def _match(reply: str) -> re.Match[str] | None:
    return _SAID.fullmatch(plain_text.plain(reply))


def _number(word: str) -> int:
    return _THAI.get(word) or _ENGLISH.get(word, 0)


def _has_unit(question: Question, unit: str) -> bool:
    """Whether a choice is so many of it, by whatever name."""
    group = words.UNITS.get(unit)
    alike = [each for each in _ALL_UNITS if words.UNITS.get(each, each) == group]
    names = words.any_of(alike or [unit])
    counted = re.compile(rf"(?:{_NUMBER}|[0-9]) ?(?:{names})|(?:{names})เดียว")
    return any(
        counted.search(label)
        for index in range(len(question.choices))
        for label in _labels(question, index)
    )


def _labels(question: Question, index: int) -> list[str]:
    """What a choice is called, with its spaces, digits as ASCII."""
    choice = question.choices[index]
    told = (choice.label.th, choice.label.en, choice.label.my, *choice.also)
    return [" ".join(map(plain_text.plain, each.split())) for each in told if each]


@lru_cache(maxsize=256)
def _held(question: Question) -> tuple[frozenset[int], ...]:
    """The small numbers that each choice names or its range holds."""
    return tuple(
        frozenset().union(*map(_counts, _labels(question, index)))
        for index in range(len(question.choices))
    )


@lru_cache(maxsize=256)
def _are_counts(question: Question) -> bool:
    """Whether two choices or more are counts told in words."""
    count = sum(
        any(_IS_COUNTED.search(label) for label in _labels(question, index))
        for index in range(len(question.choices))
    )
    return count > 1


def _counts(label: str) -> frozenset[int]:
    digits = [int(found) for found in _DIGITS.findall(label)]
    worded = [_THAI[found] for found in _IN_THAI.findall(label)]
    worded += [_ENGLISH[found] for found in _IN_ENGLISH.findall(label)]
    worded += [1] * bool(_ALONE.search(label))
    numbers = digits + worded
    if not numbers:
        return frozenset()
    low, high = min(numbers), max(numbers)
    if len(numbers) > 1 and re.search("-|ถึง| to |หรือ", label):
        return frozenset(numbers) | set(range(low, min(high, MANY) + 1))
    if not worded:
        return frozenset(numbers)
    if _OR_MORE.search(label):
        return frozenset(range(low, MANY + 1))
    if _OR_LESS.search(label):
        return frozenset(range(1, high + 1))
    if _MORE_THAN.search(label):
        return frozenset(range(low + 1, MANY + 1))
    return frozenset(numbers)
