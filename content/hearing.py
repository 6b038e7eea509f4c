"""Words of a list found in a message, however they are typed.

Knows how people spell, not what they mean: marks left out, letters that sound alike,
spaces anywhere, one slip in a long word.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content import thai

CUT = "|"
ANY = "*"
KEY = 4  # letters by which a word is looked up
SHORT = 2  # letters of the shortest words: ไฟ, ตี
LEAST_FOR_SLIP = {"thai": 8, "english": 7, "phrase": 12, "burmese": 11}
"""From this many letters on a word is also found with one letter wrong:
short English words that stand together are near too many others (far from, fall from).
"""
FIXED = 2
"""So many letters at its beginning hold no slip: many short words begin long ones."""
LEAST_FOR_LALA = 5
"""From this many on also with ร and ล mistaken: สารเคมีลั่ว, ปร้น."""

# Tone marks are often left out, and ใ typed for ไ. But ไหม้ (burns) without its mark
# is ไหม (a question word), so that one keeps it, as BURNS.
BURNS = "\x01"
_BURNS = re.compile("[ไใ]หม[\u0e49\u0e4a\u0e47]")
_ALIKE = {
    **str.maketrans("ใณศษญซธภฐฎฏ", "ไนสสยสทพถดต"),
    **dict.fromkeys((*range(0x0E47, 0x0E4D), 0x0E3A)),
    **dict.fromkeys(range(ord("a"), ord("z") + 1)),  # English is heard by itself
}
_SHOWN = str.maketrans(
    {"🔥": " fireemoji ", "🆘": " sos ", "🚨": " sos ", "🚑": " sos "}
)
_LATIN = re.compile("[a-z0-9]+")
_THAI = re.compile("[\u0e01-\u0e4e\u1000-\u109f]")
_CLUSTER = re.compile("([กคปพ])ล")
_TWICE = re.compile(r"([a-z])\1+")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it was typed, and as it sounds."""

    typed: str
    """Squeezed, marks and all."""
    sounds: str
    """Thai unspaced and without tones, then English words between spaces, so that
    they are found whole."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """A word of which one half stands in the text: the other may hold a slip."""

    half: str
    """What must be there unharmed."""
    rest: str
    """The other half; mirrored where it stands before."""
    before: bool
    fixed: int
    """So many letters at the end of `rest` hold no slip."""
    names: tuple[str, ...]


Whole = tuple[str, tuple[str, ...]]
"""A word as it sounds, and the names it is listed under."""


@dataclass(frozen=True, slots=True)
class Index:
    """Words by their first letters; most of what is said begins none of them."""

    whole: Mapping[str, tuple[Whole, ...]]
    """The longest word first."""
    slipped: Mapping[str, tuple[Slipped, ...]]
    short: Mapping[str, tuple[str, ...]]
    """Names by words of two or three letters."""
    typed: tuple[Whole, ...]
    """Words that count only as written, tone marks included."""


Span = tuple[int, int]
Spans = dict[str, list[Span]]
"""Where each name was found; typed words have no place."""


def hear(normal: str, spelled: Mapping[str, str]) -> Heard:
    """A normalised text as it sounds; `spelled` maps English words to our form."""
    typed = thai.squeezed(normal)
    sounds = _BURNS.sub(f"ไหม{BURNS}", typed).translate(_ALIKE)
    latin = re.sub("['’]", "", normal.translate(_SHOWN))
    words = (spelled.get(word, word) for word in _LATIN.findall(latin))
    english = _TWICE.sub(r"\1", " ".join(words).replace("can not", "cannot"))
    return Heard(typed, f"{sounds} {CUT} {english} ")


def index(
    words: Mapping[str, Iterable[str]], spelled: Mapping[str, str], *, slips: bool
) -> Index:
    """`=word` counts as written only; English `word*` is found with any ending.

    Raises `ValueError` for a word of one letter.
    """
    typed, sounds = _names(words, spelled)
    whole: dict[str, list[Whole]] = {}
    slipped: dict[str, list[Slipped]] = {}
    short: dict[str, tuple[str, ...]] = {}
    for word, names in sounds.items():
        part = word.removesuffix(ANY)
        if len(part) < SHORT:
            raise ValueError(f"{names}: {word!r} is too short")
        if len(part) < KEY:
            short[part] = names
            continue
        whole.setdefault(part[:KEY], []).append((part, names))
        for each in _slipped(part, names) if slips and part == word else ():
            slipped.setdefault(each.half[:KEY], []).append(each)
    return Index(
        {key: tuple(sorted(each, key=_longest_first)) for key, each in whole.items()},
        {key: tuple(each) for key, each in slipped.items()},
        short,
        tuple(sorted(typed.items(), key=_longest_first)),
    )


def _names(
    words: Mapping[str, Iterable[str]], spelled: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The names of each word: of those that count as typed, and as they sound."""
    typed: dict[str, set[str]] = {}
    sounds: dict[str, set[str]] = {}
    for name, word in ((name, word) for name, each in words.items() for word in each):
        if word.startswith("="):
            typed.setdefault(thai.squeezed(thai.normalise(word)), set()).add(name)
            continue
        for way in _ways(_sound(word, spelled)):
            sounds.setdefault(way, set()).add(name)
    return (
        {word: tuple(sorted(names)) for word, names in typed.items()},
        {word: tuple(sorted(names)) for word, names in sounds.items()},
    )


