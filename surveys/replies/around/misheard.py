"""Answers that are in a reply's letters and not in its sense: they are asked again.

A denied opposite ("it isn't dirty" to "is it clean"), a question asked back, what was
once, what was seen only on the news.
"""

# ruff: noqa: E501  some lines are patterns

import re
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_key
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.counts import stray_numbers
from surveys.replies.either import denied, enough
from surveys.replies.text import mentions, words


def mended(question: Question, reply: str, found: Understood) -> Understood:
    """What was found, unless the reply does not mean it."""
    text = reply.casefold().replace("’", "'").strip()
    if _knew_not(question, text) and found.kind is Meaning.DONT_KNOW:
        return from_key(question, "no")
    if not found.is_answer:
        return found
    if _is_of_health(question, text) or _is_denied(question, reply, found):
        return NOT_UNDERSTOOD
    if question.kind is Kind.SCALE5:
        is_off = _is_asked_back(question, text) or _is_far_or_past(question, text)
    elif question.kind is Kind.NUMBER:
        spaced = mentions.text(reply)
        is_off = _is_lent(question, text) or stray_numbers.is_stray(
            question, spaced, found.value
        )
    elif question.kind is Kind.SINGLE and talking.is_yes_or_no(question):
        says = question.choices[question.values.index(found.value)].key
        is_off = _is_off_the_point(question, text, says)
    else:
        return found
    return NOT_UNDERSTOOD if is_off else found


def _is_denied(question: Question, reply: str, found: Understood) -> bool:
    """ "ไม่ เชื่อถือมาก": a choice's very label, after what denies it; where it is a yes
    or no, whoever says so twice means it."""
    if talking.is_yes_or_no(question) or question.kind is Kind.NUMBER:
        return False
    said = plain_text.plain(reply)
    chosen = found.value if isinstance(found.value, tuple) else (found.value,)
    for value, choice in zip(question.values, question.choices, strict=True):
        if value not in chosen:
            continue
        for label in (choice.label.th, choice.label.en, choice.label.my):
            before = said.removesuffix(plain_text.plain(label)) if label else said
            if before != said and before in _DENYING:
                return True
    return False


_DENYING = frozenset(map(plain_text.plain, words.NEGATIONS)) | {
    "no",
    "not",
    "isn't",
    "ไม่",
}


def _is_off_the_point(question: Question, text: str, says: str) -> bool:
    asked = naming.asked(question)
    if says == "yes":
        return _is_on_the_news(asked, text) or enough.is_had(asked, text)
    return says == "no" and denied.opposite(_english(question), asked, text)


_ILL = re.compile("ไม่(?:ค่อย)?สบาย(?! *(?:ใจ|อก|หู|ตา))|^(?:เป็นไข้|เป็นหวัด|ป่วย)")


def _is_of_health(question: Question, text: str) -> bool:
    """ "ไม่สบาย เป็นไข้" to how easy in mind one is."""
    return bool(_ILL.search(text)) and "สบายใจ" in naming.asked(question)


_NEWS = "ข่าว|ทีวี|โทรทัศน์|เฟส|เฟซ|เฟช|ยูทู|ติ๊กต|ติกต|โซเชียล|ในหนัง|ในละคร|ในเน็ต|อินเทอร์เน็ต|ในคลิป|หนังสือพิมพ์|ในไลน์|ในรูป"
_ON_NEWS = re.compile(
    rf"^(?:ก็|เคย|ได้|แค่|แต่|ผม|ฉัน|หนู|เรา| )*(?:เห็น|ดู|เจอ|พบ)(?:แต่|แค่|เฉพาะ|มา|บ้าง| )*(?:ใน|จาก|ทาง|ตาม|ผ่าน)? *(?:{_NEWS})"
)
_HIMSELF = re.compile("ด้วยตา|กับตา|ตัวเอง|ของจริง|แล้วก็|และ|ที่บ้าน|หน้าบ้าน|ทั้ง|เจอเอง|เห็นเอง")


