"""Text made worse the way people type: to learn and to measure what that costs."""

from collections.abc import Callable, Mapping
from random import Random

from content import thai

# Keys that lie side by side on a Thai keyboard, and letters that sound alike.
_NEIGHBOURS = ("ฟหกดเ้่าสวง", "ภถุึคตจขช", "พะัีรนยบล", "ผปแอิืทมใฝ", "asdfghjkl", "qwertyuiop")
_ALIKE = ("สศษซ", "นณ", "ยญ", "ทธฑฒ", "คฆข", "ใไ", "ิี", "ุู", "ึื", "รล", "พภผ")
_TONES = "่้๊๋"
_DRAWN = "ะาิีึืุูเแโ"
_ENDINGS = ("คับ", "ค่า", "นะ", "อ่ะ", "จ้า", "งับ", "555", "ๆ", "!!", "😅")
_BEGINNINGS = ("เอ่อ ", "แอดมิน ", "ถามหน่อย ", "สวัสดีค่ะ ", "พี่ๆ ")


def typos(text: str, random: Random) -> str:
    """One slip for about every twelve letters: missed, doubled, swapped, mistaken."""
    letters = list(text)
    for _ in range(max(1, len(text) // 12)):
        at = random.randrange(len(letters)) if letters else 0
        if at >= len(letters):
            break
        match random.randrange(4):
            case 0 if len(letters) > 3:
                del letters[at]
            case 1:
                letters.insert(at, letters[at])
            case 2 if at + 1 < len(letters):
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            case _:
                letters[at] = _mistaken(letters[at], random)
    return "".join(letters)


def no_tones(text: str, random: Random) -> str:
    """Tone marks left out, all of them."""
    return "".join(letter for letter in text if letter not in _TONES)


def no_spaces(text: str, random: Random) -> str:
    """Everything in one run."""
    return text.replace(" ", "") if not text.isascii() else text


def chat_style(text: str, random: Random) -> str:
    """Courtesy before and after, a drawn-out vowel, spaces where one breathes."""
    places = [at for at, letter in enumerate(text) if letter in _DRAWN]
    if places:
        at = random.choice(places)
        text = text[:at] + text[at] * random.randint(2, 4) + text[at:]
    return f"{random.choice(_BEGINNINGS)}{text}{random.choice(_ENDINGS)}"


def wrong_keyboard(text: str, random: Random) -> str:
    """The same keys, the other layout."""
    return thai.other_layout(text)


KINDS: Mapping[str, Callable[[str, Random], str]] = {
    each.__name__: each
    for each in (typos, no_tones, no_spaces, chat_style, wrong_keyboard)
}


def _mistaken(letter: str, random: Random) -> str:
    for group in (*_ALIKE, *_NEIGHBOURS):
        at = group.find(letter)
        if at >= 0:
            near = group[max(0, at - 1) : at] + group[at + 1 : at + 2]
            return random.choice(near)
    return letter
