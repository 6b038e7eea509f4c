"""How much speaks for each option of a question."""

import re

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.choices import ranges, subjects
from surveys.replies.lists.concepts import CONCEPTS
from surveys.replies.text import words
from surveys.replies.weighing import frames
from surveys.replies.weighing.heard import Heard, Word
from surveys.replies.weighing.scaled import add, is_alone, is_first, of_places
from surveys.replies.weighing.vocabulary import Roles

_PIECE = 4  # letters of a label that tell it from the others
MIN_MONEY = 100  # baht that are told by their number alone
_RUN = 3  # words together that may be a piece of a label
_COMMON = words.listed(
    "กัน อยู่ มา ไป ได้ ให้ แล้ว เป็น มี ไม่ ที่ ของ ใน กับ และ หรือ จะ ก็ เอง แต่ ตาม จาก "
    "ทำ ทำงาน คน นี้ นั้น นี่ เรื่อง การ ความ อย่าง ด้วย ต้อง เคย ยัง ทุก บาง หลาย ไม่มี อยู่ที่ "
    "ที่นี่ อยู่ที่นี่"
)
_EMPTY = ("fill", "polite", "laugh", "neg", "degree", "number")
_OTHER = words.listed("อื่นๆ อื่น other others")


def evidence(question: Question, heard: Heard) -> list[dict[str, float]]:
    """For each option what speaks for and against it."""
    count = len(question.choices)
    found: list[dict[str, float]] = [{} for _ in range(count)]
    _of_words(heard, found)
    _of_concepts(question, heard, found)
    _of_pieces(question, heard, found)
    _of_range(question, heard, found)
    of_places(heard, found)
    _of_denying(question, heard, found)
    _of_others(found)
    return found


def _of_words(heard: Heard, found: list[dict[str, float]]) -> None:
    last = heard.clauses - 1
    for word in heard.phrases:
        for role in ("label", "name"):
            index = word.roles.get(role)
            if index is None or not 0 <= index < len(found):
                continue
            if frames.denial(heard.words, word.place):
                add(found[index], f"{role}_denied")
                continue
            if word.text in words.NEGATIONS and not is_alone(heard, word):
                continue  # "ไม่มีกลิ่น" is no "ไม่มี"
            add(found[index], role)
            add(found[index], f"{role}_long", min(1.0, len(word.text) / 12))
            for test, said in (
                (word.clause == last, "last"),
                (is_first(heard, word), "first"),
                (is_alone(heard, word), "alone"),
                ("settles" in _before(heard, word), "settled"),
                (frames.of_others(heard.words, word), "from_others"),
                (frames.then_not(heard.words, word), "then_not"),
            ):
                if test:
                    add(found[index], f"{role}_{said}")


def _before(heard: Heard, word: Word) -> Roles:
    return heard.words[word.place - 1].roles if word.place else {}


def _of_concepts(
    question: Question, heard: Heard, found: list[dict[str, float]]
) -> None:
    tied = subjects.tied(question)
    options: dict[int, list[int]] = {}
    for index, places in tied.items():
        for place in places:
            options.setdefault(place, []).append(index)
    denied = {place for word in heard.phrases for place in word.roles.get("denies", ())}
    hits: dict[int, int] = {}
    for word in heard.phrases:
        told = [place for place in word.roles.get("tells", ()) if place in options]
        said = {index for place in told for index in options[place]}
        for place in told:
            own = options[place]
            no = frames.denial(heard.words, word.place)
            for index in own:
                name = (
                    "concept" if len(own) == 1 and len(said) == 1 else "concept_shared"
                )
                if place in denied:
                    add(found[index], "concept_against")
                elif no and no != "hardly":
                    add(found[index], "concept_denied")
                else:
                    add(found[index], name)
                    add(found[index], f"{name}_long", min(1.0, len(word.text) / 12))
                    hits[index] = hits.get(index, 0) + 1
                    if is_first(heard, word):
                        add(found[index], "concept_first")
                    if frames.then_not(heard.words, word):
                        add(found[index], "concept_then_not")
    for index, times in hits.items():
        if times > 1:
            found[index]["concept_again"] = 1.0
    others = [
        index
        for index in range(len(found))
        if any(label in _OTHER for label in naming.spoken(question, index))
    ]
    topics = {CONCEPTS[place].topic for place in options}
    elsewhere = any(
        place not in options and CONCEPTS[place].topic in topics
        for word in heard.phrases
        for place in word.roles.get("tells", ())
    )
    if elsewhere and not hits:
        for index in range(len(found)):
            add(found[index], "rival" if index not in others else "rival_other")


