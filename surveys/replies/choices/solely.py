"""The one option that is named at all: asked when nothing else is heard."""

from surveys import plain_text
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.choices import pieces, plainly
from surveys.replies.text.words import form

MAX_SOLE = 36  # letters of a reply that only names one thing
MIN_WHOLE = 5  # letters of a whole label that names it so
MIN_HEAD = 6  # letters of the head of one
_WISHED = form(
    "อยาก|ว่าจะ|กําลังจะ|เดี๋ยว|จะ(?!ได้)|ควร|น่าจะ|คง|หน่อย(?:สิ|ค่ะ|ครับ|นะ)|กว่า|ทั้ง|ทุก"
)
_OF_WISHES = form("อยาก|ต้องการ|ควร|คิดว่า|เห็นว่า|ประสงค์|ถ้า|จะ")


def told(question: Question, reply: str) -> Understood | None:
    """ "กรรมการหมู่บ้านครับ": a label's own words, and no other's."""
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return None
    plain, clauses = plain_text.plain(reply), plainly.clauses_of(reply)
    is_clear = (
        clauses and len(plain) <= MAX_SOLE and not plainly.HAS_DIGIT.search(plain)
    )
    if not is_clear or any(map(plainly.OF_OTHERS.match, clauses)):
        return None
    if plainly.NOT.search(reply):
        return None
    for no in (plainly.DOUBTS, plainly.ASIDE, plainly.BOTH):
        if no.search(plain):
            return None
    if _WISHED.search(plain) and not _OF_WISHES.search(naming.asked(question)):
        return None
    held = _sole(question, plain)
    return None if held is None else from_choice(question, held)


def _sole(question: Question, plain: str) -> int | None:
    labels = naming.labels(question)
    found = set()
    for index, part in pieces.of(question, pieces.MIN_SHORT):
        label = labels[index]
        is_name = part == label and len(part) >= MIN_WHOLE
        is_counted = bool(plainly.HAS_DIGIT.search(label))
        is_head = label.startswith(part) and len(part) >= MIN_HEAD
        is_name = is_name or (is_head and not is_counted)
        at = plain.find(part)
        stands = at >= 0 and pieces.stands(plain, at, len(part))
        if stands and is_name:
            found.add(index)
        elif stands and part == label:
            return None
    return plainly.one(found)
