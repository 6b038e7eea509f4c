"""Last doubts about what was understood: words that sound like an answer and are none.

Whatever rule or weight heard an answer, it is asked again where the reply is about
another thing than what is asked, asks back, scoffs, or names what it does not choose.
Nothing is concluded here; each kind of question has doubts of its own.
"""

from surveys.meaning import NOT_UNDERSTOOD, Understood
from surveys.question import Kind, Question
from surveys.replies.around import talking
from surveys.replies.doubts import (
    leaving,
    of_choices,
    of_counts,
    of_either,
    of_scales,
    scoffing,
    sources,
    wordings,
)


def doubted(question: Question, reply: str, found: Understood) -> Understood:
    """What was found, an answer or a wish, unless the reply does not say it."""
    if found == NOT_UNDERSTOOD or question.kind in (Kind.MULTIPLE, Kind.OPEN):
        return found
    said = wordings.of(question, reply)
    if not found.is_answer:
        is_none = leaving.is_no_wish(said, found.kind)
        return NOT_UNDERSTOOD if is_none else found
    if scoffing.is_none(said) or sources.is_of_another(said):
        return NOT_UNDERSTOOD
    if question.kind is Kind.NUMBER:
        is_none = of_counts.is_none(said, found.value)
    elif question.kind is Kind.SCALE5:
        point = question.values.index(found.value)
        is_none = of_scales.is_none(question, said, point)
    elif question.kind is Kind.SINGLE and found.value in question.values:
        index = question.values.index(found.value)
        if talking.is_yes_or_no(question):
            key = question.choices[index].key
            is_none = of_either.is_none(said, is_yes=key == "yes")
        else:
            label = question.choices[index].label.th or ""
            is_none = of_choices.is_none(said, label)
    else:
        return found
    return NOT_UNDERSTOOD if is_none else found
