"""Brings typed words to one form, and holds the words a reply may carry."""

import re
import unicodedata
from collections.abc import Iterable

from surveys.replies import lists
from surveys.replies.text import numbers

_DASHES = dict.fromkeys("—–−‐‑‒", "-")
_DROPPED = dict.fromkeys(
    (
        "ๆ",  # "มากๆ" says what "มาก" says
        *map(chr, range(0xFE00, 0xFE10)),  # variation selectors
        "\u20e3",  # the frame of a keycap
        *map(chr, range(0x1F3FB, 0x1F400)),  # skin tones
    ),
    "",
)
RESPELLED = str.maketrans({**_DASHES, **_DROPPED})
# Marks that say nothing. One not listed stays and makes a reply fail to match:
# "3?" asks.
_MARKS = re.compile(r"[\s.,;:!'\"()\[\]{}~#*_·•\-&/\\|=@“”‘’«»¯၊။ฯ+]+")


# Every other letter can be seen: ASCII, Thai, Burmese, and `listening`'s own marks.
_RARE = re.compile("[^ -~ก-๛က-႟\ue000-\uf8ff]")
_WA_FOR_NOUGHT = re.compile("(?<=[၀-၉])ဝ")
_AM_FIRST = re.compile("\u0e4d([\u0e48-\u0e4b])")
_TONE_FIRST = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a])")
# Of one letter three and more: "มากกกก".
DRAWN = re.compile(r"([^\W\d_])\1{2,}")


def plain(text: str) -> str:
    """The text as it is compared: caseless, unspaced, ASCII digits, one spelling.

    Marks that change a number ("-3", "3.5", "1-3", "3+") are kept, and two numbers
    never run together: "1 3" keeps its space.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFKC", text).translate(RESPELLED)
    text = _RARE.sub(_written, text)
    # The Burmese letter wa is what many type for the digit nought.
    text = _WA_FOR_NOUGHT.sub("၀", text)
    text = _MARKS.sub(_meaning_of_marks, numbers.ascii_digits(text))
    text = text.replace("เเ", "แ")
    # Typed in the other order, tone and vowel am (here decomposed) look the same.
    text = _AM_FIRST.sub("\\1\u0e4d", text)
    text = _TONE_FIRST.sub("\\2\\1", text)
    # "มากกกก": nobody's spelling has three of a letter in a row.
    return DRAWN.sub(r"\1", text)


def clean(text: str) -> str:
    """Free text as it is kept: trimmed, without characters nobody can see."""
    return "".join(
        letter
        for letter in text
        if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs")
    ).strip()


def _written(match: re.Match[str]) -> str:
    """A letter that can be seen, or that spaces; nothing in place of another."""
    letter = match[0]
    is_unseen = unicodedata.category(letter) in ("Cc", "Cf", "Cs")
    return "" if is_unseen and not letter.isspace() else letter


def _meaning_of_marks(match: re.Match[str]) -> str:
    """What a run of marks and spaces leaves behind: mostly nothing."""
    run = "".join(match[0].split())
    before = match.string[: match.start()][-1:].isdecimal()
    after = match.string[match.end() : match.end() + 1].isdecimal()
    if before and after:
        spaced = run != match[0]
        if run in ("-", "+", "/") or (run in (",", ".") and not spaced):
            return run
        return " "
    if after and run.endswith("-"):
        return "-"
    return "+" if before and run.startswith("+") else ""


def fold(text: str) -> str:
    """A plain text as it sounds: no tone marks, one letter for those that sound alike.

    For misspellings; "มา" and "ม้า" fold to one form, so never the first to be tried.
    """
    return text.translate(_SOUNDS)


_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("่้๊๋์็"),
        **dict(zip("ใศษณญฎฏฬภธีืู", "ไสสนยดตลพทิึุ", strict=True)),
    }
)

# As plain text has "ำ".
AM = "\u0e4d\u0e32"


def form(pattern: str) -> re.Pattern[str]:
    """A pattern over plain text."""
    return re.compile(pattern.replace("ำ", AM))


def any_of(said: Iterable[str]) -> str:
    """One of these, as a pattern; the longest first: "not under" is no "under"."""
    return "|".join(map(re.escape, sorted(said, key=lambda word: (-len(word), word))))


LISTS = lists.LISTS


def listed(said: str) -> frozenset[str]:
    """The words of a list in the file, in `plain` form."""
    return frozenset(form for word in said.split() if (form := plain(word)))


def _together(*names: str) -> frozenset[str]:
    return frozenset[str]().union(*(listed(LISTS[name]) for name in names))


def _by_word(groups: Iterable[tuple[int, str]]) -> dict[str, int]:
    return {word: group for group, said in groups for word in listed(said)}


# What a request asks politely with; "ขอข้ามได้ไหม" is still "ข้าม".
_MAY_I = listed("ได้ไหม ได้มั้ย ได้มัย ได้ป่าว ได้ป่ะ ได้ปะ ได้หรือเปล่า ได้รึเปล่า ไหม มั้ย ได้เปล่า")


def _controls() -> dict[str, frozenset[str]]:
    said = {name: listed(text) for name, text in LISTS["controls"].items()}
    asked = {
        name: frozenset(word + may for word in group for may in _MAY_I)
        for name, group in said.items()
        if name != "dont_know"
    }
    return {name: group | asked.get(name, frozenset()) for name, group in said.items()}


CONTROLS = _controls()
_CONTROL_WORDS = frozenset[str]().union(*CONTROLS.values())
POLITE = _together("polite")
_POLITE_END = re.compile(f"(?:{any_of(POLITE)})+$")
NEGATIONS = _together("negations")
PLACES = _together("places") - NEGATIONS
# What turns a reply round, asks, doubts or mocks.
TURNING = NEGATIONS | _together("ask", "contrast", "hedges", "bounds", "sarcasm")
AROUND_COUNTS = _together("around_counts") - NEGATIONS - _CONTROL_WORDS
# Words that carry no part of the answer.
FILLERS = (POLITE | _together("fillers")) - NEGATIONS - _CONTROL_WORDS
# What stands beside an answer and leaves it as it is.
PLAIN = FILLERS | _together("neutral", "strong", "reasons")
UNITS = _by_word(enumerate(LISTS["units"]))
SYNONYMS = _by_word(enumerate(LISTS["synonyms"]))
DEGREES = {
    word: name for name, said in LISTS["degrees"].items() for word in listed(said)
}
MIDDLE = _together("middle")
NUMBERS = {plain(word): number for word, number in numbers.spellings()}


def without_polite(said: str) -> str:
    """A plain text without the politeness at its end; empty where there is no more."""
    return _POLITE_END.sub("", said)
