"""The likeliest meaning of a reply by what speaks for each, and how likely it is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from surveys.meaning import Meaning
from surveys.question import Kind, Question
from surveys.replies.around import talking
from surveys.replies.weighing import chosen, counted, leaning, scaled, signs
from surveys.replies.weighing.heard import Heard, Word
from surveys.replies.weighing.scaled import is_alone

Features = dict[str, float]
_CONTROLS = (Meaning.DONT_KNOW, Meaning.SKIP, Meaning.STOP, Meaning.BACK)
_PREFIX = {
    Meaning.DONT_KNOW: "dk_",
    Meaning.SKIP: "skip_",
    Meaning.STOP: "stop_",
    Meaning.BACK: "back_",
}


# What must be outweighed before anything is believed, learnt or not.
DOUBT = 3.0


_LONG = 6  # letters of a wish that is no common verb too ("ข้าม", "ผ่าน", "ออก")
# What a word may do that makes a reply less sure, or no answer.
_TURNING = (
    *("but", "if", "or", "some", "all", "and", "open", "maybe", "extent", "twice"),
    *("others", "hedge", "bound", "turn", "ask", "mocks", "laugh", "past", "neg"),
    *("because", "number", "wants", "nearly"),
)
_HALF = "ครึ่ง"  # of a number it turns nothing
# Signs that say nothing alone.
_WEAK = ("skip_this", "stop_survey", "stop_long", "back_last")


@dataclass(frozen=True)
class Candidate:
    """A meaning a reply may have; `value` is an index, a key or a number."""

    meaning: Meaning
    value: int | float | str | None = None
    features: Features = field(default_factory=dict)


def kind_of(question: Question) -> str:
    if question.kind is Kind.NUMBER:
        return "number"
    if question.kind is Kind.SCALE5:
        return "scale"
    return "yesno" if talking.is_yes_or_no(question) else "choice"


def candidates(question: Question, heard: Heard) -> list[Candidate]:
    """All that the reply may mean, "not understood" last."""
    seen = signs.found(heard)
    kind = kind_of(question)
    found = [
        Candidate(Meaning.ANSWER, value, {f"{kind}:{n}": v for n, v in said.items()})
        for value, said in _answers(question, kind, heard).items()
        if _speaks(said) and not _is_denied(said)
    ]
    answered = max((len(each.features) for each in found), default=0)
    found += [_control(each, kind, seen, heard, answered) for each in _CONTROLS]
    found = [each for each in found if each.features]
    found.append(
        Candidate(
            Meaning.NOT_UNDERSTOOD, None, _nothing(question, kind, seen, heard, found)
        )
    )
    return found


_AGAINST = ("_other", "_opposite", "_denied", "_too", "_against", "vague", "rival")


def _speaks(said: Features) -> bool:
    """Whether anything speaks for it, not only against."""
    return any(not name.endswith(_AGAINST) for name in said)


def _is_denied(said: Features) -> bool:
    """Whether its very name is denied, and nowhere said without a "not"."""
    return "label_denied" in said and "label" not in said


def _answers(
    question: Question, kind: str, heard: Heard
) -> Mapping[int | float | str, Features]:
    match kind:
        case "number":
            said = counted.candidates(question, heard)
            return {
                value: features
                for value, features in said.items()
                if "count_within" in features
            }
        case "scale":
            return dict(enumerate(scaled.evidence(question, heard)))
        case "yesno":
            return leaning.evidence(question, heard)  # type: ignore[return-value]
        case _:
            return dict(enumerate(chosen.evidence(question, heard)))


def _control(
    meaning: Meaning, kind: str, seen: Mapping[str, int], heard: Heard, answered: int
) -> Candidate:
    prefix = _PREFIX[meaning]
    said = {name: 1.0 for name in seen if name.startswith(prefix)}
    wished = [
        word
        for word in heard.phrases
        if word.roles.get("wish") == meaning.value
        and (len(word.text) >= _LONG or is_alone(heard, word))
    ]
    if wished:
        said[f"{prefix}wish"] = 1.0
        size = sum(word.end - word.start for word in wished)
        said[f"{prefix}wish_share"] = size / max(1, len(heard.text))
    weak = _WEAK if kind == "scale" else (*_WEAK, "dk_not_met")
    if not wished and all(name in weak for name in said):
        return Candidate(meaning)
    said[f"{prefix}any"] = 1.0
    if sum(name.startswith(prefix) for name in seen) > 1:
        said[f"{prefix}several"] = 1.0
    if answered:
        said[f"{prefix}beside_{kind}"] = min(1.0, answered / 5)
    said[f"{prefix}{kind}"] = 1.0
    return Candidate(meaning, None, said)


def _nothing(
    question: Question,
    kind: str,
    seen: Mapping[str, int],
    heard: Heard,
    found: Sequence[Candidate],
) -> Features:
    """What speaks for asking again."""
    said = {f"none_{kind}": 1.0, "none": 1.0}
    for name in (
        "asks",
        "even",
        "mocks",
        "laughs",
        "others_say",
        "approx",
        "range",
        "calls",
        "chums",
        "excludes",
        "year",
        "compares",
        "must",
        "corrects",
        "others_own",
    ):
        if name in seen:
            said[f"none_{name}"] = 1.0
            said[f"none_{name}_{kind}"] = 1.0
    roles: dict[str, int] = {}
    for word in heard.words:
        is_open = not _is_indefinite(heard, word)
        for role in word.roles:
            if role == "turn" and kind == "number" and word.text == _HALF:
                continue
            if is_open or role not in ("ask", "open"):
                roles[role] = roles.get(role, 0) + 1
    for role in _TURNING:
        if role in roles:
            said[f"none_has_{role}"] = said[f"none_has_{role}_{kind}"] = 1.0
    if roles.get("some", 0) > 1:
        said["none_some_twice"] = 1.0
    if roles.get("neg", 0) > 1:
        said["none_neg_twice"] = 1.0
    vague = sum(e.end - e.start for e in heard.phrases if "vague" in e.roles)
    if vague:
        whole = 1.25 * vague >= len(heard.text)
        said["none_vague"] = said[f"none_vague_{kind}"] = 1.0
        said[f"none_vague_whole_{kind}"] = float(whole)
    said["none_unknown"] = heard.unknown
    said[f"none_unknown_{kind}"] = heard.unknown
    told = sum(
        word.end - word.start
        for word in heard.words
        if "polite" not in word.roles and "laugh" not in word.roles
    )
    said["none_long"] = min(1.0, told / 60)
    brief = max(0.0, 1 - told / 16)
    said[f"none_brief_{kind}"] = brief
    if heard.unknown == 0:
        said[f"none_brief_known_{kind}"] = brief
    said["none_clauses"] = min(1.0, (heard.clauses - 1) / 3)
    likely = [each for each in found if each.meaning is Meaning.ANSWER]
    said["none_rivals"] = min(1.0, max(0, len(likely) - 1) / 3)
    if not likely:
        said["none_no_answer"] = 1.0
    if told < 3:
        said["none_short"] = 1.0
    return said


def _is_indefinite(heard: Heard, word: Word) -> bool:
    """ "ไม่มีอะไร": after a "not" an asking word asks nothing."""
    return any(
        "neg" in each.roles
        for each in heard.words[max(0, word.place - 5) : word.place]
        if each.clause == word.clause
    )


# With one of these nothing is an answer, however much speaks for it.
_NEVER = (
    *("none_mocks", "none_asks", "none_has_ask", "none_compares"),
    *("none_corrects", "none_others_own"),
)


def is_no_answer(candidate: Candidate) -> bool:
    """Whether it asks, mocks, compares, takes back or tells of another's house."""
    return any(name in candidate.features for name in _NEVER)


