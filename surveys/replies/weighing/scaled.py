"""How much speaks for each point of a scale."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.text import words
from surveys.replies.text.pauses import typed
from surveys.replies.text.words import form
from surveys.replies.weighing import frames, vocabulary
from surveys.replies.weighing.frames import Frame
from surveys.replies.weighing.heard import Heard, Word, hear

POINTS, MIDDLE = 5, 2
_STRONG = 1.1  # "ยอดเยี่ยม" needs no degree beside it
_EXACT, _LEAD = (
    0.06,
    0.12,
)  # how near a value is to a label's, and nearer than to others


@dataclass(frozen=True)
class Scale:
    """What a scale's five labels say, in frames."""

    values: tuple[float | None, ...]  # of each label along the scale's theme
    often: tuple[float | None, ...]
    middles: frozenset[int]
    theme: str
    sign: int  # whether the theme's "more" is what the values grow with
    stems: frozenset[str]  # the words of its labels that its theme knows, and its own
    own: frozenset[str]
    unsure: int | None  # the label that itself says "not sure"


@lru_cache(maxsize=256)
def scale(question: Question) -> Scale:
    heards = [hear(question, _label(question, i)) for i in range(POINTS)]
    own = _stems(question, heards)
    said = [frames.frames(heard, own) for heard in heards]
    counts: dict[str, int] = {}
    for each in said:
        for theme in {frame.theme for frame in each if frame.theme}:
            counts[theme] = counts.get(theme, 0) + 1
    asked = naming.asked(question)
    theme = max(counts, key=lambda name: (counts[name], name != "good"), default="")
    if not theme:
        theme = _asked_theme(asked)
    middles = frozenset(
        i
        for i, heard in enumerate(heards)
        if any("middle" in word.roles for word in heard.words)
        and not any(frame.neg for frame in said[i])
    )
    said = [frames.frames(heard, own, theme) for heard in heards]
    stems = {each.word for frames_ in said for each in frames_}
    values = []
    for i in range(POINTS):
        its = [each for each in said[i] if each.theme == theme] or said[i]
        strongest = max(its, key=lambda each: abs(each.value), default=None)
        values.append(0.0 if i in middles else strongest.value if strongest else None)
    often = [_often(heard) for heard in heards]
    has_often = sum(share is not None for share in often) >= 3
    unsure = [
        i
        for i in range(POINTS)
        if _label(question, i).replace(" ", "") in words.CONTROLS["dont_know"]
    ]
    return Scale(
        tuple(values),
        tuple(often) if has_often else (None,) * POINTS,
        middles,
        theme,
        1,
        own | stems,
        own,
        unsure[0] if unsure else None,
    )


def _label(question: Question, index: int) -> str:
    return question.choices[index].label.th or naming.spoken(question, index)[0]


def _asked_theme(asked: str) -> str:
    """The theme of the question's own words, where its labels are bare degrees."""
    for word, roles in sorted(
        vocabulary.general().known.items(), key=lambda w: -len(w[0])
    ):
        if len(word) > 3 and word in asked:
            themes = [name for name, _, _ in vocabulary.themes_of(roles)]
            if themes:
                return themes[0]
    return ""


def _stems(question: Question, heards: Sequence[Heard]) -> frozenset[str]:
    """Words of the labels that no theme knows: they are this scale's own."""
    found: set[str] = set()
    for heard in heards:
        for word in heard.words:
            known = any(
                role in word.roles
                for role in ("stem", "degree", "neg", "often", "middle", "extent")
            )
            if not known and len(word.text) > 2:
                found.add(word.text)
    # A label taken as one word: what is left of it without "not" and degree.
    for index in range(POINTS):
        text = typed(_label(question, index)).text
        for no in ("ไม่ค่อย", "ไม่ได้", "ไม่"):
            text = text.removeprefix(no)
        for pre in ("ค่อนข้าง",):
            text = text.removeprefix(pre)
        for degree in sorted(words.DEGREES, key=len, reverse=True):
            if text.endswith(degree) and text != degree:
                text = text.removesuffix(degree)
                break
        roles = vocabulary.general().known.get(text, vocabulary.NONE)
        if len(text) > 2 and not set(roles) & {"stem", "degree", "often", "middle"}:
            found.add(text)
    return frozenset(found)


def _often(heard: Heard) -> float | None:
    shares = [word.roles["often"] for word in heard.words if "often" in word.roles]
    return float(max(shares, key=lambda share: abs(share - 0.5))) if shares else None


def _nearest(values: Sequence[float | None], value: float) -> list[tuple[float, int]]:
    return sorted(
        (round(abs(value - each), 3), index)
        for index, each in enumerate(values)
        if each is not None
    )


