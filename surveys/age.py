"""Whether somebody is old enough to be asked, as they type it."""

from surveys import flow
from surveys.flow import Meaning
from surveys.question import Choice, Kind, Question, Text

OLDEST = 120
# A place among the two answers is no age.
YOUNGEST = 3
_ASKED = Text(th="อายุ", en="age", my="အသက်")
_YEARS = Text(th="ปี", en="years", my="နှစ်")
_ENOUGH = Question(
    key="old_enough",
    kind=Kind.SINGLE,
    text=_ASKED,
    choices=(
        Choice(
            key="yes",
            label=Text(th="ใช่", en="Yes", my="ဟုတ်ကဲ့"),
            also=("ถึงแล้ว", "ถึง", "เกิน", "เกินแล้ว", "ใช่แล้ว", "yeah", "ဟုတ်", "ပြည့်ပြီ"),
        ),
        Choice(
            key="no",
            label=Text(th="ยังไม่ถึง", en="Not yet", my="မပြည့်သေးပါ"),
            also=("ไม่", "ไม่ใช่", "ไม่ถึง", "ยัง", "no", "မဟုတ်ဘူး", "မပြည့်သေးဘူး"),
        ),
    ),
    allow_skip=False,
    allow_dont_know=False,
)
_YEARS_OLD = Question(
    key="years_old",
    kind=Kind.NUMBER,
    text=_ASKED,
    unit=_YEARS,
    min=YOUNGEST,
    max=OLDEST,
    allow_skip=False,
    allow_dont_know=False,
)


def understand(reply: str, least: int, language: str) -> bool | None:
    """Whether the reply says that they are `least` years old, in words or by their age;
    None: it does not say."""
    said = flow.understand(_ENOUGH, reply, language)
    if said.kind is Meaning.ANSWER:
        return said.value == "yes"
    years = flow.understand(_YEARS_OLD, _without_age(reply), language)
    if years.kind is Meaning.ANSWER and isinstance(years.value, int):
        return years.value >= least
    return None


def _without_age(reply: str) -> str:
    """Without the word that is said before one's years."""
    return reply.strip().removeprefix("อายุ").removeprefix("age ")
