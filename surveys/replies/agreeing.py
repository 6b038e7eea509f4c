"""Whether somebody agrees to be asked, as they type it where a survey is introduced."""

import re

from surveys.meaning import NOT_UNDERSTOOD, Understood
from surveys.question import Choice, Kind, Question, Text
from surveys.replies import understanding

_WILLING = Question(
    key="willing",
    kind=Kind.SINGLE,
    text=Text(th="ยินดีตอบไหมคะ", en="Will you answer?", my="ဖြေမလား"),
    choices=(
        Choice(
            key="yes",
            label=Text(th="ยินดีตอบ", en="I agree", my="သဘောတူ"),
            also=("ยินดี", "ตอบ", "ตกลง", "ได้", "โอเค", "yes", "ok", "ဟုတ်ကဲ့", "ဖြေမယ်"),
        ),
        Choice(
            key="no",
            label=Text(th="ไม่สะดวก", en="Not now", my="မဖြေတော့ပါ"),
            also=("ไม่ตอบ", "ไม่ยินดีตอบ", "ไม่ยินดี", "ไม่ตกลง", "ไม่", "no", "မဖြေဘူး"),
        ),
    ),
    allow_skip=False,
    allow_dont_know=False,
)
# Words of agreeing or declining, whatever else was asked.
_NAMES = re.compile("ยินดี|ยินยอม|ตกลง|ตอบ|สะดวก|agree|not now|သဘောတူ|ဖြေ", re.IGNORECASE)
_CONGRATULATES = "ยินดีด้วย"


def understand(reply: str, language: str) -> Understood:
    """An answer is "yes" or "no"; a stop is neither. Anything else, a question and a
    doubt among it, is not understood: silence is no consent."""
    if _CONGRATULATES in reply:
        return NOT_UNDERSTOOD
    # Nobody agrees, or declines, by likelihood.
    return understanding.understand(_WILLING, reply, language, weigh=False)


def in_words(reply: str, language: str) -> Understood:
    """As `understand`, where another question stands below: what may answer that one
    is no consent, as a number is, or a "yes" that names nothing."""
    return understand(reply, language) if _NAMES.search(reply) else NOT_UNDERSTOOD