def _is_on_the_news(asked: str, text: str) -> bool:
    """ "เห็นในข่าว": not what one saw oneself, where that is asked."""
    asks_sight = re.search("เคย(?:พบ|เห็น|เจอ|ประสบ)", asked)
    if not asks_sight or re.search(
        _NEWS + "|ประกาศ|โฆษณา|ป้าย|รายงาน|ข้อมูล|ประชาสัมพันธ์|ผล|ตัวเลข|ค่า|แผน", asked
    ):
        return False
    return bool(_ON_NEWS.search(text)) and not _HIMSELF.search(text)


_BACK = re.compile(
    "(?:ตรงไหน|เรื่องอะไร|เรื่องไหน|จุดไหน|ด้านไหน|ส่วนไหน|อันไหน|แล้วได้อะไร|ได้อะไรขึ้นมา|แล้ว(?:ยัง|จะ)?ไง|แล้วจะทำไม|แล้วทำไม|แล้วจะทำอะไรได้|กับใคร|กับอะไร|ใคร|เพราะอะไร|ทำไม|ยังไง)"
    f"(?: *(?:ล่ะ|ละ|อะ|อ่ะ|วะ|ว่ะ|{politeness.ENDS}|นะ|กัน|บ้าง|หรือ|หรอ|เหรอ|[?!.]))*$"
)


def _is_asked_back(question: Question, text: str) -> bool:
    """ "ไม่พอใจตรงไหน": whether the one who is asked asks, and rates nothing."""
    match = _BACK.search(text)
    if match is None or " " in text[: match.start()].strip():
        return False
    if text.startswith("ไม่เห็น"):  # "ไม่เห็นจะดีตรงไหน" denies, and asks nothing
        return False
    return match[0].strip() not in naming.together(question)


_FAR = re.compile(
    r"\b(?:far from|nowhere near|anything but|hardly(?! ever)|a long way from)\b"
    r"|\b(?:used to|once (?:was|were|felt)|(?:was|were|felt) once|back then)\b"
    r"|\b(?:was|were|had been)\b.*\b(?:before|previously|earlier|last year|at first|in the past)\b"
    r"|\bbefore\W*$"
)
_NOW = re.compile(r"\b(?:now|today|but|these days|so far|still|than|like|same)\b")


def _is_far_or_past(question: Question, text: str) -> bool:
    match = _FAR.search(text)
    if match is None or _NOW.search(text):
        return False
    return plain_text.plain(match[0]) not in naming.together(question)


_LENT = re.compile(r"ยืม|หยิบยืม|\bborrow(?:ed|ing)?\b|\b(?:lent|on loan|rented|hired)\b")
_OWNS = re.compile("มี|เป็นเจ้าของ|own|have|has")


def _is_lent(question: Question, text: str) -> bool:
    """ "ยืมเขา 1 คัน", where what one has is counted."""
    asked = naming.asked(question)
    if not _OWNS.search(asked) or re.search("ยืม|กู้|borrow|rent", asked):
        return False
    return bool(_LENT.search(text)) and not re.search(
        "ให้.{0,8}ยืม|ไม่(?:ได้|เคย)?ยืม", text
    )


_KNEW_NOT = re.compile(
    r"^(?:no,? *)?(?:i |we )?(?:really |honestly )?(?:did ?n[o']?t|did not|never) (?:even )?kn[eo]w"
)
_ASKS_KNOWN = re.compile("didyou.{0,8}know|wereyouaware|haveyou.{0,6}known")


def _knew_not(question: Question, text: str) -> bool:
    """ "didn't know" to "did you know": a "no", not a question that is left open."""
    return (
        talking.is_yes_or_no(question)
        and bool(_KNEW_NOT.search(text))
        and bool(_ASKS_KNOWN.search(naming.asked(question)))
    )


@lru_cache(maxsize=256)
def _english(question: Question) -> frozenset[str]:
    """The English words of what is asked."""
    return frozenset(re.findall("[a-z]+", naming.texts(question).casefold()))
