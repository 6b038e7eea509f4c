"""One clear answer among clauses of which another turns, asks, or gives a reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from surveys.meaning import Understood
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import judging, steering, talking, wishing
from surveys.replies.text import words
from surveys.replies.text.hearing import NUMERIC, Part, Token
from surveys.replies.text.listening import Said

# What a stretch of the reply means by itself, from one letter to another.
Meant = Callable[[int, int], Understood]

_EMPTY = steering.EMPTY
_ANSWERING = frozenset(
    (Part.CHOICE, Part.UNCLEAR, Part.ASK, Part.CONTRAST, Part.HEDGE, Part.SARCASM)
) | {*NUMERIC, Part.BOUND, Part.OTHERS}
_BUT = words.listed("แต่ แต่ว่า แต่ก็ but however though ဒါပေမယ့် ဒါပေမဲ့")
_OPENS = frozenset((Part.NEGATION, Part.CONTROL, Part.WISH, Part.ASK, Part.FILLER))
_DETAILS = re.compile("รายละเอียด|เรื่อง|ชื่อ|detail")
_DOUBTS = frozenset((Part.HEDGE, Part.SARCASM, Part.UNCLEAR, Part.BOUND))
_INTENDED = words.listed(words.LISTS["intended"])
_SLIGHT = words.listed(words.LISTS["slight"])
_LONG_AGO = words.listed(words.LISTS["long_ago"])
_MUST = words.listed("ต้อง must only_if")
_OPEN_ASKS = words.listed(words.LISTS["open_asks"])
_EVEN_BETTER = re.compile("ยิ่ง|จะดี|ก็ดี")
_PERIOD = re.compile("เดือน|ปีที่|ปีนี้|ปีก่อน|สัปดาห์|อาทิตย์|ล่าสุด|ครั้งที่แล้ว|last|past|month|year")


def settled(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """The answer that one clause clearly gives and no other takes back."""
    if question.kind is Kind.MULTIPLE or len(said) < 2:
        return None
    said = talking.as_talk(question, said)
    return (
        _turned(question, said, meant)
        or _not_the_other(question, said, meant)
        or _nowadays(question, said, meant)
        or _then_asks(question, said, meant)
        or _after_a_start(question, said, meant)
        or _with_a_reason(question, said, meant)
        or _then_talks(question, said, meant)
    )


def control(text: str, said: Sequence[Said]) -> str | None:
    """What one clause asks of the survey, where no other holds an answer."""
    names = set()
    for clause in clauses(said):
        piece = text[clause[0].start : clause[-1].end]
        name = wishing.control(piece)
        if name is None and wishing.is_ignorance(piece):
            name = "dont_know"
        if name is not None and _parts(clause) & {Part.CHOICE, Part.UNCLEAR}:
            return None
        if name is not None:
            names.add(name)
        elif _parts(clause) & _ANSWERING and not _only_asks_why(clause):
            of_others = _parts(clause) & _ANSWERING == {Part.OTHERS}
            if not (of_others and names & {"stop", "skip"}):
                return None
    if len(names) > 1:
        names.discard("dont_know")
    return names.pop() if len(names) == 1 else None


def _only_asks_why(clause: Sequence[Said]) -> bool:
    """ "ถามทำไม ไม่บอก": no answer is asked, only why one should give it."""
    whys = any(each.token.text in _WHY for each in clause)
    return whys and not _parts(clause) & (_ANSWERING - {Part.ASK})


_WHY = words.listed("ทำไม ทำมัย ถามทำไม เพื่ออะไร ทำไมต้องถาม why")


def clauses(said: Sequence[Said]) -> list[list[Said]]:
    """The words of a reply, cut where phrases end."""
    found: list[list[Said]] = [[]]
    for each in said:
        found[-1].append(each)
        if each.ends:
            found.append([])
    return [clause for clause in found if clause]


def _parts(said: Sequence[Said]) -> set[Part]:
    return {each.token.part for each in said}


def _kept(said: Sequence[Said]) -> list[Said]:
    return [each for each in said if each.token.part not in _EMPTY]


def _index(question: Question, found: Understood) -> int:
    values = question.values
    places = (i for i, value in enumerate(values) if value == found.value)
    return next(places, -1)


def _turned(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """ "A but B": the side that answers, where the other only excuses or wishes."""
    turns = [i for i, each in enumerate(said) if each.token.text in _BUT]
    if len(turns) != 1:
        return None
    left, right = said[: turns[0]], said[turns[0] + 1 :]
    if not _kept(left) or not _kept(right):
        return None
    before = meant(left[0].start, left[-1].end)
    after = meant(right[0].start, right[-1].end)
    if question.kind is Kind.NUMBER:
        is_more = _wishes(right) and not _parts(right) & {Part.UNIT, *NUMERIC}
        return before if before.is_answer and is_more and left[-1].ends else None
    if after.is_answer and _intends(left):
        return after
    if before.is_answer and after.is_answer:
        return before if before == after else None
    denies = any(each.token.text.startswith("ไม่") for each in right)
    is_vain = right[0].token.text.startswith("เงียบ")
    is_cut = left[-1].ends or denies or is_vain or right[0].token.part in _OPENS
    if before.is_answer and is_cut:  # "ได้ยินแต่เสียง": nothing but that
        place = _index(question, before)
        return before if _is_aside(question, place, left, right) else None
    if after.is_answer and _leads_up(question, _index(question, after), left):
        return after
    return None


def _is_aside(
    question: Question, index: int, left: Sequence[Said], right: Sequence[Said]
) -> bool:
    """Whether what comes after "but" leaves the answer before it as it is."""
    kept = _kept(right)
    parts = _parts(kept)
    wishes = _wishes(kept)
    if not wishes and (parts & _DOUBTS or _names_other(question, index, kept)):
        return False
    if Part.CONTRAST in parts or any(each.token.text in _MUST for each in kept):
        return False
    text = "".join(each.token.text for each in kept)
    if parts == {Part.CONTROL} and not _DETAILS.search(text):
        return False
    if Part.ASK in parts and not _is_indefinite(kept):
        return False
    if question.kind is Kind.SCALE5:
        closed = left[-1].ends
        return (
            closed
            and not _weakens(kept)
            and judging.sounds_meant(question, index, parts)
        )
    if not talking.is_yes_or_no(question):
        return not parts & {Part.NEGATION, Part.CONTROL}
    asked = naming.asked(question)
    if not re.search("เคย|ได้ยิน|ever|ဖူး", asked):  # of what one thinks or will do
        denied = parts & {Part.COMPLAINT, Part.NEGATION, Part.CONTROL}
        return wishes and not denied
    is_old = any(each.token.text in _LONG_AGO for each in kept)
    return not (is_old and _PERIOD.search(asked))


def _wishes(said: Sequence[Said]) -> bool:
    """Whether it begins by wishing."""
    first = _kept(said)[0].token
    return first.part is Part.WISH or first.text in _INTENDED


def _intends(said: Sequence[Said]) -> bool:
    """Whether something was only wished or planned."""
    return any(
        each.token.part is Part.WISH or each.token.text.startswith(tuple(_INTENDED))
        for each in said
    )


def _names_other(question: Question, index: int, kept: Sequence[Said]) -> bool:
    for place, each in enumerate(kept):
        denies = each.token.text in words.NEGATIONS and place + 1 < len(kept)
        is_named = each.token.part is Part.CHOICE and each.token.index != index
        is_talk = denies or talking.is_how_often(each.token)  # "แต่ไม่บ่อย"
        if each.token.part in NUMERIC or (is_named and not is_talk):
            return True
    return False


def _weakens(kept: Sequence[Said]) -> bool:
    """ "แต่ไม่มาก": it is less than what was said."""
    return any(
        one.token.part is Part.NEGATION
        and (two.token.part is Part.STRONG or two.token.text in words.DEGREES)
        for one, two in pairwise(kept)
    ) or any(each.token.text in words.DEGREES for each in kept[:1])


def _is_indefinite(kept: Sequence[Said]) -> bool:
    """ "ไม่รู้ว่าคืออะไร": the asking word is what is not known."""
    first = kept[0].token
    denies = first.part is Part.NEGATION or first.text.startswith("ไม่")
    return denies or first.control == "dont_know"


def _leads_up(question: Question, index: int, left: Sequence[Said]) -> bool:
    """Whether what comes before "but" is no answer: a wish, another's, a slight one."""
    kept = _kept(left)
    parts = _parts(kept)
    asks = Part.ASK in parts and not _is_slight(left)
    if asks or parts & {Part.SARCASM, Part.HEDGE, Part.BOUND, *NUMERIC}:
        return False
    first = kept[0].token
    of_others = first.part is Part.OTHERS
    if question.kind is Kind.SCALE5:
        return of_others or parts <= {Part.NEUTRAL, Part.OTHERS, Part.CONTROL}
    if talking.is_yes_or_no(question):
        excused = of_others or not _names_other(question, index, kept)
        return excused and Part.UNCLEAR not in parts
    return _is_slight(left) or not parts & {Part.CHOICE, Part.UNCLEAR}


