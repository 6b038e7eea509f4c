"""How people say a point of a scale in other words than its label's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import product

from surveys.replies.scales.points import (
    MIDDLE,
    NEXT,
    TOP,
    UNCLEAR,
    Said,
    Scale,
    resolved,
)
from surveys.replies.text import words

_SO_MUCH, _INDEED = "มากเลย", "เลย"
# A scale's labels, where it is only asked how much.
PLAIN = ("น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด")
_SUFFIXES = sorted(words.DEGREES, key=len, reverse=True)
_NOT = "ไม่"
_NOT_VERY = "ไม่ค่อย"
_NOT_MUCH = ("เท่าไหร่", "เท่าไร", "เท่าไร่", "เท่าใด", "นัก")
_ENGLISH = {
    **dict.fromkeys(
        ("very", "extremely", "really", "so", "highly", "strongly"), "very"
    ),
    **dict.fromkeys(("totally", "completely", "super", "fully"), "most"),
    **dict.fromkeys(
        ("somewhat", "slightly", "fairly", "quite", "rather", "alittle", "abit"), "weak"
    ),
    **dict.fromkeys(("pretty", "kindof", "kinda", "sortof", "mostly"), "weak"),
}
_ENGLISH_NOT = {
    "notatall": "most",
    "notvery": "hardly",
    "notreally": "hardly",
    "notso": "hardly",
    "notthat": "hardly",
    "nottoo": "hardly",
    "not": "plain",
    "dontfeel": "plain",
    "donotfeel": "plain",
    "donot": "plain",
    "dont": "plain",
}
_BURMESE_VERY = ("အလွန်", "အရမ်း", "သိပ်", "တအား")
_BURMESE_END = re.compile("(ပါတယ်|ပါသည်|တယ်|သည်|ပါဘူး|ဘူး|ပါ)$")
_ENDS, _NOT_ENDS = ("ပါတယ်", "တယ်", "ပါသည်", "သည်"), ("ပါ", "ဘူး", "ပါဘူး")
_LABEL_PREFIX = {"ค่อนข้างจะ": "weak", "ค่อนข้าง": "weak", "ออกจะ": "weak", "โคตร": "most"}
_PREFIX = _LABEL_PREFIX | {
    "โครต": "most",
    "สุด": "most",
    "แค่": "weak",
    "เกือบ": "weak",
    "เริ่ม": "weak",
    "พอ": "weak",
}


_FAIR = words.listed("พอใช้ พอใช้ได้ fair")  # the middle where a label says so
_POINTS = [words.listed(said) for said in words.LISTS["points"]]


def names(labels: Sequence[Sequence[str]], asked: str) -> dict[str, int]:
    """From the five points' names, low to high, what other words mean which point."""
    points = [{_parsed(label) for label in said} for said in labels]
    stems = {each.stem for said in points for each in said if not each.denied}
    points = [{_prefixed(each, stems) for each in said} for said in points]
    scale = Scale(tuple(frozenset(said) for said in points), asked)
    point = cache(partial(resolved, scale))
    named = {}
    for stem in sorted({each.stem for said in points for each in said} - {""}):
        for form, denied, degree in _forms(stem):
            named[form] = point(Said(stem, denied, degree))
        for alias in sorted(_aliases(stem)):
            for form, denied, degree in _forms(alias):
                named.setdefault(form, point(Said(stem, denied, degree)))
        for opposite in _OPPOSITES.get(stem, ()):
            for form, denied, degree in _thai_forms(opposite):
                if not denied and opposite not in stems:
                    named.setdefault(form, point(Said(stem, True, degree)))
    if any(not each.stem for each in points[TOP]):
        lowest = {e.stem for e in points[0] if e.denied and e.stem}
        for verb in sorted({*_verbs(asked), *lowest}):
            for form, denied, degree in _forms(verb):
                # "ไม่รบกวนเลย, ..., มาก": how much of what the lowest point denies.
                if named.get(form, UNCLEAR) == UNCLEAR and verb not in stems:
                    named[form] = point(Said("", denied, degree))
    named |= _bare(scale) | _first_words(labels)
    named |= _between(scale)
    for word in [word for word in named if word.endswith(_SO_MUCH)]:
        # "มากเลย" may be "มาก" or "มากที่สุด" where both are points.
        if named[word] == TOP and named.get(word.removesuffix(_INDEED)) == NEXT:
            named[word] = UNCLEAR
    taken = {label for said in labels for label in said}
    for group in _POINTS:
        places = {i for i, said in enumerate(labels) if group & set(said)}
        if len(places) == 1:
            named |= dict.fromkeys(group - taken, places.pop())
    if any(each.degree == "mid" for each in points[MIDDLE]):
        named |= dict.fromkeys(words.MIDDLE - taken, MIDDLE)
    return named