def _of_pieces(question: Question, heard: Heard, found: list[dict[str, float]]) -> None:
    """Words of the reply that stand in one label alone, and not in the question."""
    labels = [naming.spoken(question, index)[0] for index in range(len(found))]
    asked = naming.asked(question)
    for place, word in enumerate(heard.words):
        for run in range(1, _RUN + 1):
            last = heard.words[min(place + run, len(heard.words)) - 1]
            text = heard.text[word.start : last.end]
            if len(text) < _PIECE or any(role in word.roles for role in _EMPTY):
                continue
            held = [i for i, label in enumerate(labels) if text in label]
            if len(held) != 1 or text in asked:
                continue
            its = heard.words[place : last.place + 1]
            if all(each.text in _COMMON for each in its):
                continue  # "กันอยู่" is no piece of "แยกกันอยู่"
            no = frames.denial(heard.words, place)
            name = "piece_denied" if no else "piece"
            add(found[held[0]], name, min(1.0, len(text) / len(labels[held[0]]) + 0.2))
            if word.clause == 0:
                add(found[held[0]], f"{name}_start")


def _of_range(question: Question, heard: Heard, found: list[dict[str, float]]) -> None:
    """A number where the options are ranges."""
    numbers_said = [
        word for word in heard.words if word.roles.get("number") is not None
    ]
    if not numbers_said or ranges.place(question, 1e6) is None:
        return
    places = set()
    for word in numbers_said:
        value = _number(word.roles["number"])
        if value is not None:
            value = _in_unit(question, heard, word.end, value)
        place = None if value is None else ranges.place(question, value)
        if place is not None:
            places.add(place)
    for place in places:
        add(found[place], "range" if len(places) == 1 else "range_several")
        if len(numbers_said) == 1:
            add(found[place], "range_only")


_UNIT = re.compile(f" *({ranges.UNITS})")


def _in_unit(question: Question, heard: Heard, end: int, value: float) -> float | None:
    """Months are so many years, where the options are of years.

    A small number alone is no money.
    """
    unit = _UNIT.match(heard.text[end:])
    if unit is None and value < MIN_MONEY and "บาท" in naming.together(question):
        return None
    return ranges.in_unit(question, value, unit[1]) if unit else value


def _number(said: object) -> float | None:
    if isinstance(said, int | float):
        return float(said)
    try:
        return float(str(said).replace(",", ""))
    except ValueError:
        return None


_DENYING = (
    "ไม่เคย",
    "ไม่มี",
    "ไม่ได้",
    "ไม่ต้อง",
    "ไม่รู้จัก",
    "ไม่",
    "never",
    "none",
    "not",
    "no",
)


def _denies(text: str) -> str:
    """How a label or a reply begins to deny; empty where it does not."""
    return next((no for no in _DENYING if text.startswith(no)), "")


def _of_denying(
    question: Question, heard: Heard, found: list[dict[str, float]]
) -> None:
    """ "ไม่เคยสักอย่าง", where one option alone says "never"."""
    labels = [_denies(naming.spoken(question, i)[0]) for i in range(len(found))]
    denying = [index for index, no in enumerate(labels) if no]
    first = next(
        (e for e in heard.words if not set(e.roles) & {"fill", "others"}), None
    )
    other = any(name.endswith("_denied") for each in found for name in each)
    if len(denying) != 1 or first is None or other:
        return
    if any("stem" in e.roles and e.clause == first.clause for e in heard.words):
        return  # "ไม่มีกลิ่น" denies one thing only
    said = _denies(heard.text[first.start :])
    if said and said == labels[denying[0]]:
        add(found[denying[0]], "denying_alike")
    elif said:
        add(found[denying[0]], "denying")


_STRONG = ("label", "name", "concept", "range", "piece", "place", "figure")


def _of_others(found: list[dict[str, float]]) -> None:
    """Whether other options have as much for them."""
    for index, features in enumerate(found):
        for name in _STRONG:
            if any(name in other for i, other in enumerate(found) if i != index):
                features[f"{name}_other"] = 1.0
