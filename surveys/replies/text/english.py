"""Yes and no as they are said in English, with a subject or a reason after them."""

import re

from surveys.replies.text import words

_NO = re.compile(
    r"(?:no|nope|nah|never|not once|not yet|not ever|(?:i|we) (?:havent|didnt)"
    r"|(?:i|we|ive|weve)(?: have)? never"
    r"|no ?one (?:ever |has ever )?(?:invited|told|asked)"
    r"|nobody (?:ever )?(?:invited|told|asked))(?P<rest>(?: .*)?)"
)
_YES = re.compile(
    r"(?:yes|yeah|yep|yup|of course|for sure|definitely)(?P<rest>(?: .*)?)"
)
_DID = re.compile(
    r"(?:i|we|ive|weve)(?: have| did)? (?:went|gone|been|attended|joined|called"
    r"|complained|reported|heard|seen|saw)(?P<rest>(?: .*)?)"
)
_ASKS = words.listed(words.LISTS["ask"])
# What after a "no" makes it none: "no idea", "never mind", "no problem".
_NO_MORE = re.compile(
    r" (?:idea|clue|problem|problems|comment|comments|doubt|worries|mind|wonder"
    r"|matter|answer|one cares|more|need|time|missed|miss|fail|failed|not)\b"
)
_TURNS = re.compile(
    r"\b(?:but|though|if|maybe|perhaps|probably|might|or|sure|think|guess|unless|why"
    r"|what|who|how|when|where|right|wish|want|would|skip|stop|sorry|wait|actually"
    r"|mean)\b"
)
_DENIES = re.compile(
    r"\b(?:no|not|never|nope|nah|dont|didnt|havent|cant|wont|isnt|nobody|nothing)\b"
)


def said(asked: str, reply: str) -> str | None:
    """ "yes" or "no", where the reply says it in English and takes nothing back.

    `asked` is the question in plain form.
    """
    if not reply.isascii() or "?" in reply or re.search("[0-9]", reply):
        return None
    if words.listed(reply) & _ASKS:
        return None
    text = " ".join(re.sub("[^a-z ]", " ", reply.casefold().replace("'", "")).split())
    if _TURNS.search(text):
        return None
    no = _NO.fullmatch(text)
    if no and not _NO_MORE.match(no["rest"]) and not re.search(r"\byes\b", text):
        return "no"
    yes = _YES.fullmatch(text)
    is_ever = "เคย" in asked or "ever" in asked or "haveyou" in asked
    yes = yes or (_DID.fullmatch(text) if is_ever else None)
    return "yes" if yes and not _DENIES.search(yes["rest"]) else None