def _parsed(label: str) -> Said:
    if label in words.MIDDLE or label in _FAIR:
        return Said("", False, "mid")
    if (english := _english(label)) is not None:
        return english
    if re.match("[က-႟]", label):
        return _burmese(label)
    denied, degree = label.startswith(_NOT), "plain"
    if label.startswith(_NOT_VERY):
        return Said(label.removeprefix(_NOT_VERY), True, "mild")
    stem = label.removeprefix(_NOT) if denied else label
    for prefix, found in _LABEL_PREFIX.items():
        if stem.startswith(prefix) and stem != prefix:
            return Said(stem.removeprefix(prefix), denied, found)
    for suffix in _SUFFIXES:
        if stem.endswith(suffix):
            degree = words.DEGREES[suffix]
            stem = stem.removesuffix(suffix)
            break
    if denied and degree == "indeed":  # "ไม่พอใจเลย"
        degree = "most"
    return Said(stem, denied, degree)


def _english(label: str) -> Said | None:
    if not label.isascii():
        return None
    if label.startswith("not") and label.endswith("atall") and label != "notatall":
        return Said(label.removeprefix("not").removesuffix("atall"), True, "most")
    for prefix in sorted(_ENGLISH_NOT, key=len, reverse=True):
        degree = _ENGLISH_NOT[prefix]
        if label.startswith(prefix):
            return Said(label.removeprefix(prefix), True, degree)
    for prefix in sorted(_ENGLISH, key=len, reverse=True):  # "so" begins "somewhat"
        degree = _ENGLISH[prefix]
        if label.startswith(prefix) and label != prefix:
            return Said(label.removeprefix(prefix), False, degree)
    return Said(label, False, "plain")


def _burmese(label: str) -> Said:
    stem = _BURMESE_END.sub("", label)
    if stem.startswith("လုံးဝမ"):
        return Said(stem.removeprefix("လုံးဝမ"), True, "most")
    for very in _BURMESE_VERY:
        if stem.startswith(very):
            return Said(stem.removeprefix(very), False, "very")
    if stem.startswith("မ"):
        return Said(stem.removeprefix("မ"), True, "plain")
    return Said(stem, False, "plain")


def _prefixed(said: Said, stems: set[str]) -> Said:
    """ "dissatisfied" denies "satisfied", where that is a stem too."""
    for prefix in ("dis", "un", "in"):
        rest = said.stem.removeprefix(prefix)
        if rest != said.stem and rest in stems and not said.denied:
            return Said(rest, True, said.degree)
    return said


# Who says the one denies the other.
_OPPOSITES = {
    stem: said.split(",")
    for stem, _, said in (each.partition("=") for each in words.LISTS["opposites"])
}
_ALIASES = [words.listed(said) for said in words.LISTS["stems"]]


def _aliases(stem: str) -> frozenset[str]:
    """The same in other languages, and in Latin letters."""
    found = [group - {stem} for group in _ALIASES if stem in group]
    return frozenset[str]().union(*found)


# What may be typed, whether it denies, and to what degree.
Form = tuple[str, bool, str]


def _forms(stem: str) -> Iterator[Form]:
    """What may be typed with this stem, and what it says."""
    if stem.isascii():
        yield from _english_forms(stem)
    elif re.match("[က-႟]", stem):
        yield from _burmese_forms(stem)
    else:
        yield from _thai_forms(stem)


