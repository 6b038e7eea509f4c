"""What a made-up resident answers, and how they type or press it.

The shares are made up, every one of them: they say nothing about any town.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from surveys.definition import Kind, Question, Survey

DONT_KNOW, SKIP, PRESS = 0.02, 0.06, 0.6
NO_TROUBLE, WITH_SUGGESTION = 0.1, 0.35
# Where the middle of each scale lies, and how likely each choice is.
MIDDLES = {"info_ease": 3.0, "info_trust": 3.1, "dialogue": 2.9, "quality_of_life": 3.4}
SHARES = {
    "heard": {"yes": 0.46, "no": 0.42, "unsure": 0.12},
    "took_part": {"yes": 0.14, "no": 0.80, "unsure": 0.06},
    "role": {"lives": 0.4, "works": 0.2, "both": 0.25, "business": 0.1, "other": 0.05},
    "troubles": {"smell": 0.42, "wastewater": 0.33, "noise": 0.18, "dust_smoke": 0.37},
}
SUGGESTIONS = {
    "th": (
        "อยากให้บอกผลตรวจน้ำคลองทุกเดือน",
        "ขอให้โรงงานลดกลิ่นตอนเย็น",
        "อยากให้มีต้นไม้ริมถนนมากขึ้น",
        "ประชุมวันหยุดได้ไหม วันธรรมดาต้องทำงาน",
        "ขุดลอกคลองก่อนหน้าฝน",
        "ประกาศเสียงตามสายด้วย คนแก่ไม่เล่นมือถือ",
        "รถบรรทุกวิ่งเร็วหน้าโรงเรียน",
        "ดีแล้ว ขอให้ทำต่อเนื่อง",
        "อยากรู้ว่าร้องเรียนไปแล้วเรื่องถึงไหน",
    ),
    "en": (
        "Please publish the canal water results every month",
        "More trees along the road",
        "Hold meetings at weekends",
    ),
    "my": ("ညနေပိုင်း အနံ့ လျှော့ပေးပါ", "သစ်ပင် ပိုစိုက်ပေးပါ"),
}
SKIP_WORD = {"th": "ข้าม", "en": "skip", "my": "ကျော်"}


@dataclass(frozen=True, slots=True)
class Says:
    """Types this."""

    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    """Presses the button whose data ends like this."""

    ending: str


Step = Says | Presses


def answer_all(survey: Survey, language: str, chance: random.Random) -> Iterator[Step]:
    """Every question answered by one person, whose mood colours all of it."""
    mood = chance.gauss(0, 0.7)
    for place, question in enumerate(survey.questions):
        yield from _answer(question, place, language, mood, chance)


def _answer(
    question: Question, place: int, language: str, mood: float, chance: random.Random
) -> Iterator[Step]:
    if question.allow_dont_know and question.choices and chance.random() < DONT_KNOW:
        yield Presses(f":{place}:dk")
        return
    if not question.required and chance.random() < SKIP:
        yield Says(SKIP_WORD[language])
        return
    match question.kind:
        case Kind.SCALE5:
            point = chance.gauss(MIDDLES[question.key] + mood, 0.8)
            chosen = min(5, max(1, round(point))) - 1
            yield _choose(question, place, chosen, language, chance)
        case Kind.SINGLE:
            shares = SHARES[question.key]
            key = chance.choices(list(shares), list(shares.values()))[0]
            chosen = [choice.key for choice in question.choices].index(key)
            yield _choose(question, place, chosen, language, chance)
        case Kind.MULTIPLE:
            yield from _tick(question, place, chance)
        case Kind.NUMBER:
            years = min(60, int(chance.expovariate(1 / 14)))
            yield Says(chance.choice((f"{years}", f"{years} ปี")))
        case Kind.OPEN if chance.random() < WITH_SUGGESTION:
            yield Says(chance.choice(SUGGESTIONS[language]))
        case _:
            yield Presses(f":{place}:skip")


def _choose(
    question: Question, place: int, chosen: int, language: str, chance: random.Random
) -> Step:
    """By the button, by its number or by its words, as people do."""
    if chance.random() < PRESS:
        return Presses(f":{place}:{chosen}")
    label = question.choices[chosen].label.say(language)
    return Says(chance.choice((str(chosen + 1), label)))


def _tick(question: Question, place: int, chance: random.Random) -> Iterator[Step]:
    """Several boxes: typed as numbers, or pressed one after the other."""
    keys = [choice.key for choice in question.choices]
    shares = SHARES[question.key]
    ticked = [keys.index(key) for key, p in shares.items() if chance.random() < p]
    if not ticked or chance.random() < NO_TROUBLE:
        ticked = [keys.index("none")]
    if chance.random() < PRESS:
        yield from (Presses(f":{place}:{one}") for one in ticked)
        yield Presses(f":{place}:done")
    else:
        yield Says(", ".join(str(one + 1) for one in ticked))
