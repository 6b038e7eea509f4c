"""A reply that no rule is sure of, told again in words its question knows."""

import re

from surveys.meaning import Hear, Meaning, Understood
from surveys.question import Kind, Question
from surveys.replies import settling
from surveys.replies.around import asides, bystanders, sides, talking
from surveys.replies.choices import aliases, hours, measured, refusing, timings
from surveys.replies.either import rhetoric
from surveys.replies.scales import certainty, grading, picked, pointing, verdicts
from surveys.replies.text import wording
from surveys.replies.weighing import vocabulary


def meant(question: Question, reply: str, rules: Hear, hear: Hear) -> Understood | None:
    """What the reply means, told in other words; None where none of them is sure.

    For one choice of several and for scales; a yes or no has rules of its own.
    `rules` hears what is sure word for word, `hear` also what is only likely.
    """
    is_told = question.kind in (Kind.SINGLE, Kind.SCALE5)
    if not is_told or talking.is_yes_or_no(question):
        return None
    central = vocabulary.respelt(reply)
    told = wording.as_asked(question, central)
    found = (
        picked.meant(question, reply, rules, hear)
        or pointing.meant(question, told)
        or pointing.meant(question, reply)
        or certainty.meant(question, told)
        or pointing.unsure(question, told)
        or grading.meant(question, told)
        or measured.meant(question, reply)
        or hours.meant(question, reply)
        or timings.meant(question, reply)
        or aliases.meant(question, told)
        or refusing.meant(question, reply)
        or sides.meant(question, told, hear)
        or rhetoric.meant(question, told, rules)
        or asides.meant(question, told, rules, hear)
    )
    found = found or _again(reply, told, rules, hear)
    return found or verdicts.meant(question, reply, rules)


def is_none(question: Question, reply: str, hear: Hear) -> bool:
    """Whether what sounds like an answer is another's, or is not so, or not yet."""
    is_told = question.kind in (Kind.SINGLE, Kind.SCALE5)
    if not is_told or talking.is_yes_or_no(question):
        return False
    is_wished = question.kind is Kind.SINGLE and bystanders.is_not_so(question, reply)
    return is_wished or bystanders.answers(question, reply, hear)


def no_wish(question: Question, reply: str, wish: Understood) -> Understood | None:
    """The answer in what sounds like a wish: "คงไม่ไป ติดงาน" is none to stop."""
    if question.kind is Kind.NUMBER and wish.kind is Meaning.STOP:
        return settling.despite_wish(question, reply)
    if not talking.is_yes_or_no(question):
        own = refusing.of_wish(question, reply, wish.kind)
        if own is not None:
            return own
    if wish.kind is Meaning.DONT_KNOW and question.kind is Kind.SINGLE:
        return pointing.unaware(question, reply)
    if wish.kind is Meaning.DONT_KNOW:
        return pointing.unsure(question, reply)
    return certainty.meant(question, reply)


def takes_back(reply: str) -> bool:
    """Whether it takes a word back: by saying "no" twice, which the rules hear once, or
    by what is better: "สองแล้วกัน ไม่ สามดีกว่า"."""
    return bool(_NO_NO.search(reply) or _BETTER.search(reply))


_BETTER = re.compile("[^ ] +(?:ไม่|ไม่สิ|ไม่ใช่|เอ๊ย|เอ้ย) +[^ ]+ดีกว่า")
_NO_NO = re.compile("[^ ] *(?:ไม่|ไม่ใช่|บ่แม่น) ?ๆ *[^ ]")


def _again(reply: str, told: str, rules: Hear, hear: Hear) -> Understood | None:
    """The reply in its question's words, or less what is only polite."""
    bare = _POLITE.sub("", reply.strip())
    for text, listen in ((told, hear), (bare, rules)):
        if text and text != reply and (found := listen(text)).is_answer:
            return found
    return None


_POLITE = re.compile(" *(?:(?:นะ)?(?:ครับผม|ครับ|คับ|ค่ะ|คะ|ค่า+)|จ้า+|จ้ะ|จ้าว|เด้อ|เน้อ|เจ้า)+$")
