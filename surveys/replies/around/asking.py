"""Whether a reply asks something back, and so is no answer."""

from surveys import plain_text
from surveys.replies.around import wishing
from surveys.replies.either import yesno
from surveys.replies.text import words

_QUESTIONS = words.listed(words.LISTS["ask"]) - yesno.NO


def ends_asking(reply: str) -> bool:
    """Whether all of it, or a last word that stands apart, asks."""
    last = plain_text.plain((reply.split() or [""])[-1])
    return last in _QUESTIONS or wishing.bare(last) in _QUESTIONS
