"""How much speaks for yes and how much for no."""

import re
from functools import lru_cache

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.either import circumstance, yesno
from surveys.replies.lists.concepts import CONCEPTS
from surveys.replies.text import words
from surveys.replies.weighing import frames, undone, vocabulary
from surveys.replies.weighing.heard import Heard, Word
from surveys.replies.weighing.scaled import add, is_alone, is_first

_EVER = re.compile("เคย|ever|have you|ဖူး|หรือยัง|ได้รับ|ปีที่ผ่านมา|เดือนที่ผ่านมา|ปีนี้|เดือนนี้")
_NOUNS = re.compile(
    "^(?:โรงงาน|เทศบาล|ชุมชน|หมู่บ้าน|คนใน|ในบ้าน|บ้าน|ครอบครัว|คุณ|ท่าน|เมือง|พื้นที่|เรื่อง|น้ำ|คลอง|กลิ่น|เสียง|ฝุ่น|ควัน|factory|town|home|house|คนงาน|เจ้าหน้าที่|แถวบ้าน|ใกล้บ้าน|ประชุม|กิจกรรม|ขยะ|รถ|ข้อมูล|เวลา|ตอน|ปีที่|เดือน|the|you|have|are)"
)


@lru_cache(maxsize=256)
def _themes(question: Question) -> dict[str, int]:
    """The themes the question asks about, and at which end."""
    asked = naming.asked(question)
    found: dict[str, int] = {}
    taken = asked
    for word, roles in _stems():
        if word in taken:
            for name, sign, _ in vocabulary.themes_of(roles):
                found.setdefault(name, sign)
            taken = taken.replace(word, " ")
    return found


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, vocabulary.Roles], ...]:
    known = vocabulary.general().known.items()
    return tuple(
        sorted(
            (
                (word, roles)
                for word, roles in known
                if "stem" in roles and len(word) > 2
            ),
            key=lambda each: (-len(each[0]), each[0]),
        )
    )


@lru_cache(maxsize=256)
def _tied(question: Question) -> dict[int, str]:
    """The concepts of a yes or no that the question's verbs call up."""
    asked = naming.asked(question)
    found = {}
    for place, concept in enumerate(CONCEPTS):
        if not concept.topic.startswith("yesno"):
            continue
        heads = words.listed(concept.heads)
        if not heads or any(head in asked for head in heads):
            found[place] = concept.answer
    return found


def evidence(question: Question, heard: Heard) -> dict[str, dict[str, float]]:
    """For "yes" and for "no" what speaks for it."""
    found: dict[str, dict[str, float]] = {"yes": {}, "no": {}}
    if _is_of_others(question, heard):
        return found
    keys = [choice.key for choice in question.choices]
    asked = naming.asked(question)
    _of_words(heard, keys, found)
    _of_themes(question, heard, found)
    _of_concepts(question, heard, found)
    _of_echoes(asked, heard, found)
    _of_turns(asked, heard, found)
    for key, other in (("yes", "no"), ("no", "yes")):
        for name in ("name", "label", "lean_echo", "lean_theme", "lean_concept"):
            if name in found[other]:
                found[key][f"{name}_other"] = 1.0
    _of_undone(heard, found)
    return found


def _of_undone(heard: Heard, found: dict[str, dict[str, float]]) -> None:
    """What denies a "not" is no "no", and what is asked to be denied no "yes"."""
    if undone.denied_twice(heard):
        found["no"].clear()
        add(found["yes"], "lean_twice")
    elif undone.is_half_undone(heard):
        add(found["yes"], "lean_half_twice")
        add(found["no"], "lean_half_twice")
    elif undone.is_asked(heard):
        found["yes"].clear()
        add(found["no"], "lean_asked")


_OTHERS = words.listed("เพื่อน เพื่อนบ้าน เขา เค้า พวกเขา ชาวบ้าน คนอื่น คนอื่นๆ ข้างบ้าน คนข้างบ้าน")


def _is_of_others(question: Question, heard: Heard) -> bool:
    """Whether it begins with what others do, who are not asked about."""
    asked = naming.asked(question)
    first = next((each for each in heard.words if "fill" not in each.roles), None)
    is_other = first is not None and first.text in _OTHERS and first.text not in asked
    return is_other and bool(_EVER.search(asked)) and "คุณ" in asked.replace("ท่าน", "คุณ")


def _of_words(
    heard: Heard, keys: list[str], found: dict[str, dict[str, float]]
) -> None:
    last = heard.clauses - 1
    for word in heard.phrases:
        if "vague" in word.roles and len(word.text) > 3:
            add(found["yes"], "name_vague")
            add(found["no"], "name_vague")
        index = word.roles.get("label", word.roles.get("name"))
        if index is None or not 0 <= index < len(keys) or keys[index] not in found:
            continue
        key = keys[index]
        if frames.denial(heard.words, word.place):
            add(found[key], "name_denied")
            if key == "yes":
                add(found["no"], "name_denies")
            continue
        add(found[key], "name")
        add(found[key], "name_long", min(1.0, len(word.text) / 8))
        for test, said in (
            (word.clause == last, "name_last"),
            (word.clause == 0, "name_start"),
            (is_first(heard, word), "name_first"),
            (is_alone(heard, word), "name_alone"),
            (frames.of_others(heard.words, word), "name_from_others"),
        ):
            if test:
                add(found[key], said)


