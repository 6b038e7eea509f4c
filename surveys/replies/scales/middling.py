"""A point of a scale that is neither of two ends, or the very end."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence

from surveys.question import Question
from surveys.replies.scales import moving, scaling

MIN_VERB = 3  # letters of what is said to be so and not so
_SAME = re.compile(
    "เหมือนเดิม|เท่าเดิม|เท่าๆเดิม|พอๆกัน|คงเส้นคงวา|ไม่กระดิก|คือเก่า|ยังไงยังงั้น|เหมือนกันเป๊ะ|ไม่ต่าง|ไม่เปลี่ยน|ทรงๆ|เท่าๆกัน|คงเดิม|ไม่ขยับ|เหมือนปีที่แล้ว|เหมือนปีก่อน|ก็(?P<as>[ก-๙]{1,8})(?:ยังงั้น|อย่างนั้น|เหมือนกัน)"
)
_OPPOSITES = (
    *(("เพิ่ม", "ลด"), ("ขึ้น", "ลง"), ("มากขึ้น", "น้อยลง"), ("ดีขึ้น", "แย่ลง")),
    *(("ดีขึ้น", "เลวลง"), ("ขาด", "เหลือ"), ("ดี", "แย่"), ("ดี", "เลว"), ("ร้อน", "หนาว")),
    *(("เร็ว", "ช้า"), ("ถูก", "แพง"), ("พอใจ", "ไม่พอใจ"), ("ชอบ", "เกลียด"), ("สูง", "ต่ำ")),
    *(("มาก", "น้อย"), ("สุข", "ทุกข์"), ("ดัง", "เงียบ"), ("สะอาด", "สกปรก")),
    *(("ปลอดภัย", "อันตราย"), ("แรง", "เบา"), ("ง่าย", "ยาก")),
)
_NO = "(?:ไม่ถึงกับ|ไม่ถึงขั้น|ไม่ได้|ไม่)(?:จะ)?"


def unmoved(question: Question, text: str) -> int | None:
    """ "ปีก่อนดำยังไงปีนี้ก็ดำยังงั้น", "ไม่ขึ้นไม่ลง": as it was."""
    labels = scaling.labels_of(question)
    bare = re.sub("ไม่(?:ใช่|ได้|ค่อย|เห็น)?(?:จะ|ว่า)?(?:เหมือน|เท่า|คง)", "", text)
    if scaling.is_of_change(labels):
        if (
            _SAME.search(bare)
            and not moving.MORE.search(text)
            and not moving.LESS.search(text)
        ):
            return 2
        moves = _neither(text, _OPPOSITES)
        return 2 if moves else None
    return 2 if _is_mid(question) and _neither(text, _OPPOSITES) else None


def _neither(text: str, pairs: Sequence[Sequence[str]]) -> bool:
    """ "ไม่ลดไม่เพิ่ม"."""
    for one, other in pairs:
        for first, last in ((one, other), (other, one)):
            both = rf"{_NO}{first}(?!เลย|มาก|สุด|ที่สุด)[^ ]{{0,6}} ?(?:แต่|และ|ก็|แล้วก็| )*"
            denied = (
                rf"(?:{_NO}{last}(?!กว่า|ใจ|มาก|เลย|สุด|ที่สุด)|จะว่า{last}ก็ไม่(?:ใช่|เชิง))"
            )
            if re.search(both + denied, text):
                return True
    return False


_MIDDLE = re.compile(
    "ปานกลาง|เฉย|กลาง|พอใช้|พอสมควร|ก้ำกึ่ง|บางครั้ง|บ้าง|ไม่แน่|พอดี|ปกติ|ไม่แน่ใจ|อาจจะ|เป็นกลาง"
)


def _is_mid(question: Question) -> bool:
    return bool(_MIDDLE.search(scaling.labels_of(question)[2]))


_HALVES = re.compile(
    "ครึ่งๆกลางๆ|ครึ่งต่อครึ่ง|ครึ่งๆ|50[/:-]50|ฟิฟตี้|ก้ำกึ่ง|กลางๆ|ตรงกลาง|ไม่เอียงข้างไหน|ปนๆกัน|ปนกัน|ผสมกัน|พอกลางๆ|ทางสายกลาง"
)
_BOTH = re.compile(
    "(?P<one>[ก-๙]{1,12}?)บ้าง ?ไม่(?:ค่อย)?(?P=one)?บ้าง|บาง(?:ที|ครั้ง|วัน)ก็(?P<at>[ก-๙]{2,12}?) ?บาง(?:ที|ครั้ง|วัน)ก็ไม่|ไม่(?P<not>[ก-๙]{2,10}?)ก็ไม่(?:ใช่|เชิง).*(?P=not)ก็ไม่(?:ใช่|เชิง)"
    "|ไม่ได้ไม่(?P<yes>[ก-๙]{2,10}?)(?:นะ|หรอก| )*(?:แต่)?(?:ก็)?ไม่ได้(?P=yes)"
)
_PAIRED = re.compile("(?:^|[ ]|ก็)(?P<one>(?!ก็)[ก-๙]{2,6})ๆ(?P<other>[ก-๙]{2,6})ๆ")


def between(question: Question, text: str) -> int | None:
    """ "เชื่อบ้างไม่เชื่อบ้าง", "สุขๆทุกข์ๆปนกัน": in the middle."""
    if not _is_mid(question) or scaling.DOUBTS.search(text):
        return None
    clauses = scaling.clauses_of(text)
    if len(clauses) < 2 and not re.search("บ้าง|บางครั้ง", scaling.labels_of(question)[2]):
        return None
    both = _BOTH.search(text)
    known = (question.text.th or "") + "".join(scaling.labels_of(question))
    if both and all(
        len(each) >= MIN_VERB and each in known for each in both.groups() if each
    ):
        return 2
    ends = scaling.labels_of(question)[4] + scaling.labels_of(question)[0]
    paired = _PAIRED.search(text)
    if paired and paired["one"] in ends and paired["other"] in ends:
        return 2
    is_short = len(clauses) < 3
    if not _HALVES.search(text) or re.search(
        "กว่า|ค่อนไป|ไม่(?:ใช่)?(?:กลาง|ครึ่ง|ก้ำกึ่ง)|กลางคืน|กลางวัน|กลางทุ่ง|ตรงกลางซอย", text
    ):
        return None
    return (
        2
        if is_short or _HALVES.search(clauses[-1]) or _ALONE_HALF.search(text)
        else None
    )


_ALONE_HALF = re.compile(
    "(?:^|[ ])(?:ก็|อยู่|มัน|ให้|เอา)*(?:ครึ่งๆกลางๆ|ตรงกลางๆ?|กลางๆ|50[/:-]50)"
)
_BEYOND = re.compile(
    "(?:จะ|มัน|มี)*(?:มี)?(?:อะไร|ไหน|ใคร|ข้อไหน|เรื่องไหน)(?:จะ)?(?P<what>[ก-๙]{0,12}?)(?:ไป|มาก)*กว่า(?:นี้|เรื่องนี้)(?:อีก)?|(?P<more>[ก-๙]{2,10}?)(?:ไป)?กว่านี้(?:คง)?ไม่มี|ไม่มีอะไร(?:จะ)?(?P<most>[ก-๙]{2,10}?)(?:ไป)?กว่านี้|(?P<ever>[ก-๙]{2,12}?)ที่สุดในชีวิต|(?P<top>ที่สุดของที่สุด)"
)
_TOPMOST = re.compile(
    f"(?:^|[ ])(?:ก็|เลย|ขอ|จัด)*(?:ให้|เอา|จัดไป|เลือก|ตอบ)(?:แบบ)?(?:เต็ม(?!ใจ)(?:ๆ|ที่|สิบ|ร้อย|ห้า|5|แม็กซ์)?(?:ไม่หัก)?|สูงสุด|บนสุด|(?:อัน|ข้อ|ตัว)(?:สุดท้าย|ท้ายสุด))(?P<rest>[ก-๙]*){scaling.POLITE}*(?:$|[ ])"
)
_FULL = re.compile(f"(?:^|[ ])(?:5|ห้า)เต็ม(?:ไม่หัก|5|ห้า)?{scaling.POLITE}*(?:$|[ ])")
_LOWMOST = re.compile(
    f"(?:^|[ ]|ๆ|ๆให้)(?:ก็|เลย|ขอ|จัด)*(?:ให้|เอา|เลือก|ตอบ)(?:ไป)?(?:ต่ำสุด|น้อยสุด|ล่างสุด|(?:อัน|ข้อ|ตัว)แรก)[ก-๙]*"
    f"|^(?:อัน|ข้อ|ตัว)แรก{scaling.POLITE}*(?:$|[ ])|(?:^|[ ])ศูนย์(?:ๆ|เลย|ไม่เหลือ)"
)
_LAST_ONE = re.compile(
    f"^(?:อัน|ข้อ|ตัว)(?:สุดท้าย|ท้ายสุด){scaling.POLITE}*(?:$|[ ])|(?:เอา|เลือก|ตอบ|ให้)(?:อัน|ข้อ)(?:สุดท้าย|ท้ายสุด)"
)


def to_the_end(question: Question, text: str) -> int | None:
    """ "จะมีอะไรสำคัญไปกว่านี้อีก", "ให้ต่ำสุดเลย", "อันแรกเลยน้อง"."""
    if scaling.DOUBTS.search(text) or scaling.BUT.search(text):
        return None
    labels = scaling.labels_of(question)
    low = bool(_LOWMOST.search(text))
    if len(scaling.clauses_of(text)) < 2 and not re.search(
        "ไม่หัก|ไม่เหลือ|กว่านี้|ที่สุด", text
    ):
        return None
    high = bool(_TOPMOST.search(text) or _FULL.search(text) or _LAST_ONE.search(text))
    if low != high:
        return 0 if low else 4
    match = _BEYOND.search(text)
    if match is None:
        return None
    what = next((each for each in match.groups() if each), "")
    if "ไม่" in what:
        return None
    if (
        what in ("", "มาก", "ที่สุดของที่สุด")
        or what in labels[4]
        or labels[4].rstrip("มากที่สุด") in what
    ):
        return 4 if "แย่" not in text else None
    return 0 if what in labels[0] and not labels[0].startswith("ไม่") else None
