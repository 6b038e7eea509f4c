"""What a text is searched by: its words, what they mean, and its 3-grams, as numbers.

A 3-gram is three letters in a row by their sound, wherever words begin and end, so
that a slip of the finger costs three of them and no more, and a tone mark none. It is
a number of 24 bits.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from content import thai
from content.lexicon import Lexicon

GRAM = 3
GRAMS = 1 << 8 * GRAM
"""How many 3-grams there can be."""
Ints = NDArray[np.int64]
_SENSE = "\x02"


class _Classes(dict[int, str | None]):
    """Letter -> the class of its sound, of 255; none for what is no letter.

    Thai, Latin, digits and Burmese have a class for each; the rest share.
    """

    def __missing__(self, letter: int) -> str | None:
        sound = thai.sounding(thai.squeezed(chr(letter)))
        found = chr(_class(ord(sound))) if sound else None
        if letter < thai.COMMON:
            self[letter] = found
        return found


def _class(letter: int) -> int:
    if 0x0E01 <= letter <= 0x0E5B:
        return 40 + letter - 0x0E01
    if 0x61 <= letter <= 0x7A:
        return 3 + letter - 0x61
    if 0x30 <= letter <= 0x39:
        return 29 + letter - 0x30
    return 132 + letter % 124


_CLASSES = _Classes({ord(thai.BREAK): thai.BREAK})


def sense(name: str) -> str:
    """A meaning, told apart from a word that is spelt alike."""
    return _SENSE + name


def phrases(text: str, lexicon: Lexicon) -> list[str]:
    """What the phrases of a normalised text mean."""
    return [sense(name) for name in lexicon.meant(text)]


def grams(text: str) -> Ints:
    """The 3-grams of a normalised text, spaces left out, in the order they stand in."""
    return _grams(_letters(text.replace(thai.BREAK, "")))


def grams_of(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """The 3-grams of many texts, and for each the number of its text."""
    letters = _letters(thai.BREAK.join(texts))
    owner = np.cumsum(letters == 0)
    found = _grams(letters)
    if not len(found):
        return found, found
    whole = (letters[:-2] != 0) & (letters[1:-1] != 0) & (letters[2:] != 0)
    return found[whole], owner[:-2][whole]


def _letters(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.translate(_CLASSES).encode("latin-1"), dtype=np.uint8)


def _grams(letters: NDArray[np.uint8]) -> Ints:
    if len(letters) < GRAM:
        return np.zeros(0, dtype=np.int64)
    wide = letters.astype(np.int64)
    found: Ints = (wide[:-2] << 16) | (wide[1:-1] << 8) | wide[2:]
    return found
