"""Which point of a scale it is to say a thing to a degree."""

from dataclasses import dataclass

UNCLEAR = -1
TOP, NEXT, MIDDLE = 4, 3, 2  # points, counted from 0 at the low end


@dataclass(frozen=True, slots=True)
class Said:
    """A stem ("พอใจ"), denied or not, to a degree."""

    stem: str
    denied: bool
    degree: str


@dataclass(frozen=True, slots=True)
class Scale:
    points: tuple[frozenset[Said], ...]
    asked: str

    def only(self, said: Said) -> int | None:
        places = [i for i, point in enumerate(self.points) if said in point]
        return places[0] if len(places) == 1 else None

    def has(self, place: int, stem: str, degrees: str, *, denied: bool = False) -> bool:
        return any(
            each.stem == stem and each.denied == denied and each.degree in degrees
            for each in self.points[place]
        )


def resolved(scale: Scale, said: Said) -> int:
    """The one point that the words mean, or UNCLEAR."""
    exact = scale.only(said)
    if exact is not None:
        return exact
    if said.denied:
        return _resolved_denied(scale, said)
    if said.degree == "mid":
        has_middle = any(each.degree == "mid" for each in scale.points[MIDDLE])
        return MIDDLE if has_middle else UNCLEAR
    if said.degree == "most" and scale.has(TOP, said.stem, "very most plain"):
        return TOP
    if said.degree == "most" and scale.has(0, said.stem, "very most"):
        return 0
    only_lowest = scale.has(0, said.stem, "plain") and not scale.has(
        1, said.stem, "plain very most little"
    )
    if said.degree in ("very", "most") and only_lowest and said.stem:
        return 0
    if said.degree == "indeed" and not scale.has(TOP, said.stem, "very most"):
        plain = scale.only(Said(said.stem, False, "plain"))
        return UNCLEAR if plain is None else plain
    return UNCLEAR


def _resolved_denied(scale: Scale, said: Said) -> int:
    stem = said.stem
    if stem.endswith(_CHANGES) and said.degree in ("plain", "mild"):
        return UNCLEAR  # "ไม่ดีขึ้น" may be the same as before, or worse
    lowest, low = scale.points[0], scale.points[1]
    is_extreme = any(e.degree in ("most", "very", "least") for e in lowest)
    others = {each.stem for each in low} - {stem, ""}
    is_high = any(each.stem == stem and not each.denied for each in scale.points[TOP])
    if said.degree == "most":
        is_lowest = (
            scale.has(0, stem, "most very plain", denied=True)
            or scale.has(0, stem, "least")
        )  # fmt: skip
        return 0 if is_lowest else UNCLEAR
    if said == Said("เคย", True, "plain") and scale.has(0, stem, "most", denied=True):
        return 0
    if said.degree == "mild" and is_extreme and (is_high or _is_low(low, stem)):
        mild = _is_low(low, stem) or others
        return 1 if mild and _one_mild(scale) else UNCLEAR
    if said.degree == "plain" and is_extreme and is_high and others:
        is_opposite = any(e.degree == "plain" and not e.denied for e in low)
        return 1 if is_opposite and not scale.has(1, stem, "little") else UNCLEAR
    return UNCLEAR


_CHANGES = ("ขึ้น", "ลง", "better", "worse")


def _is_low(point: frozenset[Said], stem: str) -> bool:
    return any(e.stem == stem and (e.denied or e.degree == "little") for e in point)


def _one_mild(scale: Scale) -> bool:
    """Whether the lowest point is extreme in its label, and the next is not."""
    return not any(each.degree in ("most", "very") for each in scale.points[1])