def _not_the_other(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """ "แค่เช่าอยู่ค่ะ ไม่ได้ค้าขายที่นี่", "บ้านสวนไม่ใช่ บ้านนาจ้ะ"."""
    found = clauses(said)
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return None
    if len(found) < 2:
        return None
    first, rest = found[0], [each for clause in found[1:] for each in clause]
    kept, denied = _kept(first), _kept(rest)
    if not kept or not denied:
        return None
    is_none = kept[-1].token.text in _NOT_THAT and len(kept) > 1
    if is_none and kept[0].token.part is Part.CHOICE:
        answer = meant(rest[0].start, rest[-1].end)
        is_other = _index(question, answer) != kept[0].token.index
        return answer if answer.is_answer and is_other else None
    starts = denied[0].token.part is Part.NEGATION and denied[0].token.text in _NOT_DONE
    if not starts or _parts(denied) & {Part.ASK, Part.CONTRAST, *_DOUBTS}:
        return None
    answer = meant(first[0].start, first[-1].end)
    named = {each.token.index for each in denied if each.token.part is Part.CHOICE}
    is_same = _index(question, answer) in named
    return answer if answer.is_answer and named and not is_same else None


_NOT_THAT = words.listed("ไม่ใช่ บ่แม่น no")
_NOT_DONE = words.listed("ไม่ได้ ไม่ใช่ บ่ได้ ไม่ not")
_ONCE = words.listed("เคย เคยเป็น เมื่อก่อน แต่ก่อน สมัยก่อน ตอนแรก used_to")
_NOW = words.listed("ตอนนี้ ตอนนี้ก็ ตอนนี้เป็น ปัจจุบัน เดี๋ยวนี้ now")


def _nowadays(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """ "เคยเป็นพนักงาน ตอนนี้ค้าขาย": what is so now."""
    if question.kind not in (Kind.SINGLE, Kind.SCALE5):
        return None
    if talking.is_yes_or_no(question) and "เคย" in naming.asked(question):
        return None
    now = [place for place, each in enumerate(said) if each.token.text in _NOW]
    if len(now) != 1 or not now[0]:
        return None
    before, after = said[: now[0]], said[now[0] + 1 :]
    was = any(before[0].token.text.startswith(once) for once in _ONCE)
    if not was or not after or {Part.ASK, Part.NEGATION} & _parts(before):
        return None
    answer = meant(after[0].start, after[-1].end)
    return answer if answer.is_answer else None


def _is_slight(said: Sequence[Said]) -> bool:
    """ "กลิ่นไม่เท่าไหร่": whether it ends by saying that it is little."""
    text = "".join(each.token.text for each in said)
    return text.endswith(tuple(_SLIGHT))


def _then_asks(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """A clear answer, and then a question in a clause of its own."""
    found = clauses(said)
    first = next((i for i, each in enumerate(found) if Part.ASK in _parts(each)), 0)
    if not first or not all(_asks_openly(clause) for clause in found[first:]):
        return None
    before = [each for clause in found[:first] for each in clause]
    last = before[-1].token.part
    if not talking.is_yes_or_no(question) and last not in (Part.POLITE, Part.UNIT):
        return None
    answer = meant(before[0].start, before[-1].end)
    return answer if answer.is_answer else None


def _asks_openly(clause: Sequence[Said]) -> bool:
    """Whether it asks for more than a yes, and names no answer."""
    kept = _kept(clause)
    parts = _parts(kept)
    named = parts & {Part.CHOICE, Part.UNCLEAR, Part.CONTRAST, Part.HEDGE, *NUMERIC}
    is_open = any(each.token.text in _OPEN_ASKS for each in kept)
    return is_open and len(kept) > 1 and not named


def _after_a_start(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """ "เคยไหมล่ะเหรอ เคยสิ": the question said back, or a "not not", then the answer."""
    found = clauses(said)
    asks = [i for i, clause in enumerate(found, 1) if Part.ASK in _parts(clause)]
    size = asks[-1] if asks else 1
    first = _kept([each for clause in found[:size] for each in clause])
    rest = [each for clause in found[size:] for each in clause]
    parts = _parts(first)
    echoes = {Part.ECHO, Part.CHOICE, Part.ASK, Part.NEUTRAL}
    is_echo = Part.ASK in parts and parts <= echoes and parts & {Part.CHOICE, Part.ECHO}
    opens = is_echo and not any(each.token.text in _OPEN_ASKS for each in first)
    is_double = parts == {Part.UNCLEAR} and talking.is_yes_or_no(question)
    if not rest or not (opens or is_double):
        return None
    plain = {Part.CHOICE, Part.STRONG, Part.UNIT, *_EMPTY, *NUMERIC}
    if opens and not _parts(rest) <= plain:
        return None
    answer = meant(rest[0].start, rest[-1].end)
    is_same = not is_double or answer.value == question.values[judging.yes(question)]
    return answer if answer.is_answer and is_same else None


def _with_a_reason(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """ "ไม่เคยจ้ะ ไม่รู้ว่าจัด", "สนใจค่ะ ถ้าจัดวันอาทิตย์ยิ่งดี"."""
    found = clauses(said)
    if not talking.is_yes_or_no(question) or len(found) < 2:
        return None
    last = found[-1]
    kept = _kept(last)
    if not kept:
        return None
    first = kept[0].token
    knows_not = first.control == "dont_know" and len(kept) > 1
    wishes = first.part is Part.CONTRAST and _EVEN_BETTER.search(
        "".join(each.token.text for each in last)
    )
    parts = _parts(kept[1:])
    named = parts & {Part.HEDGE, Part.SARCASM, Part.CONTRAST, *NUMERIC}
    if not (knows_not or wishes) or named:
        return None
    answer = meant(said[0].start, found[-2][-1].end)
    if not answer.is_answer:
        return None
    index = _index(question, answer)
    denies = knows_not and index != judging.yes(question)
    return answer if denies or not _names_other(question, index, kept) else None


_NO_TALK = frozenset(
    (Part.ASK, Part.CONTRAST, Part.HEDGE, Part.SARCASM, Part.BOUND, Part.UNCLEAR)
) | {Part.CONTROL, Part.HALF, Part.CHOICE, *NUMERIC}
_QUOTES = words.listed("ว่า บอก พูด เขาว่า เขาบอก said says told")


_LONG_BEFORE = words.listed("แต่ก่อน สมัยก่อน เมื่อก่อน")
_BEFORE = words.listed("แต่ก่อน สมัยก่อน เมื่อก่อน ก่อนหน้านี้ ทั้งนั้น ถึง")


def _past(each: Said) -> Said:
    """How it was before takes nothing from how it is, once that is politely said."""
    is_past = each.token.text in _BEFORE or each.token.text == "กว่า"
    return (
        replace(each, token=Token(Part.NEUTRAL, each.token.text)) if is_past else each
    )


def _then_talks(
    question: Question, said: Sequence[Said], meant: Meant
) -> Understood | None:
    """ "3 ค่ะ เพื่อนบ้านก็เหมือนกัน": an answer politely closed, or one with its unit."""
    found = clauses(said)
    first, rest = found[0], [each for clause in found[1:] for each in clause]
    last = first[-1].token.part
    if not rest or last not in (Part.POLITE, Part.UNIT):
        return None
    if last is Part.POLITE:
        rest = [_past(each) for each in rest]
        if rest[0].token.text in _LONG_BEFORE:
            rest = rest[:1]
    parts = _parts(rest)
    takes_back = any(
        each.token.text in _QUOTES or each.token.text in _NOT_THAT for each in rest
    )
    counts_people = question.kind is Kind.NUMBER and Part.OTHERS in parts
    denies = Part.NEGATION in parts and rest[0].token.part is not Part.BECAUSE
    if parts & _NO_TALK or denies or takes_back or counts_people:
        return None
    answer = meant(first[0].start, first[-1].end)
    index = _index(question, answer)
    if not answer.is_answer or not judging.sounds_meant(question, index, parts):
        return None
    return answer