def evidence(question: Question, heard: Heard) -> list[dict[str, float]]:
    """For each point what speaks for and against it."""
    of = scale(question)
    found: list[dict[str, float]] = [{} for _ in range(POINTS)]
    _of_labels(heard, found)
    said = frames.frames(heard, of.own, of.theme)
    used = [_placed(of, frame) for frame in said]
    levels: dict[str, list[tuple[Frame, list[tuple[float, int]]]]] = {}
    for frame, (level, near) in zip(said, used, strict=True):
        if not near:
            continue
        if frame.denied:
            if near[0][0] <= _EXACT:
                add(found[near[0][1]], "scale_denied")
            continue
        levels.setdefault(level, []).append((frame, near))
    for level, hits in levels.items():
        _of_level(level, hits, heard, found)
    _of_often(of, heard, found)
    counts = any("number" in word.roles for word in heard.words)
    middle = [
        word
        for word in heard.words
        if "middle" in word.roles and not (counts and word.text == _HALF)
    ]
    if middle and len(of.middles) == 1:
        index = next(iter(of.middles))
        add(found[index], "scale_middle")
        if middle[-1].clause == heard.clauses - 1:
            add(found[index], "scale_middle_last")
    _of_neither(of, said, found)
    of_places(heard, found)
    for index, features in enumerate(found):
        others = [other for i, other in enumerate(found) if i != index]
        for name in ("figure", "place"):
            if any(name in other for other in others):
                features[f"{name}_other"] = 1.0
    _sincere(of, heard, found)
    _unsure(of, heard, found)
    return found


_HALF = "ครึ่ง"
_NO_PLACE = (_HALF, "เต็ม", "โมง", "กว่า")


def of_places(heard: Heard, found: list[dict[str, float]]) -> None:
    """ "ข้อ 3", "ให้ 4": a choice by its place, counted from 1, and nothing else."""
    said = [word for word in heard.words if "number" in word.roles]
    for word in said:
        number = str(word.roles["number"])
        value = int(number) if number.isdecimal() else 0
        if not 1 <= value <= len(found):
            continue
        before = heard.words[word.place - 1].roles if word.place else {}
        after = heard.words[word.place + 1 : word.place + 2]
        is_place = "place" in before and not frames.denial(heard.words, word.place)
        is_other = bool(after) and (
            after[0].text in _NO_PLACE or "unit" in after[0].roles
        )
        if is_other or not (is_place or (is_alone(heard, word) and len(said) == 1)):
            continue
        name = "place" if is_place else "figure"
        add(found[value - 1], name)
        if is_first(heard, word):
            add(found[value - 1], f"{name}_first")


def add(features: dict[str, float], name: str, value: float = 1.0) -> None:
    features[name] = max(features.get(name, 0.0), value)


_UNSURE = form("ไม่(?:ค่อย)?(?:แน่ใจ|รู้|ทราบ|ชัวร์)|not sure|dont know|unsure")


def _unsure(of: Scale, heard: Heard, found: list[dict[str, float]]) -> None:
    """Where a point itself says "not sure", to be unsure is that point."""
    if of.unsure is not None and _UNSURE.search(heard.text):
        add(found[of.unsure], "scale_unsure")


def _placed(of: Scale, frame: Frame) -> tuple[str, list[tuple[float, int]]]:
    """How surely a frame speaks of the scale's theme, and the points nearest to it."""
    if frame.theme in (of.theme, "own"):
        is_sure = frame.word in of.stems or frame.sized or abs(frame.value) > _STRONG
        level = "own" if is_sure else "theme"
        return level, _nearest(of.values, frame.value)
    if frame.theme == "change":  # better than before may still be bad
        return "", []
    good = vocabulary.GOOD.get(of.theme, 1)
    value = frame.value * frame.good * good
    if frame.theme == "":
        level = "bare" if frame.bare else "loose"
        return level, _nearest(of.values, frame.value)
    level = "kin" if frame.theme in ("good", "trouble") else "far"
    return level, _nearest(of.values, value)


def _of_labels(heard: Heard, found: list[dict[str, float]]) -> None:
    last = heard.clauses - 1
    for word in heard.phrases:
        place = word.place
        for role in ("label", "name"):
            index = word.roles.get(role)
            if index is None or not 0 <= index < POINTS:
                continue
            denial = frames.denial(heard.words, place)
            after = next((e for e in heard.words if e.start >= word.end), None)
            grown = (
                after is not None
                and after.clause == word.clause
                and ("degree" in after.roles or "stem" in after.roles)
            )
            if denial:
                add(found[index], f"{role}_denied")
                continue
            add(found[index], role)
            if grown:
                add(found[index], f"{role}_grown")
            if word.clause == last:
                add(found[index], f"{role}_last")
            if is_first(heard, word):
                add(found[index], f"{role}_first")
            if is_alone(heard, word):
                add(found[index], f"{role}_alone")
            before = heard.words[place - 1].roles if place else {}
            if "settles" in before or "but" in before:
                add(found[index], f"{role}_settled")
            if frames.of_others(heard.words, word):
                add(found[index], f"{role}_from_others")
            if frames.then_not(heard.words, word):
                add(found[index], f"{role}_then_not")
    for index, features in enumerate(found):
        others = [other for i, other in enumerate(found) if i != index]
        if any("label" in other for other in others):
            features["label_other"] = 1.0
        if any("name" in other for other in others):
            features["name_other"] = 1.0