_TELLING = (
    *("choice:concept", "choice:name", "scale:scale_own_exact"),
    "scale:scale_bare_exact",
)


# What tells of an option may deny ("ไม่มีใครบอก"); what is denied tells of none.
_OF_PHRASES = ("none_has_neg", "none_has_neg_choice")


def is_lone(question: Question, found: Sequence[Candidate]) -> bool:
    """Whether words tell of one option and of nothing else, and none of them turns."""
    meant = [each for each in found if each.meaning is not Meaning.NOT_UNDERSTOOD]
    if kind_of(question) not in ("choice", "scale") or len(meant) != 1:
        return False
    turns = any(
        (name.startswith("none_has_") and name not in _OF_PHRASES)
        or name in (*_NEVER, "none_laughs")
        for each in found
        for name in each.features
    )
    told = meant[0].features
    is_denied = any(
        name.endswith(("_then_not", "_denied", "_against")) for name in told
    )
    return not turns and not is_denied and any(name in told for name in _TELLING)


def scored(
    weights: Mapping[str, float], found: Sequence[Candidate]
) -> list[tuple[float, Candidate]]:
    """Each candidate's probability, the likeliest first."""
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in each.features.items())
        + (DOUBT if each.meaning is Meaning.NOT_UNDERSTOOD else 0.0)
        for each in found
    ]
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    ranked = sorted(
        zip(raised, range(len(found)), found, strict=True),
        key=lambda each: (-each[0], each[1]),
    )
    return [(share / total, each) for share, _, each in ranked]
