"""Why questions were not answered rightly, by cause, with examples."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from content import against, decide, search
from tests.benchmarks.answers.report import Table
from tests.benchmarks.answers.scoring import Tried
from tests.benchmarks.answers.trying import Town

EXAMPLES = 3
LONGEST = 70  # letters of an example


def table(town: Town, tried: Iterable[Tried]) -> Table:
    found: dict[str, list[Tried]] = {}
    for each in tried:
        why = cause(town, each)
        if why is not None:
            found.setdefault(why, []).append(each)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    rows = [
        (why if at == 0 else "", str(len(all_)) if at == 0 else "", _shortly(each))
        for why, all_ in ordered
        for at, each in enumerate(all_[:EXAMPLES])
    ]
    return Table("Misses by cause", ("cause", "questions", "examples"), rows)


def cause(town: Town, tried: Tried) -> str | None:
    """The first that applies; None: nothing is missed."""
    if not tried.is_answerable:
        return "undue: answered though nothing does" if tried.answered else None
    if tried.answered_rightly:
        return None
    if tried.outcome == "emergency":
        return "taken for an emergency"
    if not tried.right:
        return "no article tells the fact"
    if tried.answered:
        return "wrong given as fact"
    if tried.place != 1:
        is_near = tried.place is not None and tried.place <= decide.MOST_SUGGESTED
        return f"ranking: {'second or third' if is_near else 'not among three'}"
    return _held_back(town, tried)


def _held_back(town: Town, tried: Tried) -> str:
    """Why what was found rightly was not answered with."""
    sure = decide.learnt()
    if tried.confidence >= sure.answer:
        return "too close to the second"
    question = search.question(town.index, tried.asked.text)
    if question.subject < decide.LEAST_SUBJECT:
        return "names no subject"
    hits = search.ranked(town.index, question, language=tried.asked.language)
    lacking = against.lacking(question.text, town.index.told[hits[0].slug])
    evidence = decide.evidence(question, hits, lacking)

    def passes_without(*names: str) -> bool:
        weights = {n: w for n, w in sure.weights.items() if n not in names}
        return replace(sure, weights=weights)(evidence) >= sure.answer

    missed = _named(lacking.named, lacking.aspects)
    if missed and passes_without("named", "aspects"):
        return f"lacking {missed}"
    if passes_without("refused"):
        return "like a question that is refused"
    if question.weights.sum() < search.FAMILIAR:
        return "unknown words"
    return "low confidence"


def _named(named: Sequence[str], aspects: Sequence[str]) -> str:
    """The aspects by name; numbers, places and moments as one."""
    return " and ".join([*aspects, *(["what is named"] if named else [])])


def _shortly(tried: Tried) -> str:
    text = " ".join(tried.asked.text.split())
    first = tried.ranked[0] if tried.ranked else "nothing"
    return f"{tried.asked.id} {text[:LONGEST]} -> {first}"
