"""What a phrase says of a scale's theme: how much, and whether it is denied.

A value runs from -1.3 (not at all, the very opposite) to 1.3 (most); 0 is neither.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from surveys.replies.weighing import vocabulary
from surveys.replies.weighing.heard import Heard, Word

_SIZES = {
    "most": 1.3,
    "very": 1.0,
    "indeed": 0.85,
    "weak": 0.5,
    "little": 0.3,
    "least": 0.1,
    "none": 0.85,
    "not_much": 0.5,
}
PLAIN, HARDLY, NOT = 0.7, -0.4, -0.7
MAX_ODD = 6  # letters of a stretch nobody knows that may stand between
_REACH = 3  # words between a "not" and what it denies
# What may stand between a "not" and its word, or a word and its degree.
_THROUGH = ("fill", "plain", "strong", "verb", "echo", "polite")


@dataclass(frozen=True, slots=True)
class Frame:
    """What one word with those around it says."""

    theme: str  # "": a degree alone
    value: float
    clause: int
    place: int  # of its word among the words
    denied: bool = False  # "ไม่ถึงกับ": it is said that it is not so
    neg: bool = False
    bare: bool = False  # a degree alone, first in its clause
    sized: bool = False  # with a degree beside it
    good: int = 1  # which end of the theme is better
    word: str = ""
    of_others: bool = False


def frames(heard: Heard, own: Collection[str] = (), theme: str = "") -> list[Frame]:
    """All that the words say, in order. `own` are stems only this question has.

    Of a word of several themes only that of the question counts, if it is one.
    """
    found: list[Frame] = []
    spent: set[int] = set()
    for place, word in enumerate(heard.words):
        themes = vocabulary.themes_of(word.roles)
        if word.text in own:
            themes = [("own", 1, 1.0)]
        if any(name == theme for name, _, _ in themes):
            themes = [each for each in themes if each[0] == theme]
        elif any(name == "good" for name, _, _ in themes):
            themes = [each for each in themes if each[0] == "good"]
        if not themes:
            continue
        no = denial(heard.words, place)
        degrees = _degrees(heard.words, place)
        spent |= {at for at, _ in degrees}
        for name, sign, strength in themes:
            value = _value(no, [degree for _, degree in degrees], strength)
            found.append(
                Frame(
                    name,
                    sign * value,
                    word.clause,
                    place,
                    denied=no in ("extent", "twice"),
                    neg=no not in ("", "extent", "twice"),
                    sized=bool(degrees),
                    good=vocabulary.GOOD.get(name, 1),
                    word=word.text,
                    of_others=of_others(heard.words, word),
                )
            )
    found += _alone(heard.words, spent)
    return sorted(found, key=lambda each: each.place)


_NOBODY = "ไม่มีใคร"


def then_not(said: Sequence[Word], word: Word) -> bool:
    """Whether a "not" comes right after it in its clause: "ควันไม่ค่อยมี"."""
    after = next((each for each in said if each.start >= word.end), None)
    return after is not None and after.clause == word.clause and "neg" in after.roles


def of_others(said: Sequence[Word], word: Word) -> bool:
    """Whether others are named before it in its clause: "แม่พอใจ"."""
    return any(
        "others" in each.roles or each.text.startswith(_NOBODY)
        for each in said[: word.place]
        if each.clause == word.clause
    )


def denial(said: Sequence[Word], place: int) -> str:
    """How the word is denied: "not", "hardly", "none", "never", "extent" or not."""
    clause = said[place].clause
    for back in range(1, _REACH + 1):
        at = place - back
        if at < 0 or said[at].clause != clause:
            return ""
        roles = said[at].roles
        for role in ("twice", "extent"):
            if role in roles:
                return role
        if "neg" in roles:
            before = said[at - 1].roles if at and said[at - 1].clause == clause else {}
            return "twice" if "neg" in before else str(roles["neg"])
        if "stem" in roles or "but" in roles:
            return ""
        if roles and not any(role in roles for role in (*_THROUGH, "degree")):
            return ""
        if not roles and said[at].end - said[at].start > MAX_ODD:
            return ""
    return ""


def _degrees(said: Sequence[Word], place: int) -> list[tuple[int, str]]:
    """The degrees beside the word: just before it, or up to three words after it."""
    clause, found = said[place].clause, []
    before = place - 1
    if before >= 0 and said[before].clause == clause:
        name = said[before].roles.get("degree")
        if name and "stem" not in said[before].roles:
            found.append((before, str(name)))
        elif (
            "neg" in said[before].roles and before and said[before - 1].clause == clause
        ):
            name = said[before - 1].roles.get("degree")
            if name in ("most", "weak", "very"):
                found.append((before - 1, str(name)))
    for at in range(place + 1, min(len(said), place + 5)):
        if said[at].clause != clause:
            break
        roles = said[at].roles
        if "degree" in roles:
            found.append((at, str(roles["degree"])))
        elif said[at].text not in _SO and _goes_on(said[at]):
            break
    return found


def _goes_on(word: Word) -> bool:
    """Whether a word goes on to say something else."""
    is_other = any(role in word.roles for role in _OTHER)
    return is_other or (not word.roles and word.end - word.start > MAX_ODD)


_OTHER = ("stem", "neg", "but", "extent", "number")


_SO = ("ดี", "ได้")  # "สะดวกดีมาก"


def _value(no: str, degrees: list[str], strength: float) -> float:
    sizes = [_SIZES[name] for name in degrees]
    if no in ("", "extent", "twice"):
        if not sizes:
            value = PLAIN if strength == 1.0 else 1.15
        elif "most" in degrees or "least" in degrees:
            value = 1.3 if "most" in degrees else 0.1
        elif set(degrees) == {"indeed"}:
            value = _SIZES["indeed"] if strength == 1.0 else 1.2
        else:
            rest = [size for size in sizes if size != _SIZES["indeed"]] or sizes
            value = min(rest) if min(rest) < PLAIN else max(rest)
            value = max(value, 1.0) if strength > 1.0 and value > PLAIN else value
        return value if no != "twice" else 0.4
    if no == "hardly" or "not_much" in degrees:
        return HARDLY
    if {"indeed", "none", "most"} & set(degrees):
        return -1.3
    if "very" in degrees:
        return -1.0
    if no in ("none", "never"):
        return -0.95
    return NOT


def _alone(said: Sequence[Word], spent: set[int]) -> list[Frame]:
    """Degrees that stand beside no word they are of."""
    found = []
    for place, word in enumerate(said):
        degree = word.roles.get("degree")
        if not degree or place in spent or degree in ("indeed", "weak", "none"):
            continue
        before = [each for each in said[:place] if each.clause == word.clause]
        first = all(
            any(role in each.roles for role in ("fill", "others", "degree", "neg"))
            or "echo" in each.roles
            for each in before
        )
        no = denial(said, place)
        if no in ("not", "hardly", "none"):
            value = 0.3 if degree in ("very", "most", "not_much") else 0.5
        else:
            value = _SIZES[str(degree)]
        if degree == "not_much" and not no:
            continue
        found.append(
            Frame(
                "",
                value,
                word.clause,
                place,
                denied=no in ("extent", "twice"),
                neg=bool(no),
                bare=first,
                word=word.text,
            )
        )
    return found
