"""Brings what is typed to one form: as it is compared, and as it is kept."""

import re
import unicodedata

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


# Every other letter can be seen: ASCII, Thai, Burmese; and what a program marks with.
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
    text = _MARKS.sub(_meaning_of_marks, ascii_digits(text))
    text = text.replace("เเ", "แ")
    # Typed in the other order, tone and vowel am (here decomposed) look the same.
    text = _AM_FIRST.sub("\\1\u0e4d", text)
    text = _TONE_FIRST.sub("\\2\\1", text)
    # "มากกกก": nobody's spelling has three of a letter in a row.
    return DRAWN.sub(r"\1", text)


MAX_KEPT = 1000  # characters of a free text


def kept(text: str) -> str:
    """Free text as it is kept: so much of it, trimmed, without what nobody can see."""
    seen = "".join(
        letter
        for letter in text
        if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs")
    )
    return seen.strip()[:MAX_KEPT].strip()


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


def ascii_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0-9."""
    return _DECIMAL.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


_DECIMAL = re.compile(r"[^\D0-9]")
