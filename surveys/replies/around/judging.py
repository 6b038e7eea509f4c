"""Whether one clear answer stands in a reply, and nothing beside it takes it back."""

import re
from collections.abc import Sequence
from itertools import pairwise

from surveys import number_words
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import steering, talking
from surveys.replies.choices import partly, told_counts
from surveys.replies.either import circumstance, yesno
from surveys.replies.text import hearing, words
from surveys.replies.text.hearing import NUMERIC, Part, Token
from surveys.replies.text.listening import Said
from surveys.replies.text.pauses import Typed

_EMPTY = steering.EMPTY
_LEAD = _EMPTY | {Part.PLACE, Part.STRONG, Part.NEUTRAL, Part.ECHO}
_TAIL = _LEAD | {Part.PRAISE, Part.COMPLAINT, Part.BECAUSE}
MIN_CLEAR = 4  # letters of an answer that may stand beside unknown words
MIDDLE = 2  # of a scale's points, counted from 0
REASONS = words.listed(words.LISTS["reasons"])


def nods(question: Question, tokens: Sequence[Token]) -> bool:
    """Whether a mere "ครับ" gives the leave that the question asks."""
    said = {token.text for token in tokens}
    is_offer = talking.is_yes_or_no(question) and yesno.is_offer(naming.asked(question))
    return bool(said) and said <= yesno.NODS and is_offer


_ASKS_WHEN = re.compile("ว่าง|สะดวก")  # "เช้าไม่ว่าง" is then no reason, but a "no"


def without_reasons(question: Question, tokens: Sequence[Token]) -> list[Token]:
    """ "ไม่ได้ไป ติดงาน", but "ไม่มีเวลาไป" is no "ไป"."""
    first = next((i for i, e in enumerate(tokens) if e.part is Part.CHOICE), None)
    if first is None or _ASKS_WHEN.search(naming.asked(question)):
        return list(tokens)
    return [
        token
        for place, token in enumerate(tokens)
        if place < first or token.text not in REASONS
    ]


def yes(question: Question) -> int:
    return [choice.key for choice in question.choices].index("yes")


def choices(question: Question, typed: Typed, said: Sequence[Said]) -> set[int] | None:
    """The choices that the reply names; None where it does not for sure."""
    said = [
        each
        for place, each in enumerate(said)
        if each.token.text not in REASONS or not steering.stands_alone(said, place)
    ] or said
    said = talking.how_often(question, talking.as_talk(question, said))
    parts = {each.token.part for each in said}
    denies_doing = any(
        one.token.text in BARE_NO and two.token.text in DOING
        for one, two in pairwise(said)
    )
    if denies_doing or parts & _NEVER_ANSWER:
        return None
    closed = _closed(question, said)
    if closed is not None:
        return {closed}
    if parts & steering.FINAL:
        return None
    named: set[int] = set()
    beside: set[int] = set()
    for place, each in enumerate(said):
        index = _index(question, said, place)
        if index is None:
            continue
        is_answer = _leads_well(question, said, place) and _ends_well(
            question, said, place
        )
        if index < 0 or (not is_answer and each.token.part in NUMERIC):
            return None
        (named if is_answer else beside).add(index)
    if not named:
        return (
            partly.by_part(question, said)
            or partly.denied_echo(question, said)
            or partly.said_back(question, said)
        )
    if question.kind is not Kind.MULTIPLE and len(named) != 1:
        return None
    if not all(_agree(question, one, other) for one in named for other in beside):
        return None
    return named if named and _rest_agrees(question, said, named) else None


_NEVER_ANSWER = frozenset(
    (Part.ASK, Part.SARCASM, Part.UNCLEAR, Part.HEDGE, Part.CONTRAST, Part.CONTROL)
)


def _closed(question: Question, said: Sequence[Said]) -> int | None:
    """The answer that is a first phrase of its own, whatever talk comes after it.

    The talk may be of others and of numbers, and hold a "not", as long as it names
    no other choice and does not take the answer back.
    """
    size = steering.first_phrase(said)
    first, rest = said[:size], said[size:]
    indexes = {each.token.index for each in first if each.token.part is Part.CHOICE}
    is_whole = {each.token.part for each in first} <= _EMPTY | {
        Part.STRONG,
        Part.CHOICE,
    }
    if question.kind is Kind.MULTIPLE or len(indexes) != 1 or not is_whole or not rest:
        return None
    index = indexes.pop()
    talk = zip(said, [*said[1:], None], range(len(said)), strict=True)
    for each, after, place in talk:
        if place >= size and not _is_talk(question, said, place, index, each, after):
            return None
    parts = {each.token.part for each in rest}
    return index if sounds_meant(question, index, parts) else None


