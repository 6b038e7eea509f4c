"""Thai text as it is typed in chat: made alike, cut into words and 3-grams."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

POLITE_WEIGHT = 0.1
QUESTION_WEIGHT = 0.5
GRAM = 3
# A stretch no list knows becomes a word when several articles use it.
LEAST_USES = 2
LONGEST_NEW_WORD = 12

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
_SPACES = re.compile(r"\s+")
_THAI_RUN = re.compile(r"[\u0e01-\u0e4e]+")
_RUN = re.compile(r"[\u0e01-\u0e4e]+|[^\W_\u0e01-\u0e4e]+(?:[\u1000-\u109f]+)?")


def normalise(text: str) -> str:
    """The text as if everyone typed alike.

    NFC, not NFKC, which would split ำ. Invisible characters go; doubled เ is แ;
    marks stand in their proper order; drawn-out letters (มากกกก) and repeated
    marks are said once; digits are 0-9; case and runs of spaces are folded.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = text.replace("เเ", "แ").translate(_DIGITS).casefold()
    text = _MARK_RUN.sub(_vowels_first, text)
    text = _SAME_MARK.sub(r"\1", text)
    text = _SARA_AM.sub("\\1\u0e33", text)
    text = _AM_THEN_TONE.sub("\\1\u0e33", text)
    text = _DRAWN_OUT.sub(r"\1", text).replace("ๆ", " ")
    return _SPACES.sub(" ", text).strip()


def _vowels_first(marks: re.Match[str]) -> str:
    return "".join(sorted(marks.group(), key=lambda mark: mark in _TONE_MARKS))


def squeezed(text: str) -> str:
    """Letters, marks and digits only: nothing of how the text was spaced."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LMN")


def other_layout(text: str) -> str:
    """What the same keys give on the other keyboard: `l;ylfu` is สวัสดี."""
    thai = sum("\u0e01" <= c <= "\u0e5b" for c in text)
    return text.translate(_TO_ENGLISH if thai * 2 > len(text) else _TO_THAI)


def grams(text: str) -> list[str]:
    """Overlapping pieces of three characters."""
    return [text[i : i + GRAM] for i in range(len(text) - GRAM + 1)] or [text]


def pieces(text: str, words: frozenset[str]) -> list[str]:
    """A normalised text cut into words: the longest known one at each place.

    What no word matches stays together up to the next known word.
    """
    found: list[str] = []
    for run in _runs(text):
        if _THAI_RUN.fullmatch(run):
            found.extend(_cut(run, words))
        else:
            found.append(run)
    return found


def learn_words(articles: Iterable[Iterable[str]]) -> frozenset[str]:
    """The cutter's words: our own lists, and what several articles have in common."""
    known = listed_words()
    uses: Counter[str] = Counter()
    for lines in articles:
        unknown = {
            piece
            for line in lines
            for piece in pieces(normalise(line), known)
            if piece not in known and 2 < len(piece) <= LONGEST_NEW_WORD
        }
        uses.update(unknown)
    return known | {word for word, times in uses.items() if times >= LEAST_USES}


def weight(word: str) -> float:
    """How much a word says about the subject: polite and question words say little."""
    return _weights().get(word, 1.0)


@cache
def listed_words() -> frozenset[str]:
    return frozenset(
        normalise(word)
        for languages in _lists().values()
        for words in languages.values()
        for word in words.split()
    )


@cache
def _weights() -> Mapping[str, float]:
    kinds = {"question": QUESTION_WEIGHT, "polite": POLITE_WEIGHT}
    return {
        normalise(word): value
        for kind, value in kinds.items()
        for words in _lists()[kind].values()
        for word in words.split()
    }


@cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    text = (Path(__file__).parent / "words.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return found


def _runs(text: str) -> Iterator[str]:
    return (match.group() for match in _RUN.finditer(text))


def _cut(run: str, words: frozenset[str]) -> Iterator[str]:
    longest = _longest(words)
    start = at = 0
    while at < len(run):
        for end in range(min(len(run), at + longest), at, -1):
            # A word never ends before a mark that belongs to its last letter.
            if run[at:end] in words and not _is_mark(run, end):
                if start < at:
                    yield run[start:at]
                yield run[at:end]
                start = at = end
                break
        else:
            at += 1
            while _is_mark(run, at):
                at += 1
    if start < len(run):
        yield run[start:]


def _is_mark(run: str, at: int) -> bool:
    return at < len(run) and unicodedata.category(run[at]) == "Mn"


@cache
def _longest(words: frozenset[str]) -> int:
    return max(map(len, words), default=0)
