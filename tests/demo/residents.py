"""Made-up residents: where they chat, in which language, and what they will do.

Drawn from a seed: the same seed makes the same people. Nobody here exists.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from surveys.definition import Survey
from tests.demo.answers import Presses, Says, Step, answer_all

T = TypeVar("T")

# LINE is what most people have; Telegram takes the fewest messages a second.
CHANNELS = {"line": 0.45, "telegram": 0.10, "web": 0.45}
LANGUAGES = {"th": 0.88, "en": 0.05, "my": 0.07}
# What becomes of the survey; whoever asks never opens it.
FATES = {"complete": 0.80, "half way": 0.07, "decline": 0.06, "ask": 0.07}
NEWS = {"news:yes": 0.625, "news:no": 0.375}

QUESTIONS = (
    "เมืองอุตสาหกรรมเชิงนิเวศคืออะไร",
    "ตอนนี้บ้านเราสอบผ่านถึงขั้นไหนละ",
    "คลองเป็นสีชมพูทำไงดี",
    "ห้ามิติที่ว่ามีด้านไหนบ้างคะ",
    "กลิ่นโรงงานแจ้งใคร",
    "น้ำเน่าในคลองมันมาจากโรงงานหรือชุมชน",
    # Nothing of the sort is in the articles:
    "ตลาดนัดวันอาทิตย์จอดรถตรงไหนได้บ้าง",
    "สระว่ายน้ำเทศบาลเปิดกี่โมง",
    "ปีนี้มีสอนตัดผมฟรีอีกไหม",
)
TO_AN_OFFICER = (
    "ขอให้เจ้าหน้าที่มาดูท่อระบายน้ำหน้าซอย น้ำขังสามวันแล้วค่ะ",
    "อยากไปประชุมเรื่องเมืองอุตสาหกรรมเชิงนิเวศครั้งต่อไป ต้องลงชื่อที่ไหนครับ",
)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Somebody who does not exist, and what they do after saying hello."""

    number: int
    channel: str
    language: str
    steps: tuple[Step, ...]
    completes: bool
    subscribes: bool


def make(count: int, survey: Survey, *, seed: int = 2564) -> list[MadeUp]:
    """`count` of them, in no order."""
    chance = random.Random(seed)
    dealt = zip(
        _dealt(CHANNELS, count, chance),
        _dealt(LANGUAGES, count, chance),
        _dealt(FATES, count, chance),
        _dealt(NEWS, count, chance),
        strict=True,
    )
    wants = list(TO_AN_OFFICER)
    found = []
    for number, (channel, language, fate, news) in enumerate(dealt):
        steps: list[Step] = [Presses(f"lang:{language}"), Presses(news)]
        steps += _life(fate, survey, language, chance)
        if wants and language == "th" and fate == "complete":
            steps += [Presses("person"), Says(wants.pop())]
        made = MadeUp(
            number,
            channel,
            language,
            tuple(steps),
            completes=fate == "complete",
            subscribes=news == "news:yes",
        )
        found.append(made)
    return found


def _life(
    fate: str, survey: Survey, language: str, chance: random.Random
) -> list[Step]:
    """What they do with the survey, or instead of it."""
    if fate == "ask":
        return [Says(chance.choice(QUESTIONS))]
    if fate == "decline":
        return [Presses("survey"), Presses(":no")]
    answers = list(answer_all(survey, language, chance))
    if fate == "half way":
        # Some say that they stop, the others just do.
        answers = answers[: chance.randint(1, 7)]
        answers += [Says("หยุด")] if chance.random() < 0.5 else []
    return [Presses("survey"), Presses(":yes"), *answers]


def _dealt(shares: Mapping[T, float], count: int, chance: random.Random) -> list[T]:
    """Each value in its share, the first for whoever is left, shuffled."""
    values = [
        value for value, share in shares.items() for _ in range(int(share * count))
    ]
    values += [next(iter(shares))] * (count - len(values))
    chance.shuffle(values)
    return values