# What one would rather have little of: complaints go with the high end.
TROUBLE = re.compile(
    "รบกวน|กลิ่น|เสียง|เดือดร้อน|ผลกระทบ|กังวล|ปัญหา|เหม็น|bother|worri|smell|noise"
)


def is_of_trouble(question: Question) -> bool:
    """Whether one would rather have little of what the question asks."""
    return bool(TROUBLE.search(naming.asked(question)))


def sounds_meant(question: Question, index: int, parts: set[Part]) -> bool:
    """Whether a scale's answer and the talk round it are of one mind."""
    if question.kind is not Kind.SCALE5:
        return True
    if index > 2 and Part.LAUGHTER in parts:
        return False
    if is_of_trouble(question):
        return True
    is_odd = index > 2 and Part.COMPLAINT in parts
    return not (is_odd or (index < 2 and Part.PRAISE in parts))


def _is_talk(
    question: Question,
    said: Sequence[Said],
    place: int,
    index: int,
    each: Said,
    after: Said | None,
) -> bool:
    """Whether a word after a closed answer leaves it as it is."""
    part = each.token.part
    goes_on = after is not None and not each.ends and after.token.part not in _EMPTY
    if part is Part.CHOICE and each.token.text in words.NEGATIONS and goes_on:
        part = Part.NEGATION  # "เคย ... ไม่เห็นแก้"
    if part is Part.CHOICE:
        return _agree(question, index, each.token.index)
    if part in NUMERIC:
        counts = after is not None and after.token.text in words.UNITS
        is_count = counts and after is not None and after.token.part is not Part.PLACE
        is_age = talking.is_yes_or_no(question) and circumstance.is_threshold(
            naming.asked(question)
        )
        return is_count or is_age or not _leads_well(question, said, place)
    if part is Part.OTHERS:
        return after is None or after.token.text not in _QUOTES
    if part is Part.NEGATION:
        before, _ = steering.phrase(said, place)
        has_topic = any(one.token.part not in _EMPTY for one in before)
        follows = after.token.part if after is not None and not each.ends else None
        denied = _DENIED
        if question.kind is Kind.SCALE5:
            denied = denied | {Part.ECHO}
        if index == MIDDLE:  # "เฉยๆ ไม่ได้ดีไม่ได้แย่"
            denied = denied | {Part.PRAISE, Part.FILLER}
        return follows in denied or (has_topic and follows in (None, Part.STRONG))
    return True


_QUOTES = words.listed("ว่า บอก พูด said says told")
_DENIED = frozenset(
    (Part.UNKNOWN, Part.NEUTRAL, Part.COMPLAINT, Part.OTHERS, Part.WISH, *NUMERIC)
)


def _index(question: Question, said: Sequence[Said], place: int) -> int | None:
    """The choice that a word names; -1 where a number names none, None for others."""
    token = said[place].token
    if token.part is Part.CHOICE:
        return token.index
    if token.part not in NUMERIC:
        return None
    number = token.index
    if token.part is Part.DIGITS or not number:
        found = hearing.numbers(token, several=False) if _is_listed(said, place) else []
        number = found[0] if len(found) == 1 else 0
    if question.own_numbers or not 1 <= number <= len(question.choices):
        return -1
    has_place = place > 0 and said[place - 1].token.part is Part.PLACE
    if not has_place and told_counts.in_other_label(question, {number - 1}):
        return -1
    return number - 1


def _is_listed(said: Sequence[Said], place: int) -> bool:
    token = said[place].token
    return token.part is Part.DIGITS or token.text in number_words.NUMBERS


_TOWN = words.listed("โรงงาน เทศบาล ชุมชน หมู่บ้าน บ้าน เมือง ตลาด วัด โรงเรียน factory home")
_AT = words.listed(
    "โทร โทรหา โทรไป โทรไปหา โทรแจ้ง โทรบอก ไปหา ไปแจ้ง ไปบอก ไปที่ "
    "ไปร้องเรียน ติดต่อ ปรึกษา ร้องเรียน เดินไป "
    "ทำ ทำงาน ทำอยู่ อยู่ ใน ที่ เป็น ไป จาก แจ้ง ของ คน ผ่าน กับ ข่าว บอก ข้อ "
    "at in work works the a to"
)
_SIZES = words.listed("โคตร โครต สุด ที่สุด แค่ เกือบ เริ่ม ออกจะ")