def cut(known: Index, heard: Heard) -> Heard:
    """The text without these words, the longest at each place; short ones stay."""
    typed, text = heard.typed, heard.sounds
    for word, _ in known.typed:
        typed = typed.replace(word, CUT)
    kept: list[str] = []
    start = at = 0
    while at < len(text):
        for word, _ in known.whole.get(text[at : at + KEY], ()):
            if text.startswith(word, at):
                # The space after an English word also begins the next one.
                kept += (text[start:at], f"{CUT} " if word[0] == " " else CUT)
                start = at = at + len(word) - (word[-1] == " ")
                break
        else:
            at += 1
    return Heard(typed, "".join(kept) + text[start:])


def find(known: Index, heard: Heard) -> Spans:
    """Which names are heard, and where."""
    text = heard.sounds
    places: list[tuple[tuple[str, ...], Span]] = []
    whole, slipped, short = known.whole, known.slipped, known.short
    for at in range(len(text) - SHORT + 1):
        key = text[at : at + KEY]
        if key in whole:
            for word, names in whole[key]:
                if text.startswith(word, at):
                    places.append((names, (at, at + len(word))))
        if key in slipped:
            for each in slipped[key]:
                if text.startswith(each.half, at) and _slips(each, text, at):
                    places.append((each.names, _place(each, at)))
        for word in (key[:3], key[:2]):
            if word in short:
                places.append((short[word], (at, at + len(word))))
    found: Spans = {}
    for names, place in places:
        for name in names:
            found.setdefault(name, []).append(place)
    for word, names in known.typed:
        if word in heard.typed and _stands(word, heard.typed):
            for name in names:
                found.setdefault(name, [])
    return found


def _stands(word: str, typed: str) -> bool:
    """As written: no mark goes on after it, as in ไฟไหม and ไฟไหม้."""
    at = typed.find(word)
    after = typed[at + len(word) : at + len(word) + 1]
    return at >= 0 and not (after and unicodedata.category(after) == "Mn")


def _sound(word: str, spelled: Mapping[str, str]) -> str:
    """One word of our list, as it is heard."""
    sounds, _, latin = hear(thai.normalise(word), spelled).sounds.partition(f" {CUT}")
    if not latin.strip() or _THAI.search(sounds):
        return sounds
    return f"{latin.rstrip()}{ANY}" if word.endswith(ANY) else latin


def _ways(part: str) -> Iterable[str]:
    yield part
    if len(part) >= LEAST_FOR_LALA:
        yield from {part.replace("ร", "ล"), _CLUSTER.sub(r"\1ร", part)} - {part}


def _slipped(part: str, names: tuple[str, ...]) -> Iterable[Slipped]:
    words = part.split()
    least = LEAST_FOR_SLIP[_script(words)]
    if sum(map(len, words)) < least or BURNS in part:
        return
    middle = len(part) // 2
    first, second = part[:middle], part[middle:]
    yield Slipped(first, second, False, 0, names)
    yield Slipped(second, first[::-1], True, FIXED, names)


def _script(words: list[str]) -> str:
    if words[0] < "\u0e00":
        return "phrase" if len(words) > 1 else "english"
    return "burmese" if words[0] >= "\u1000" else "thai"


def _slips(each: Slipped, text: str, at: int) -> bool:
    room = len(each.rest) + 1
    if each.before:
        return _opens(each.rest, text[max(0, at - room) : at][::-1], each.fixed)
    start = at + len(each.half)
    return _opens(each.rest, text[start : start + room], each.fixed)


def _place(each: Slipped, at: int) -> Span:
    if each.before:
        return max(0, at - len(each.rest)), at + len(each.half)
    return at, at + len(each.half) + len(each.rest)


def _opens(part: str, text: str, fixed: int) -> bool:
    """Whether the text opens with the part, one letter added, left out, mistaken,
    or two swapped, but none of its last `fixed` ones."""
    same, most = 0, min(len(part), len(text))
    while same < most and part[same] == text[same]:
        same += 1
    if same >= len(part) - fixed:
        return same == len(part)
    return (
        text.startswith(part[same + 1 :], same + 1)
        or text.startswith(part[same + 1 :], same)
        or text.startswith(part[same:], same + 1)
        or (
            text[same : same + 2] == part[same : same + 2][::-1]
            and text.startswith(part[same + 2 :], same + 2)
        )
    )


def _longest_first(word: Whole) -> tuple[int, str]:
    return -len(word[0]), word[0]


def listed(words: str) -> tuple[str, ...]:
    """A list as our files write it: words with commas between."""
    return tuple(each.strip() for each in words.split(",") if each.strip())