def _of_themes(
    question: Question, heard: Heard, found: dict[str, dict[str, float]]
) -> None:
    themes = _themes(question)
    if not themes:
        return
    for frame in frames.frames(heard):
        if not frame.theme or frame.denied:
            continue
        if frame.theme in themes:
            side = frame.value * themes[frame.theme]
            name = "lean_theme"
        elif frame.theme in ("good", "trouble"):
            theme, sign = next(iter(themes.items()))
            side = frame.value * frame.good * vocabulary.GOOD.get(theme, 1) * sign
            name = "lean_kin"
        else:
            continue
        key = "yes" if side > 0 else "no"
        add(found[key], name)
        if abs(frame.value) >= 0.6:
            add(found[key], f"{name}_sure")
        if frame.clause == heard.clauses - 1:
            add(found[key], f"{name}_last")


def _of_concepts(
    question: Question, heard: Heard, found: dict[str, dict[str, float]]
) -> None:
    tied = _tied(question)
    denied = {p for word in heard.phrases for p in word.roles.get("denies", ())}
    for word in heard.phrases:
        answers = {
            tied[p]
            for p in word.roles.get("tells", ())
            if p in tied and p not in denied
        }
        if len(answers) != 1:
            continue
        key = answers.pop()
        if key not in found:
            continue
        if frames.denial(heard.words, word.place):
            add(found[key], "lean_concept_denied")
            continue
        headed = any(CONCEPTS[p].heads for p in word.roles["tells"] if p in tied)
        add(found[key], "lean_concept" if headed else "lean_concept_any")
        if is_first(heard, word):
            add(found[key], "lean_concept_first")


def _of_echoes(asked: str, heard: Heard, found: dict[str, dict[str, float]]) -> None:
    """The question's own words said back, denied or not."""
    for place, word in enumerate(heard.words):
        text = word.text
        is_verb = "verb" in word.roles or "stem" in word.roles
        if (
            len(text) < (2 if is_verb else 3)
            or text not in asked
            or "neg" in word.roles
        ):
            continue
        denial = frames.denial(heard.words, place)
        kind = "verb" if is_verb else "noun" if _NOUNS.match(text) else "word"
        if denial in ("extent", "twice"):
            add(found["no"], "echo_extent")
            add(found["yes"], "echo_extent")
            continue
        key = "no" if denial else "yes"
        add(found[key], f"lean_echo_{kind}")
        add(found[key], "lean_echo")
        if denial == "hardly":
            add(found[key], "lean_echo_hardly")
        if frames.of_others(heard.words, word):
            add(found[key], "lean_echo_from_others")
        start = heard.words[place - 1] if place and denial else word
        if is_first(heard, start):
            add(found[key], f"lean_echo_{kind}_first")
        if word.clause == heard.clauses - 1:
            add(found[key], f"lean_echo_{kind}_last")


def _of_turns(asked: str, heard: Heard, found: dict[str, dict[str, float]]) -> None:
    yes, no = found["yes"], found["no"]
    ever = bool(_EVER.search(asked))
    negs = [word for word in heard.words if "neg" in word.roles]
    first = _first(heard)
    if not negs:
        add(yes, "lean_no_neg")
    else:
        add(no, "lean_neg")
        if first is not None and "neg" in first.roles:
            add(no, f"lean_starts_{first.roles['neg']}")
        if any(word.roles["neg"] == "never" for word in negs) and ever:
            add(no, "lean_never")
        if any(word.roles["neg"] == "none" for word in negs):
            add(no, "lean_none")
    for word in heard.words:
        if "when" in word.roles and ever and not negs:
            add(yes, "lean_when")
        if "often" in word.roles:
            share = float(word.roles["often"])
            happens = ever or circumstance.happens(asked)
            if share > 0.4 and not negs:
                add(yes, "lean_often" if happens else "lean_often_other")
            if share <= 0.2:
                add(no, "lean_seldom")
        if "refuses" in word.roles:
            add(no, "lean_refuses")
            if word is first:
                add(no, "lean_refuses_first")
        if "sure" in word.roles and not negs:
            add(yes, "lean_sure")
        if word.text in yesno.YES and word is first:
            add(yes, "lean_yes_first")
        if word.text in yesno.NO and word is first:
            add(no, "lean_no_first")
        if "number" in word.roles and not negs and ever:
            add(yes, "lean_number")


def _first(heard: Heard) -> Word | None:
    for word in heard.words:
        if not any(role in word.roles for role in ("fill", "laugh", "others")):
            return word
    return None