def _leads_well(question: Question, said: Sequence[Said], place: int) -> bool:
    """Whether nothing before a word makes it anything but the answer."""
    before, _ = steering.phrase(said, place)
    has_place = before and before[-1].token.part is Part.PLACE
    bare = said[place].token.part in NUMERIC and not has_place  # "วันที่ 4"
    allowed = (_EMPTY if bare else _LEAD) | {Part.CHOICE}
    if not all(each.token.part in allowed for each in before):
        return False
    sized = any(each.token.text in _SIZES for each in before)
    if said[place].token.text in _TOWN and question.kind is not Kind.SCALE5:
        beside = {each.token.text for each in before if each.token.part not in _EMPTY}
        if before and beside and not beside <= _AT:  # "บ้านอยู่ใกล้โรงงาน"
            return False
    if question.kind is Kind.SCALE5 and sized and not bare:  # "โคตร" and what follows
        return False
    if before and before[-1].token.text in _ACTORS:  # "เทศบาลพอใจ": not the resident
        return False
    # A phrase before it may be about anything, if it is closed by more than a space.
    earlier = said[: place - len(before)]
    stops = {Part.WISH}
    if len(said[place].token.text) < MIN_CLEAR or said[place].token.part in NUMERIC:
        stops.add(Part.UNKNOWN)
    return not any(each.token.part in stops for each in _open(earlier))


_STRAY = frozenset((Part.NEUTRAL, Part.ECHO, Part.UNKNOWN))
_ACTORS = words.listed("เทศบาล โรงงาน เจ้าหน้าที่ หน่วยงาน ผู้นำ ผู้ใหญ่บ้าน กำนัน ชุมชน อสม อบต")


def _open(earlier: Sequence[Said]) -> list[Said]:
    """The words of phrases before, back to one that a polite word closed."""
    kept: list[Said] = []
    for each in reversed(earlier):
        if each.token.part in (Part.POLITE, Part.LAUGHTER):
            break
        kept.append(each)
    return kept


def _ends_well(question: Question, said: Sequence[Said], place: int) -> bool:
    """Whether nothing after a word in its phrase goes on to say something else."""
    token = said[place].token
    if said[place].ends:
        return True
    _, after = steering.phrase(said, place)
    is_bare = token.part in NUMERIC or token.text in words.NEGATIONS - _NEVER
    allowed = _EMPTY | {Part.PLACE, Part.CHOICE} if is_bare else _TAIL | {Part.CHOICE}
    if len(token.text) < partly.MIN_CORE and not is_bare:
        allowed = _EMPTY | {Part.STRONG, Part.CHOICE, Part.BECAUSE, Part.ECHO}
    asks_of_all = circumstance.is_of_household(naming.asked(question))
    has_ill = token.text == "มี" and asks_of_all  # "มีลูกเป็นภูมิแพ้"
    if has_ill:
        allowed = allowed | {Part.NEUTRAL, Part.COMPLAINT, Part.OTHERS}
    if not is_bare and _is_clear(question, token):
        allowed = allowed | {Part.UNKNOWN}
    if token.text in _NEVER:  # "ไม่เคยเบื่อ" says nothing of what is asked
        allowed = allowed - {Part.PRAISE, Part.COMPLAINT}
    is_yes = (
        talking.is_yes_or_no(question)
        and token.part is Part.CHOICE
        and question.choices[token.index].key == "yes"
    )
    if is_yes and token.text.isascii():
        allowed = allowed - {Part.NEUTRAL}  # "I have work"
    if len(after) > 1 and after[0].token.text in _THEN:  # "พอใจก็บ้าแล้ว"
        return all(each.token.part in _EMPTY for each in after)
    if _is_bare_echo(question, token):  # "ประชุมน่าเบื่อ"
        allowed = allowed - {Part.PRAISE, Part.COMPLAINT}
    strayed = False
    for each in after:
        may_follow = is_bare and each.token.text in _AFTER_BARE
        is_choice = token.part is Part.CHOICE
        if (
            question.kind is Kind.SCALE5
            and is_choice
            and _begins_label(question, token, each.token)
        ):
            continue
        if each.token.part not in allowed and not may_follow:
            return False
        if not has_ill and _is_other_verb(question, each):
            return False
        # "ไม่พอใจเทศบาลเลย" is more than "ไม่พอใจ".
        is_degree = each.token.text in words.DEGREES and not is_bare
        is_size = words.DEGREES.get(each.token.text) != "indeed"
        if question.kind is Kind.SCALE5 and is_degree and (strayed or is_size):
            return False
        strayed = strayed or each.token.part in _STRAY
    return True