def _thai_forms(stem: str) -> Iterator[Form]:
    yield stem, False, "plain"
    yield f"{stem}เยี่ยม", False, "most"
    for no in ("ไม่", "ไม่ได้", "ยังไม่", "ไม่ใช่", "บ่"):
        yield no + stem, True, "plain"
        # "ไม่ได้ชอบใจ" and "ยังไม่ชอบใจ" are weaker than "ไม่ชอบใจ", or not its size.
        if no not in ("ไม่", "บ่"):
            yield no + stem, True, "unclear"
    for suffix, degree in words.DEGREES.items():
        yield stem + suffix, False, degree
        if degree in ("very", "most"):
            yield from (
                (f"{stem}{suffix}{end}", False, degree) for end in ("เลย", "จริง", "อะ")
            )
        yield f"{_NOT_VERY}{stem}{suffix}", True, "unclear"
        strong = "most" if degree == "indeed" else degree
        for no in ("ไม่", "บ่"):
            yield no + stem + suffix, True, strong
            if strong in ("very", "most"):
                yield f"{no}{stem}{suffix}เลย", True, strong
    for prefix, degree in _PREFIX.items():
        yield prefix + stem, False, degree
    for no in (_NOT_VERY, "ไม่ค่อยจะ", "ไม่ค่อยได้", "ยังไม่ค่อย", "ไม่สู้", "ไม่ค่อยรู้สึก", "บ่ค่อย"):
        for end in ("", *_NOT_MUCH, "เลย", "มาก"):
            yield no + stem + end, True, "mild"
    for end in (
        "แม้แต่น้อย",
        "แม้แต่นิดเดียว",
        "เลยแม้แต่นิดเดียว",
        "เลยแม้แต่น้อย",
        "สักนิด",
        "ซักนิด",
        "เลยสักนิด",
        "เลยซักนิด",
        "อย่างแรง",
        "อะไรเลย",
        "อะไรสักอย่าง",
        "อะไรเลยสักอย่าง",
        "สักอย่าง",
    ):
        yield f"ไม่{stem}{end}", True, "most"
    for prefix in ("โคตร", "โครต"):
        yield f"{prefix}ไม่{stem}", True, "most"
        for end in ("เลย", "มาก", "จริง"):
            yield from (
                (f"{prefix}{stem}{end}", False, "most"),
                (f"{prefix}ไม่{stem}{end}", True, "most"),
            )
    for prefix in ("ค่อนข้าง", "ค่อนข้างจะ", "ออกจะ"):
        yield f"{prefix}ไม่{stem}", True, "mild"
    for end in _NOT_MUCH:
        yield f"ไม่{stem}{end}", True, "mild"
        yield f"ไม่ได้{stem}{end}", True, "mild"
    for no in (
        "ไม่เคย",
        "ไม่ใช่ไม่",
        "ไม่ใช่ว่าไม่",
        "ไม่ใช่ว่า",
        "ไม่ถึงกับ",
        "ใช่ว่า",
        "ใช่ว่าจะ",
        "ไม่ไม่",
    ):
        yield no + stem, True, "unclear"


def _english_forms(stem: str) -> Iterator[Form]:
    yield stem, False, "plain"
    for prefix, degree in _ENGLISH.items():
        yield prefix + stem, False, degree
        for no in ("un", "dis"):
            yield prefix + no + stem, True, degree
    yield f"mai{stem}", True, "plain"
    yield f"maikhoi{stem}", True, "mild"
    for much, degree in (("mak", "very"), ("maak", "very"), ("makmak", "most")):
        yield stem + much, False, degree
    for prefix, degree in _ENGLISH_NOT.items():
        yield prefix + stem, True, degree
        for no in ("un", "dis"):
            yield prefix + no + stem, True, "unclear"
    yield f"not{stem}atall", True, "most"
    for no in ("un", "dis"):
        yield no + stem, True, "plain"


def _burmese_forms(stem: str) -> Iterator[Form]:
    for end in _ENDS:
        yield stem + end, False, "plain"
        for very in _BURMESE_VERY:
            yield very + stem + end, False, "very"
    for end in _NOT_ENDS:
        yield f"မ{stem}{end}", True, "plain"
        yield f"လုံးဝမ{stem}{end}", True, "most"
        for very in _BURMESE_VERY:
            yield f"{very}မ{stem}{end}", True, "mild"


# Degrees that may stand without what they are of.
_ALONE = ("มาก", "น้อย", "สุด", "นิด", "เล็ก", "ที่สุด")
_NOT_VERY_ALONE = words.listed("ไม่ค่อย ไม่ค่อยเลย ไม่ค่อยเท่าไหร่ ไม่ค่อยเท่าไร ไม่เท่าไหร่ ไม่เท่าไร")
_OPEN_ALONE = words.listed("มากอยู่ ค่อนข้างมาก ค่อนข้างน้อย ไม่มาก ไม่น้อย ไม่ค่อยมาก ไม่มากไม่น้อย")


def _bare(scale: Scale) -> dict[str, int]:
    """A degree alone: of what the question asks, where that is one thing."""
    alone = {word: d for word, d in words.DEGREES.items() if word.startswith(_ALONE)}
    named = dict.fromkeys((*alone, *_OPEN_ALONE, *_NOT_VERY_ALONE), UNCLEAR)
    named |= _bare_english(scale)
    stem = _asked_for(scale)
    if stem is None:
        return named
    for word, degree in alone.items():
        named[word] = resolved(scale, Said(stem, False, degree))
    mild = resolved(scale, Said(stem, True, "mild"))
    named |= dict.fromkeys(_NOT_VERY_ALONE, mild)
    for prefix in ("โคตร", "โครต"):  # more than "มาก"
        named[f"{prefix}มาก"] = resolved(scale, Said(stem, False, "most"))
        named[f"{prefix}น้อย"] = resolved(scale, Said(stem, False, "least"))
    named["ไม่เลย"] = resolved(scale, Said(stem, True, "most"))
    return named