_EMPTY = ("fill", "polite", "laugh")


def is_first(heard: Heard, said: Word) -> bool:
    """Whether only empty words stand before it."""
    return all(
        any(role in word.roles for role in _EMPTY)
        for word in heard.words
        if word.end <= said.start
    )


def is_alone(heard: Heard, said: Word) -> bool:
    """Whether only empty words stand beside it in its clause."""
    return all(
        any(role in word.roles for role in (*_EMPTY, "settles"))
        for word in heard.words
        if word.clause == said.clause
        and (word.end <= said.start or word.start >= said.end)
    )


def _of_level(
    level: str,
    hits: list[tuple[Frame, list[tuple[float, int]]]],
    heard: Heard,
    found: list[dict[str, float]],
) -> None:
    last, name = heard.clauses - 1, f"scale_{level}"
    for frame, near in hits:
        gap = near[1][0] - near[0][0] if len(near) > 1 else 1.0
        index = near[0][1]
        features = found[index]
        if near[0][0] <= _EXACT:
            add(features, f"{name}_exact")
            if frame.sized or frame.neg:
                add(features, f"{name}_exact_sized")
        elif gap >= _LEAD:
            add(features, f"{name}_near")
        else:
            add(features, f"{name}_close")
            add(found[near[1][1]], f"{name}_close_too")
        if frame.clause == last:
            add(features, f"{name}_last")
        if frame.clause == 0:
            add(features, f"{name}_first")
        if frame.of_others:
            add(features, f"{name}_from_others")
        if frame.theme == "change" and frame.neg:
            add(features, f"{name}_unchanged")
        for other, each in enumerate(found):
            if other == index:
                continue
            side = (other - MIDDLE) * (index - MIDDLE)
            add(each, f"{name}_{'other' if side > 0 else 'opposite'}")


def _sincere(of: Scale, heard: Heard, found: list[dict[str, float]]) -> None:
    """Complaints beside a good point, and praise beside a bad one."""
    good = vocabulary.GOOD.get(of.theme, 1)
    roles = {role for word in heard.words for role in word.roles}
    for index, features in enumerate(found):
        value = of.values[index]
        if value is None or not value:
            continue
        side = value * good if min(v for v in of.values if v is not None) < 0 else 0
        if side > 0 and "complains" in roles:
            features["scale_complains_other"] = 1.0
        if side < 0 and "praise" in roles:
            features["scale_praises_other"] = 1.0


# "เดือนละครั้ง": so many times in so long.
_RATES = {"ปี": 0.2, "เดือน": 0.4, "อาทิตย์": 0.6, "สัปดาห์": 0.6, "วัน": 1.0}
_RATE = re.compile("(ปี|เดือน|อาทิตย์|สัปดาห์|วัน)(?:ละ|นึง|หนึ่ง).{0,8}?(?:ครั้ง|หน|ที|รอบ|วัน)")


def _of_often(of: Scale, heard: Heard, found: list[dict[str, float]]) -> None:
    if all(share is None for share in of.often):
        return
    for hit in _RATE.finditer(heard.text):
        near = _nearest(of.often, _RATES[hit[1]])
        add(found[near[0][1]], "often_rate")
    hits = [
        (place, word, float(word.roles["often"]))
        for place, word in enumerate(heard.words)
        if "often" in word.roles
    ]
    for place, word, share in hits:
        denial = frames.denial(heard.words, place)
        near = _nearest(of.often, share)
        if denial in ("extent", "twice") or (denial and share == 1.0):
            add(found[near[0][1]], "often_denied")
            continue
        if denial and share > 0.5:
            near = _nearest(of.often, 0.2)
        exact = near[0][0] <= _EXACT
        add(found[near[0][1]], "often_exact" if exact else "often_near")
        if word.clause == heard.clauses - 1:
            add(found[near[0][1]], "often_last")
        for other, each in enumerate(found):
            if other != near[0][1]:
                add(each, "often_other")


def _of_neither(of: Scale, said: list[Frame], found: list[dict[str, float]]) -> None:
    """ "ไม่ดีไม่เลว": both ends denied is the middle."""
    index = next(iter(of.middles)) if len(of.middles) == 1 else MIDDLE
    denied = [frame for frame in said if frame.neg or frame.denied]
    good = vocabulary.GOOD.get(of.theme, 1)
    sides = set()
    for frame in denied:
        turn = 1 if frame.theme in (of.theme, "own", "") else frame.good * good
        value = frame.value * turn
        sides.add(value > 0 if not frame.denied else value < 0)
    bare = {frame.word for frame in denied if frame.theme == ""}
    if len(sides) == 2 or len(bare) == 2:
        add(found[index], "scale_neither")
