"""The point of a scale that a longer reply comes to: its last word, or what it leaves."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence

from surveys import plain_text, politeness
from surveys.meaning import Hear, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.scales import degrees, middling, moving, scaling
from surveys.replies.text import words


def meant(question: Question, reply: str, rules: Hear) -> Understood | None:
    """The point that a reply of several clauses settles on; None where it does not.

    `rules` hears what is sure word for word.
    """
    if question.kind is not Kind.SCALE5 or question.own_numbers:
        return None
    text = scaling.respelt(reply)
    if (point := _given(question, text)) is not None:
        return from_choice(question, point)
    if re.search("[a-zA-Z]{3}|[က-႟]|(?:5|๕){3}", text):
        return None
    if one := _of_two(text, rules) or _short_of_the_end(question, text, rules):
        return one
    for find in (
        middling.unmoved,
        middling.between,
        middling.to_the_end,
        moving.none_of_it,
        moving.moved,
        moving.extreme,
    ):
        if (point := find(question, text)) is not None:
            return from_choice(question, point)
    found = _last_word(question, text, rules) or moving.a_little(question, text)
    if found is None and text != reply.strip():
        again = rules(text)
        return again if again.is_answer else None
    return found


_OF_TWO = re.compile(
    "^(?P<one>.{2,30}?) ?หรือ(?:ว่า)?(?P<other>.{2,30}?)(?:ดี(?:นะ|หนอ)?)?[ .…,]+(?:งั้น|ก็)?(?:เอา|ขอ|เลือก|ตอบ)(?:อัน|ตัว|ข้อ)(?P<which>หลัง|แรก|สอง|ที่สอง)"
)


def _of_two(text: str, rules: Hear) -> Understood | None:
    """ "พอใจ หรือพอใจมากดี... เอาอันหลัง"."""
    match = _OF_TWO.search(text)
    if match is None:
        return None
    found = rules(match["one" if match["which"] == "แรก" else "other"].strip())
    return found if found.is_answer else None


_END_DENIED = re.compile(
    f"(?:ไม่|บ่)(?:ใช่|ถึง(?:กับ|ขั้น|ขนาด|ระดับ)?)(?:ว่า|จะ|ขั้น)?(?P<end>[^ ]+?){scaling.POLITE}*$"
)


def _short_of_the_end(question: Question, text: str, rules: Hear) -> Understood | None:
    """ "มากค่ะ แต่ยังไม่ใช่มากที่สุด": what is said, with the end next to it denied."""
    match = _END_DENIED.search(text)
    labels = scaling.labels_of(question)
    if match is None or match["end"] not in (labels[0], labels[4]):
        return None
    clauses = scaling.clauses_of(text[: match.start()])
    found = rules(clauses[0]) if clauses else None
    if found is None or not found.is_answer or scaling.DOUBTS.search(text):
        return None
    next_to = 1 if match["end"] == labels[0] else 3
    others = [rules(each) for each in clauses[1:]]
    agree = all(each == found or not each.is_answer for each in others)
    return found if agree and question.values.index(found.value) == next_to else None


_GIVEN = re.compile(
    f"^(?:ก็|งั้น|เลย)*(?:(?:ให้|เอา|ขอ|เลือก|ตอบ|จัดไป|เอาไป)(?:แค่|ไป|ข้อ|อัน|ที่)*(?P<n>{scaling.POINT})|(?P<bare>{scaling.POINT})(?=พอ|ละกัน|แล้วกัน|ก็แล้วกัน|เลย)|(?:อัน|ข้อ|ตัว)ที่(?P<place>{scaling.POINT}))"
    f"(?:คะแนน|แต้ม|ดาว)?(?:พอ|ก็พอ|ไป|ละกัน|แล้วกัน|ก็แล้วกัน|หนู)*{scaling.POLITE}*$"
)
_SLIPPED = re.compile("เอ้ย|เอ๊ย|ไม่ใช่ๆ|อุ๊ย|ไม่สิ|ไม่ใช่สิ")
_GIVES = re.compile(f"(ให้|เอา|ขอ|เลือก) (?={scaling.POINT})")
_TOGETHER = re.compile(" (?=ละกัน|แล้วกัน|พอ|คะแนน)")


def _given(question: Question, text: str) -> int | None:
    """ "หักไปแต้มนึง ให้สี่", "555 ขำไม่ออก ให้ 1 พอ": a point in a clause of its own."""
    text = plain_text.ascii_digits(text)
    text = re.sub("5{3,}", "", text)
    if re.search("[0-9]", naming.together(question)):
        return None
    text = _SLIPPED.split(text)[-1].lstrip("ๆ ")
    text = _TOGETHER.sub("", _GIVES.sub(r"\1", text))
    found = [
        match for each in scaling.clauses_of(text) if (match := _GIVEN.match(each))
    ]
    if len(found) != 1 or (scaling.DOUBTS.search(text) and not found[0]["place"]):
        return None
    said = next(each for each in found[0].groups() if each)
    return scaling.point_at(said)


_NOT_AS_FAR = re.compile(
    "(?:แต่|ก็|นะ|ยัง|อยู่| )*ไม่(?:ได้)?(?:ถึง(?:กับ|ขั้น|ขนาด)?|ต้อง(?:มี)?)(?:ว่า)?(?:จะ)?(?:ที่สุด|มาก|สุด|ทุก|ต้อง|ขนาด|มี|ปลอดภัย|แย่|ดี|อันตราย)[^ ]*(?: ?(?:ก็ได้))?|แต่(?:ก็)?ไม่ใช่ทุก[^ ]*|แต่(?:ก็)?ไม่ได้ค้าน[^ ]*|แต่(?:ก็)?(?:ยัง)?[ก-๙]{2,10}ได้อยู่"
)
_PUT_ASIDE = (
    re.compile("ตอนแรก(?:ว่า)?(?:จะ)?ให้[^ ]*"),
    re.compile("(?:แต่)?ถ้า[^ ]*(?: ?ก็(?:จะ|คง)[^ ]*)?"),
    re.compile("จะ(?:ว่า)?(?P<what>[ก-๙]{2,10}?)ก็(?:ไม่(?:ใช่|เชิง)|ตอน|ต่อเมื่อ)[^ ]*"),
    re.compile("[^ ]*(?:กะ|กับ)ผี(?:น่ะ)?(?:สิ|นะสิ|ดิ)?"),
    re.compile("ไม่[^ ]{2,12}(?:ได้ไง|ได้ยังไง|ได้อย่างไร)"),
    re.compile("[^ ]*ดี(?:จัง(?:เลย)?(?:เนอะ)?) +ดีจน[^ ]*"),
    re.compile("แต่ใครจะไปรู้[^ ]*"),
    re.compile("ไม่ใช่(?:ว่า)?(?:จะ)?ไม่[^ ]*"),
)
_MOCKS = re.compile("^.*?ประชด(?:ชีวิต)?(?:นะ|หรอก|เล่น|จ้า|ค่ะ|คะ|ครับ| )*")
_LEADS = re.compile(
    "^(?:แต่(?!ก่อน)|ก็|กะ|คือ|มัน|รวมๆแล้ว|รวมแล้ว|รวมๆ|โดยรวม(?:แล้ว)?|สรุป(?:แล้ว|ว่า)?|ถือว่า|เอาเป็นว่า|เอาเป็น|เอาว่า|เอา|ขอแค่|ขอ|ให้|เลือก|ตอบ|จริงๆ(?:แล้ว)?(?:คือ)?|ผมว่า|หนูว่า|ฉันว่า|ป้าว่า|ว่า|ยังพอ|พอ(?=รู้|มี|ได้|เชื่อ)|ยัง|เป็น|รู้สึก|คงต้อง|ตอนนี้|เลย(?=[ก-๙]{3})|แค่|เดี๋ยวนี้|หลังๆมานี่|ไป|เต็มๆ|นี่| )+"
)
_TAILS = re.compile(
    f"(?:อยู่นะ|อยู่|ลูกเอ๊ย|ลูกเอ้ย|หลานเอ๊ย|ลูก|หลาน|ไปก่อน|ก่อน|ละกัน|แล้วกัน|ก็พอ|พอแล้ว|พอ|เฉยๆ|ซื่อๆ|ได้|แล้ว|ละ|ล่ะ|จริงๆ|เลยจริงๆ|เลย|แหละ|{politeness.ENDS}|นะ|อะ|อ่ะ|เด้อ|เนอะ|ไป|เอง|สิ|เท่าไหร่|เท่าไร|ว่ะ|วะ|เนี่ย|ตกใจเลย|👍)+$"
)
_POLITE_TAIL = re.compile(f"{scaling.POLITE}+$")
_DECIDES = re.compile(
    "^(?:แต่)?(?:รวม|โดยรวม|สรุป|ถือว่า|เอา|ขอ|ให้|เลือก|ตอบ|จริงๆ|เป็น(?=บาง|มาก)|เลยเพิ่ม)"
)
_OF_OTHERS = re.compile(
    "^(?:แต่|ส่วน)?(?:เพื่อน|ข้างบ้าน|คนอื่น|ชาวบ้าน|สามี|เมีย|ผัว|แฟน|ลูก(?!จ้าง)|พ่อ(?!ค้า)|แม่(?!ค้า|บ้าน)|เขา(?!ฟัง)|เค้า|เมื่อก่อน|แต่ก่อน|ปีก่อน|ปีที่แล้ว|สมัยก่อน|ตอนแรก)"
)
MIN_TOLD = 14  # letters of a reply that tells more than its answer, politeness aside
MAX_BARE = 4  # letters of a word too short to be a verdict among others


def _last_word(question: Question, text: str, rules: Hear) -> Understood | None:
    """The one point that clauses of their own name, the talk between them aside."""
    if re.search("หรือ|[?]|ไหม(?!้)|มั้ย|555|บาง(?:วัน|ที|ครั้ง|คืน|คน|เรื่อง).*บาง", text):
        return None
    told_of = words.without_polite(plain_text.plain(text))
    if len(scaling.clauses_of(text)) < 2 or len(told_of) < MIN_TOLD:
        return None
    bare = _bare(text)
    was_cut = bare is not None
    clauses = scaling.clauses_of(_aside(text if bare is None else bare))
    if not was_cut and any(_OF_KIN.match(each) for each in clauses):
        return None
    clauses = [each for each in clauses if not _OF_OTHERS.match(each)]
    if was_cut:  # "บ่อยครั้งมาก แต่ไม่ถึงกับทุกวัน"
        clauses = [_SO_MUCH.sub(r"\1", each) for each in clauses]
    labels = [plain_text.plain(each) for each in scaling.labels_of(question)]
    told = [(each, _heard(question, labels, each, rules)) for each in clauses]
    found = _agreed([(each, point) for each, point in told if point is not None])
    if len(found) != 1:
        return None
    point = found.pop()
    talk = [each for each, at in told if at is None]
    first = next(i for i, (_, at) in enumerate(told) if at == point)
    after = [each for each, at in told[first + 1 :] if at is None]
    if any(_ADDS.match(each) for each in after) or moving.belies(question, talk, point):
        return None
    return from_choice(question, point)


def _bare(text: str) -> str | None:
    """The text without what it says it is not so far as; None where it says no such."""
    text = _MOCKS.sub("", text)
    bare = _NOT_AS_FAR.sub(" ", text)
    return None if bare == text else bare


def _aside(text: str) -> str:
    """The text without what is put aside: a condition, a first thought, mockery."""
    text = _MOCKS.sub("", text)
    for pattern in _PUT_ASIDE:
        text = pattern.sub(" ", text)
    return text


def _agreed(said: Sequence[tuple[str, int]]) -> set[int]:
    """The points that clauses name; of several that on which one settles."""
    found = {point for _, point in said}
    if len(found) < 2:
        return found
    decided = {point for clause, point in said if _DECIDES.search(clause)}
    return decided if len(decided) == 1 else set()


def _heard(
    question: Question, labels: Sequence[str], clause: str, rules: Hear
) -> int | None:
    """The point that a clause names, its lead and its tail aside; else None."""
    lead = _LEADS.sub("", clause)
    bare = _TAILS.sub("", lead) or _POLITE_TAIL.sub("", lead)
    for said in dict.fromkeys((clause, lead, bare)):
        plain = plain_text.plain(said)
        if plain in labels:
            return labels.index(plain)
    if plain_text.plain(bare) in degrees.PLAIN:
        degree = plain_text.plain(bare)
        ends = [i for i, label in enumerate(labels) if label.endswith(degree)]
        ends = [i for i in ends if degree == "มากที่สุด" or not labels[i].endswith("ที่สุด")]
        return ends[0] if len(ends) == 1 else None
    for said in dict.fromkeys((bare, lead)):
        plain = plain_text.plain(said)
        if len(plain) <= MAX_BARE or not _is_of_it(plain, labels, question):
            continue
        found = rules(said)
        if found.is_answer:
            return question.values.index(found.value)
    held = [
        i
        for i, label in enumerate(labels)
        if len(label) > 7 and label in plain_text.plain(clause)
    ]
    longest = [
        i for i in held if not any(labels[i] in labels[j] for j in held if j != i)
    ]
    if len(longest) != 1:
        return None
    label, plain = labels[longest[0]], plain_text.plain(clause)
    before = plain[: plain.index(label)]
    after = plain[plain.index(label) + len(label) :]
    is_free = not before.endswith(
        ("ไม่", "ไม่ค่อย", "จะ", "ไม่ได้", "อยาก")
    ) and not re.match("มาก|ที่สุด|สุด|อย่าง|เต็ม|ร้อย|โคตร|กว่า|ไม่|เล็ก|น้อย|บ้าง|นิด|หน่อย", after)
    is_whole = label.startswith(_WHOLE) or before.endswith(("แล้ว", "ว่า", "ก็", "เลย"))
    return longest[0] if is_free and is_whole else None


_WHOLE = (
    "ค่อนข้าง",
    "ไม่ค่อย",
    "เป็นบาง",
    "ไม่",
    "รับฟัง",
    "มีประโยชน์",
    "มีหวัง",
    "เห็นด้วย",
    "บ่อยครั้ง",
    "บางครั้ง",
    "พอใช้",
    "เป็นมิตร",
    "กระทบ",
)


def _is_of_it(plain: str, labels: Sequence[str], question: Question) -> bool:
    """Whether a piece has a word of the labels, or of what is asked, in it."""
    known = "".join(labels) + naming.asked(question)
    return any(plain[at : at + 4] in known for at in range(len(plain) - 3))


_SO_MUCH = re.compile("(บ่อย(?:ครั้ง)?|ค่อนข้าง[ก-๙]{2,12}?|ไม่ค่อย[ก-๙]{2,12}?)มาก$")
_ADDS = re.compile("^แต่(?!ก่อน|เดิม)")
_OF_KIN = re.compile(
    "^(?:แต่|ส่วน)?(?:พ่อ(?!ค้า)|แม่(?!ค้า|บ้าน)|สามี|เมีย|ผัว|แฟน|เพื่อน|ข้างบ้าน|คนอื่น)"
)