def _bare_english(scale: Scale) -> dict[str, int]:
    """ "not at all" and the like, of the one thing that the question asks."""
    stems = {each.stem for each in scale.points[TOP] if not each.denied}
    asked = [stem for stem in stems if stem and stem in scale.asked]
    if len(asked) != 1:
        return {}
    none = resolved(scale, Said(asked[0], True, "most"))
    mild = resolved(scale, Said(asked[0], True, "mild"))
    hardly = resolved(scale, Said(asked[0], True, "hardly"))
    mild = hardly if mild == UNCLEAR else mild
    named = dict.fromkeys(("notatall", "notabit", "notonebit"), none)
    return named | dict.fromkeys(("notmuch", "notreally", "notverymuch"), mild)


def _asked_for(scale: Scale) -> str | None:
    """The one thing whose degree is asked; None where the low end is another's."""
    tops = {each.stem for each in scale.points[TOP] if not each.denied}
    tops = {stem for stem in tops if not stem or not stem.isascii()}
    others = {each.stem for each in scale.points[0]} - tops - {""}
    is_asked = all(not stem or stem in scale.asked for stem in tops)
    if len(tops) != 1 or not is_asked or any(o in scale.asked for o in others):
        return None
    return tops.pop()


def _verbs(asked: str) -> list[str]:
    """What the question asks the degree of: "รบกวนคุณมากน้อยแค่ไหน"."""
    verbs = words.listed(words.LISTS["verbs"])
    return [verb for verb in verbs if len(verb) > 3 and verb in asked]


def _first_words(labels: Sequence[Sequence[str]]) -> dict[str, int]:
    """ "somewhat", where one label alone begins so; and degrees in Latin letters."""
    named = {}
    for word in _ENGLISH:
        places = [
            place
            for place, said in enumerate(labels)
            if any(label.startswith(word) and label != word for label in said)
        ]
        if len(places) == 1:
            named[word] = places[0]
    for roman, thai in _ROMAN.items():
        places = [place for place, said in enumerate(labels) if thai in said]
        if len(places) == 1:
            named[roman] = places[0]
    return named


_ROMAN = {
    "mak": "มาก",
    "maak": "มาก",
    "maktisud": "มากที่สุด",
    "makthisut": "มากที่สุด",
    "maktisut": "มากที่สุด",
    "noi": "น้อย",
    "panklang": "ปานกลาง",
    "noitisud": "น้อยที่สุด",
}


def _between(scale: Scale) -> dict[str, int]:
    """ "ไม่ง่ายไม่ยาก", "ไว้ใจครึ่งไม่ไว้ใจครึ่ง": the middle, where there is one."""
    high = {e.stem for e in scale.points[TOP] | scale.points[NEXT] if not e.denied}
    low = {e.stem for e in scale.points[0] | scale.points[1] if not e.denied} - high
    pairs = {(x, y) for x in high - {""} for y in low - {""}}
    if any(each.degree == "mid" for each in scale.points[MIDDLE]):
        pairs.add(("มาก", "น้อย"))
    named = {}
    for one, other in sorted(pairs | {(y, x) for x, y in pairs}):
        if one.isascii() or other.isascii():
            named[f"neither{one}nor{other}"] = MIDDLE
            named[f"not{one}not{other}"] = MIDDLE
            continue
        for no, also in product(
            ("ไม่", "ไม่ได้", "ไม่ถึงกับ"), ("", "และ", "แต่ก็", "ก็", "แล้วก็")
        ):
            named[f"{no}{one}{also}{no}{other}"] = MIDDLE
        named[f"{one}ก็ไม่ใช่{other}ก็ไม่เชิง"] = MIDDLE
        named[f"{one}ก็ไม่{other}ก็ไม่"] = MIDDLE
        named[f"{one}ก็ไม่ใช่{other}ก็ไม่ใช่"] = MIDDLE
    for stem in sorted(high - {""}):
        for denied in (f"ไม่{stem}", *sorted(low)):
            named[f"{stem}ครึ่ง{denied}ครึ่ง"] = MIDDLE
            named[f"ครึ่ง{stem}ครึ่ง{denied}"] = MIDDLE
    return named