def _begins_label(question: Question, token: Token, after: Token) -> bool:
    """ "ไม่ค่อยเชื่อ" for "ไม่ค่อยเชื่อมั่น"."""
    said = token.text + after.text
    labels = naming.spoken(question, token.index)
    is_echo = after.part in (Part.ECHO, Part.NEUTRAL)
    return is_echo and any(label.startswith(said) for label in labels)


_BEEN = re.compile("(?:ไม่เคย|ยังไม่เคย|บ่เคย|เคย)..")  # and what was done


_THEN = words.listed("ก็ กะ ก้อ ก้")


def _is_bare_echo(question: Question, token: Token) -> bool:
    """A verb said back to "have you ever": it may be but what is talked of."""
    asks_ever = "เคย" in naming.asked(question)
    return asks_ever and token.text in yesno.VERBS and token.text != "เคย"


def _is_clear(question: Question, token: Token) -> bool:
    """Whether the word is so plainly the answer that unknown ones may follow it."""
    if question.kind is Kind.SCALE5:
        return len(token.text) >= MIN_CLEAR
    if talking.is_yes_or_no(question):
        return bool(_BEEN.match(token.text))
    is_label = token.text in naming.spoken(question, token.index)
    return is_label and len(token.text) > MIN_CLEAR


def _is_other_verb(question: Question, each: Said) -> bool:
    """Whether it says what was not asked: "เคยได้ยิน" to "เคยเข้าร่วมไหม"."""
    is_verb = each.token.part is Part.NEUTRAL and each.token.text in yesno.VERBS
    return (
        is_verb
        and talking.is_yes_or_no(question)
        and each.token.text not in naming.asked(question)
    )


_NEVER = words.listed("ไม่เคย ยังไม่เคย never ไม่มี ยังไม่มี ไม่ได้")
_AFTER_BARE = words.listed("พอ เลย แน่นอน จริงๆ อยู่แล้ว แล้ว because เพราะ")


def _agree(question: Question, one: int, other: int) -> bool:
    """Whether two points of a scale lie on one side of its middle."""
    if one == other:
        return True
    if question.kind is not Kind.SCALE5:
        return False
    return (one - 2) * (other - 2) > 0


def _is_low(question: Question, index: int) -> bool:
    """Whether the answer itself denies: a "no", a low point."""
    if question.kind is Kind.SCALE5:
        return index < 2
    return question.choices[index].key == "no"


def _rest_agrees(question: Question, said: Sequence[Said], named: set[int]) -> bool:
    parts = {each.token.part for each in said}
    index = min(named)
    if Part.NEGATION in parts and not _denies_after(question, said, index):
        return False
    if question.kind is Kind.MULTIPLE:
        return not parts & {Part.UNKNOWN, Part.NEGATION}
    return sounds_meant(question, index, parts)


def _denies_after(question: Question, said: Sequence[Said], index: int) -> bool:
    """Whether every "not" comes in a later phrase than an answer that is one itself."""
    if not _is_low(question, index) and not _is_reason(question, said):
        return False
    first = next(i for i, each in enumerate(said) if each.token.part is Part.NEGATION)
    return any(
        each.token.part in (Part.CHOICE, *NUMERIC)
        and any(e.ends for e in said[place:first])
        for place, each in enumerate(said[:first])
    )


def _is_reason(question: Question, said: Sequence[Said]) -> bool:
    """Whether a "not" comes after an option that a polite word or "because" closed."""
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return False
    first = next(i for i, each in enumerate(said) if each.token.part is Part.NEGATION)
    closes = {each.token.part for each in said[:first]} & {Part.POLITE, Part.BECAUSE}
    return bool(closes) and said[first].token.text not in BARE_NO


BARE_NO = words.listed("ไม่ ไม่ใช่ เปล่า no not มิใช่ บ่")
DOING = words.listed("ตอบ เลือก เอา ขอ คิดว่า รู้สึก ขอตอบ")  # fillers that one may not do


def is_by_place(tokens: Sequence[Token]) -> bool:
    """Whether a choice may be meant by its place: by a number, or as "ข้อ"."""
    return any(token.part in (*NUMERIC, Part.PLACE) for token in tokens)
