"""The point of a scale that a longer reply comes to: its last word, or what it leaves."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys import frequencies, judging, naming, numbers, sides, words
from surveys.meaning import NOT_UNDERSTOOD, Understood, from_choice
from surveys.question import Kind, Question
from surveys.sides import Hear
from surveys.words import any_of

_POLITE = "(?:ครับผม|ครับ|คับ|ฮะ|ค่ะ|คะ|ค่า+|จ้า+|จ้ะ|จ๊ะ|เจ้า|นะ|น่ะ|เนอะ|เด้อ|โยม|ลูก|หลาน|พี่|น้อง|อะ|อ่ะ|ละ|ล่ะ|แหละ|สิ|ดิ|เลย|เอง|ไง|หรอก|[ .!…])"
_RESPELT = (
    (re.compile("ก้อ"), "ก็"),
    (re.compile("ซัก(?!ผ้า|ถาม|ได้|รีด)"), "สัก"),
    (re.compile("มั่ง(?!คั่ง|มี)"), "บ้าง"),
    (re.compile("ถึงกะ"), "ถึงกับ"),
    (re.compile("(?:หม้าย|ม่าย|บ่)(?!อ|แม่น|น้ำ)"), "ไม่"),
    (re.compile("ปาน(?:ใด๋?|ได๋)"), "เท่าไหร่"),
    (re.compile("ปะโยด"), "ประโยชน์"),
    (re.compile("ม[า๊้]+ก+(?=[ ก]|$|เลย|ค|จ|น)"), "มาก"),
    (re.compile(" ?ๆ"), "ๆ"),
    (re.compile("(?:(?<=ใจ)|(?<=ชอบ)|(?<=เชื่อ)|(?<=ฟัง))(?:แก|เขา|เค้า|มัน|พวกเขา|ท่าน)(?=มาก|ที่สุด|เลย|น้อย|สุด)"), ""),
)
_CUT = re.compile(
    r"[\s,.!…|]+|(?<=ครับ)(?!ผม)|(?<=ค่ะ)|(?<=คะ)(?!แนน|เนะ)|(?<=จ้า)(?!ง)|(?<=จ้ะ)|(?<=คับ)|(?<=ละกัน)|(?=แต่(?!ก่อน|เดิม|ละ|ไหน))|(?=เอาเป็นว่า)|(?=จริงๆ)"
)


def respelt(reply: str) -> str:
    """The reply with what is spelt as it is spoken put right."""
    for pattern, plain in _RESPELT:
        reply = pattern.sub(plain, reply)
    return reply.strip()


@lru_cache(maxsize=256)
def _labels(question: Question) -> tuple[str, ...]:
    return tuple(respelt(question.choices[i].label.say("th")) for i in range(5))


def foremost(question: Question, reply: str) -> Understood | None:
    """What its letters would have misread: a rate, a choice after a list, a denied denial."""
    if question.kind is not Kind.SCALE5 or question.own_numbers:
        return None
    text = respelt(reply)
    if (point := _chosen_of_a_list(text)) is not None:
        return from_choice(question, point)
    if (found := frequencies.meant(question, text)) is not None:
        return found
    if (point := _always(question, text)) is not None:
        return from_choice(question, point)
    if _DAILY.search(text) and re.search("ทุก|เสมอ|ประจำ|ตลอด", _labels(question)[4]):
        return from_choice(question, 4)
    if (point := _turned_about(question, text)) is not None:
        return from_choice(question, point)
    point = _never_so(question, text)
    return None if point is None else from_choice(question, point)


_LISTED = re.compile("(?:(?:[1-5]|หนึ่ง|สอง|สาม|สี่|ห้า)[ ,]+){2,}")
_POINT = f"[1-5]|{any_of(numbers.THAI_ONES[1:6])}"
_CHOOSES = re.compile(f"(?:เลือก|เอา|ขอ|ให้|ตอบ) ?(?:ข้อ|อัน)? ?(?P<n>{_POINT}){_POLITE}*$")


def _place(said: str) -> int:
    return int(said) - 1 if said.isdecimal() else numbers.THAI_ONES.index(said) - 1


def _chosen_of_a_list(text: str) -> int | None:
    """ "หนึ่ง สอง สาม สี่ ห้า ฉันเลือกสี่"."""
    text = numbers.ascii_digits(text)
    match = _CHOOSES.search(text) if _LISTED.search(text) else None
    return _place(match["n"]) if match else None


_DAILY = re.compile("วันไหนๆ(?:ก็|กะ)(?!ไม่)|จันทร์(?:ถึง|ยัน)อาทิตย์|เจ็ดวันเจ็ดคืน|เจ็ดวันต่ออาทิตย์")
_STRONGLY = re.compile("อย่างยิ่ง(?:เลย)?(?:ครับ|ค่ะ|คับ|จ้า|จ้ะ|นะ| )*(?P<no>ไม่)?เห็นด้วย")


def _turned_about(question: Question, text: str) -> int | None:
    """ "อย่างยิ่งเลยครับเห็นด้วย": the degree said first."""
    match = _STRONGLY.search(text)
    labels = _labels(question)
    if match is None or not labels[4].endswith("เห็นด้วยอย่างยิ่ง") or "ไม่เห็นด้วย" in text[: match.start()]:
        return None
    return 0 if match["no"] else 4


_EVERY = "(?:วัน|ครั้ง|คืน|เวลา|ตรง|จุด|เรื่อง|ที่|เดือน|อาทิตย์|นาที|ชั่วโมง|คน|หลัง|ซอย|รอบ|มื้อ)"
_ALWAYS = re.compile(
    f"(?:ไม่มี|มี){_EVERY}(?:ไหน|ใด)(?:เลย|บ้าง|หรอก|นะ|ค่ะ|ครับ)*(?: ?ที่)?(?: ?จะ)? ?ไม่(?:ได้|มี|เคย)?(?P<what>[^ ]*)"
)


def _always(question: Question, text: str) -> int | None:
    """ "ไม่มีวันไหนเลยที่ไม่เหม็น": so each time, everywhere, wholly."""
    match = _ALWAYS.search(text)
    if match is None or _DOUBTS.search(text):
        return None
    what = re.sub(f"{_POLITE}+$", "", match["what"] or "")
    labels = _labels(question)
    known = (question.text.th or "") + labels[4]
    is_asked = not what or what[:4] in known or any(each in known for each in _SMELLS if what in _SMELLS)
    if what and what[:4] in labels[0].removeprefix("ไม่") and what[:4] not in labels[4]:
        return 0  # "ไม่มีวันไหนไม่แย่"
    return 4 if is_asked else None


_SMELLS = ("เหม็น", "กลิ่น")
_DOUBTS = re.compile("(?<!เ)ถ้า|หรือ|[?]|ไหม(?!้)|มั้ย|แล้วแต่(?!จังหวะ|ลม|วัน)")
# "ดูแต่แมว", "แต่ไหนแต่ไร" are no "but".
_BUT = re.compile(
    "(?:(?<!ดู)(?<!มี)(?<!ได้)(?<!ใช้)(?<!เอา)(?<!เห็น)(?<!เจอ))แต่(?!ก่อน|เดิม|ไหน|ไร|ละ|งง|แรก|เช้า)"
)
_NEVER = re.compile(f"^(?:ก็|บอกเลย|เลย| )*ไม่มีทาง(?:เลย|แน่นอน|แน่ๆ|เด็ดขาด)*{_POLITE}*$")
_UNLIKELY = re.compile(f"^(?:ก็|คง|คิดว่า| )*ไม่น่า(?:จะ)?(?:นะ)?{_POLITE}*$")
_TO_LEAVE = re.compile("ย้าย|ออกจาก|ลาออก")
_STAYS = re.compile("ไม่ไปไหน|อยู่(?:ที่นี่|ที่เดิม)?ต่อ|ตายที่นี่|ไม่ย้าย|ฝากผีฝากไข้ที่นี่|อยู่จนตาย")
_GOES = re.compile("ไปแน่|ย้ายแน่|ซื้อบ้าน(?:ใหม่)?(?:ที่อื่น|ไว้)|เก็บของแล้ว|ไปชัวร์|ออกแน่|ขายบ้านแล้ว")
_MAY_BE = re.compile("อาจ(?:จะ)?(?P<one>[ก-๙]{2,10}?) ?(?:อาจ|หรือ)(?:จะ)?(?:ไม่(?P=one)|[ก-๙]{2,8})")


def _never_so(question: Question, text: str) -> int | None:
    """ "ไม่มีทางอ่ะ", "ไม่ไปไหนแน่นอน", of a scale from "no way" to "certainly"."""
    labels = _labels(question)
    if not re.match("ไม่.*(?:แน่นอน|แน่ๆ)|ไม่มีทาง", labels[0]) or not labels[4].endswith(
        ("แน่นอน", "แน่ๆ")
    ):
        return None
    for clause in (text, *_clauses(text)):
        if _NEVER.match(clause) or clause.endswith("บอกเลยไม่มีทาง"):
            return 0
        if _UNLIKELY.match(clause) and labels[1].startswith("ไม่น่า"):
            return 1
    leaves = bool(_TO_LEAVE.search(question.text.th or ""))
    stays = "อยู่" in (question.text.th or "") and not leaves
    if _DOUBTS.search(text):
        return None
    if re.search("50[/:-]50|ห้าสิบห้าสิบ|ครึ่งๆ|อาจจะไปอาจจะอยู่|อาจไปอาจไม่ไป", text):
        return 2
    if _STAYS.search(text) and (leaves or stays) and "แต่" not in text:
        return 4 if stays else 0
    return 4 if leaves and _GOES.search(text) and "ไม่" not in text else None


def _clauses(text: str) -> list[str]:
    return [each for each in _CUT.split(text) if each and each.strip()]


def meant(question: Question, reply: str, rules: Hear) -> Understood | None:
    """The point that a reply of several clauses settles on; None where it does not.

    `rules` hears what is sure word for word.
    """
    if question.kind is not Kind.SCALE5 or question.own_numbers:
        return None
    text = respelt(reply)
    if (point := _given(question, text)) is not None:
        return from_choice(question, point)
    if re.search("[a-zA-Z]{3}|(?:5|๕){3}", text):
        return None
    if (one := _of_two(text, rules)) is not None:
        return one
    for find in (_unmoved, _between, _to_the_end, _none_of_it, _moved, _extreme):
        if (point := find(question, text)) is not None:
            return from_choice(question, point)
    found = _last_word(question, text, rules) or _a_little(question, text)
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


_STRONG = "(?:มากๆ|มาก|ที่สุด|สุดๆ|สุดตัว|สุดใจ|สุดขีด|เต็มประตู|บรม|ฉิบหาย|ชิบหาย|ชะมัด|เป็นบ้า|วินาศ|กริบ|ปี๋|ตึ้บ|อย่างแรง|อย่างที่สุด|หัวชนฝา|เต็มร้อย|ล้านเปอร์เซ็นต์|ร้อยเปอร์เซ็นต์|โคตรๆ|ขั้นสุด)"
_DEGREE_TAIL = re.compile("(?:มากที่สุด|ที่สุด|มาก|เต็มที่|อย่างยิ่ง)$")
_CUT_SHORT = {"คัดค้าน": "ค้าน", "สนับสนุน": "หนุน"}


def _extreme(question: Question, text: str) -> int | None:
    """ "ช้าบรม", "ค้านสุดตัว", "เงียบกริบ": an end of the scale by a stronger word."""
    labels = _labels(question)
    if _DOUBTS.search(text) or _BUT.search(text):
        return None
    if "ทนไม่" in labels[4] and re.search("ทนไม่(?:ไหว|ได้)|จะอ้วก|เหลือทน", text):
        return 4
    held = []
    for place in (0, 4):
        stem = _DEGREE_TAIL.sub("", labels[place])
        near = labels[1 if place == 0 else 3]
        if stem == labels[place] or near.endswith("มาก") or len(stem) < MIN_STEM:
            continue
        said = _CUT_SHORT.get(stem, stem)
        if re.search(f"(?:^|[ ]|แบบ|นี่|โคตร|ก็|มัน)(?:{stem}|{said}){_STRONG}", text):
            held.append(place)
    return held[0] if len(held) == 1 else None


MIN_STEM = 2  # letters


_SAME = re.compile(
    "เหมือนเดิม|เท่าเดิม|เท่าๆเดิม|พอๆกัน|คงเส้นคงวา|ไม่กระดิก|คือเก่า|ยังไงยังงั้น|เหมือนกันเป๊ะ|ไม่ต่าง|ไม่เปลี่ยน|ทรงๆ|เท่าๆกัน|คงเดิม|ไม่ขยับ|เหมือนปีที่แล้ว|เหมือนปีก่อน|ก็(?P<as>[ก-๙]{1,8})(?:ยังงั้น|อย่างนั้น|เหมือนกัน)"
)
_OPPOSITES = tuple(
    tuple(pair.split("/"))
    for pair in (
        "เพิ่ม/ลด ขึ้น/ลง มากขึ้น/น้อยลง ดีขึ้น/แย่ลง ดีขึ้น/เลวลง ขาด/เหลือ ดี/แย่ ดี/เลว ร้อน/หนาว เร็ว/ช้า ถูก/แพง "
        "พอใจ/ไม่พอใจ ชอบ/เกลียด สูง/ต่ำ มาก/น้อย สุข/ทุกข์ ดัง/เงียบ สะอาด/สกปรก ปลอดภัย/อันตราย แรง/เบา ง่าย/ยาก"
    ).split()
)
_NO = "(?:ไม่ถึงกับ|ไม่ถึงขั้น|ไม่ได้|ไม่)(?:จะ)?"


def _is_of_change(labels: Sequence[str]) -> bool:
    return any(each in labels[2] for each in ("เดิม", "คงที่", "ไม่เปลี่ยน"))


def _unmoved(question: Question, text: str) -> int | None:
    """ "ปีก่อนดำยังไงปีนี้ก็ดำยังงั้น", "ไม่ขึ้นไม่ลง": as it was."""
    labels = _labels(question)
    bare = re.sub("ไม่(?:เหมือน|เท่า|คง)", "", text)
    if _is_of_change(labels):
        if _SAME.search(bare) and not _MORE.search(text) and not _LESS.search(text):
            return 2
        moves = _neither(text, _OPPOSITES)
        return 2 if moves else None
    return 2 if _is_mid(question) and _neither(text, _OPPOSITES) else None


def _neither(text: str, pairs: Sequence[Sequence[str]]) -> bool:
    """ "ไม่ลดไม่เพิ่ม"."""
    for one, other in pairs:
        for first, last in ((one, other), (other, one)):
            both = rf"{_NO}{first}[^ ]{{0,6}} ?(?:แต่|และ|ก็|แล้วก็| )*"
            denied = rf"(?:{_NO}{last}(?!กว่า|ใจ)|จะว่า{last}ก็ไม่(?:ใช่|เชิง))"
            if re.search(both + denied, text):
                return True
    return False


_MIDDLE = re.compile(
    "ปานกลาง|เฉย|กลาง|พอใช้|พอสมควร|ก้ำกึ่ง|บางครั้ง|บ้าง|ไม่แน่|พอดี|ปกติ|ไม่แน่ใจ|อาจจะ|เป็นกลาง"
)


def _is_mid(question: Question) -> bool:
    return bool(_MIDDLE.search(_labels(question)[2]))


_HALVES = re.compile(
    "ครึ่งๆกลางๆ|ครึ่งต่อครึ่ง|ครึ่งๆ|50[/:-]50|ฟิฟตี้|ก้ำกึ่ง|กลางๆ|ตรงกลาง|ไม่เอียงข้างไหน|ปนๆกัน|ปนกัน|ผสมกัน|พอกลางๆ|ทางสายกลาง"
)
_BOTH = re.compile(
    "(?P<one>[ก-๙]{1,12}?)บ้าง ?ไม่(?:ค่อย)?(?P=one)?บ้าง|บาง(?:ที|ครั้ง|วัน)ก็(?P<at>[ก-๙]{2,12}?) ?บาง(?:ที|ครั้ง|วัน)ก็ไม่|ไม่(?P<not>[ก-๙]{2,10}?)ก็ไม่(?:ใช่|เชิง).*(?P=not)ก็ไม่(?:ใช่|เชิง)"
    "|ไม่ได้ไม่(?P<yes>[ก-๙]{2,10}?)(?:นะ|หรอก| )*(?:แต่)?(?:ก็)?ไม่ได้(?P=yes)"
)
_PAIRED = re.compile("(?:^|[ ]|ก็)(?P<one>(?!ก็)[ก-๙]{2,6})ๆ(?P<other>[ก-๙]{2,6})ๆ")


def _between(question: Question, text: str) -> int | None:
    """ "เชื่อบ้างไม่เชื่อบ้าง", "สุขๆทุกข์ๆปนกัน": in the middle."""
    if not _is_mid(question) or _DOUBTS.search(text):
        return None
    clauses = _clauses(text)
    if len(clauses) < 2 and not re.search("บ้าง|บางครั้ง", _labels(question)[2]):
        return None
    both = _BOTH.search(text)
    known = (question.text.th or "") + "".join(_labels(question))
    if both and all(each[-3:] in known for each in both.groups() if each):
        return 2
    ends = _labels(question)[4] + _labels(question)[0]
    paired = _PAIRED.search(text)
    if paired and paired["one"] in ends and paired["other"] in ends:
        return 2
    is_short = len(clauses) < 3
    if not _HALVES.search(text) or re.search("กว่า|ค่อนไป|ไม่(?:ใช่)?(?:กลาง|ครึ่ง|ก้ำกึ่ง)|กลางคืน|กลางวัน|กลางทุ่ง|ตรงกลางซอย", text):
        return None
    return 2 if is_short or _HALVES.search(clauses[-1]) or _ALONE_HALF.search(text) else None


_ALONE_HALF = re.compile("(?:^|[ ])(?:ก็|อยู่|มัน|ให้|เอา)*(?:ครึ่งๆกลางๆ|ตรงกลางๆ?|กลางๆ|50[/:-]50)")
_BEYOND = re.compile(
    "(?:จะ|มัน|มี)*(?:มี)?(?:อะไร|ไหน|ใคร|ข้อไหน|เรื่องไหน)(?:จะ)?(?P<what>[ก-๙]{0,12}?)(?:ไป|มาก)*กว่า(?:นี้|เรื่องนี้)(?:อีก)?|(?P<more>[ก-๙]{2,10}?)(?:ไป)?กว่านี้(?:คง)?ไม่มี|ไม่มีอะไร(?:จะ)?(?P<most>[ก-๙]{2,10}?)(?:ไป)?กว่านี้|(?P<ever>[ก-๙]{2,12}?)ที่สุดในชีวิต|(?P<top>ที่สุดของที่สุด)"
)
_TOPMOST = re.compile(
    f"(?:^|[ ])(?:ก็|เลย|ขอ|จัด)*(?:ให้|เอา|จัดไป|เลือก|ตอบ)(?:แบบ)?(?:เต็ม(?!ใจ)(?:ๆ|ที่|สิบ|ร้อย|ห้า|5|แม็กซ์)?(?:ไม่หัก)?|สูงสุด|บนสุด|(?:อัน|ข้อ|ตัว)(?:สุดท้าย|ท้ายสุด))(?P<rest>[ก-๙]*){_POLITE}*(?:$|[ ])"
)
_FULL = re.compile(f"(?:^|[ ])(?:5|ห้า)เต็ม(?:ไม่หัก|5|ห้า)?{_POLITE}*(?:$|[ ])")
_LOWMOST = re.compile(
    f"(?:^|[ ]|ๆ|ๆให้)(?:ก็|เลย|ขอ|จัด)*(?:ให้|เอา|เลือก|ตอบ)(?:ไป)?(?:ต่ำสุด|น้อยสุด|ล่างสุด|(?:อัน|ข้อ|ตัว)แรก)[ก-๙]*"
    f"|^(?:อัน|ข้อ|ตัว)แรก{_POLITE}*(?:$|[ ])|(?:^|[ ])ศูนย์(?:ๆ|เลย|ไม่เหลือ)"
)
_LAST_ONE = re.compile(f"^(?:อัน|ข้อ|ตัว)(?:สุดท้าย|ท้ายสุด){_POLITE}*(?:$|[ ])|(?:เอา|เลือก|ตอบ|ให้)(?:อัน|ข้อ)(?:สุดท้าย|ท้ายสุด)")


def _to_the_end(question: Question, text: str) -> int | None:
    """ "จะมีอะไรสำคัญไปกว่านี้อีก", "ให้ต่ำสุดเลย", "อันแรกเลยน้อง"."""
    if _DOUBTS.search(text) or _BUT.search(text):
        return None
    labels = _labels(question)
    low = bool(_LOWMOST.search(text))
    if len(_clauses(text)) < 2 and not re.search("ไม่หัก|ไม่เหลือ|กว่านี้|ที่สุด", text):
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
    if what in ("", "มาก", "ที่สุดของที่สุด") or what in labels[4] or labels[4].rstrip("มากที่สุด") in what:
        return 4 if "แย่" not in text else None
    return 0 if what in labels[0] and not labels[0].startswith("ไม่") else None


_GIVEN = re.compile(
    f"^(?:ก็|งั้น|เลย)*(?:(?:ให้|เอา|ขอ|เลือก|ตอบ|จัดไป|เอาไป)(?:แค่|ไป|ข้อ|อัน|ที่)*(?P<n>{_POINT})|(?P<bare>{_POINT})(?=พอ|ละกัน|แล้วกัน|ก็แล้วกัน|เลย)|(?:อัน|ข้อ|ตัว)ที่(?P<place>{_POINT}))"
    f"(?:คะแนน|แต้ม|ดาว)?(?:พอ|ก็พอ|ไป|ละกัน|แล้วกัน|ก็แล้วกัน|หนู)*{_POLITE}*$"
)
_SLIPPED = re.compile("เอ้ย|เอ๊ย|ไม่ใช่ๆ|อุ๊ย|ไม่สิ|ไม่ใช่สิ")


_GIVES = re.compile(f"(ให้|เอา|ขอ|เลือก) (?={_POINT})")
_TOGETHER = re.compile(" (?=ละกัน|แล้วกัน|พอ|คะแนน)")


def _given(question: Question, text: str) -> int | None:
    """ "หักไปแต้มนึง ให้สี่", "555 ขำแห้ง ให้ 2 พอ": a point in a clause of its own."""
    text = numbers.ascii_digits(text)
    text = re.sub("5{3,}", "", text)
    if re.search("[0-9]", naming.together(question)):
        return None
    text = _SLIPPED.split(text)[-1].lstrip("ๆ ")
    text = _TOGETHER.sub("", _GIVES.sub(r"\1", text))
    found = [match for each in _clauses(text) if (match := _GIVEN.match(each))]
    if len(found) != 1 or (_DOUBTS.search(text) and not found[0]["place"]):
        return None
    said = next(each for each in found[0].groups() if each)
    return _place(said)


_ALL = "(?:เลย|สัก|แม้แต่|ทั้งนั้น|ทั้งสิ้น|อีกแล้ว|อีกต่อไป|ตรงไหน|หมดเกลี้ยง|แล้ว$)"
_ALIASES = {
    "กังวล": "กังวล|ห่วง|กลัว|เครียด|หวั่น",
    "สนใจ": "สนใจ|สน(?!ุก|ิท)|อยากรู้",
    "เชื่อมั่น": "เชื่อมั่น|เชื่อ|ไว้ใจ|มั่นใจ",
    "ไว้ใจ": "ไว้ใจ|เชื่อใจ|วางใจ|เชื่อ|ความไว้ใจ",
    "รบกวน": "รบกวน|กวน|รำคาญ|หนวกหู|เดือดร้อน",
    "เดือดร้อน": "เดือดร้อน|ลำบาก|รบกวน|รำคาญ",
    "เต็มใจ": "เต็มใจ|จ่าย|ยอม",
    "ยอมรับ": "ยอมรับ|เอา|รับ|ยอม",
    "สำคัญ": "สำคัญ|จำเป็น|เกี่ยว",
    "มีประโยชน์": "มีประโยชน์|ประโยชน์|ได้อะไร|ได้ประโยชน์|ช่วยอะไร",
    "มีผล": "มีผล|ผล|กระทบ|เกี่ยว",
    "ส่งผล": "ส่งผล|ผล|กระทบ|เกี่ยว",
    "กระทบ": "กระทบ|ผลกระทบ|เกี่ยว",
    "รับฟัง": "รับฟัง|ฟัง|สนใจฟัง",
    "เคย": "เคย",
    "เป็นมิตร": "เป็นมิตร|ความเป็นมิตร|มิตร",
    "มีกลิ่น": "มีกลิ่น|กลิ่น|ได้กลิ่น|เหม็น",
    "ร้อน": "ร้อน",
    "มั่นใจ": "มั่นใจ|แน่ใจ",
    "มีหวัง": "มีหวัง|หวัง|ความหวัง",
}
_FROM_WHERE = "(?:จะเอา|เอา)(?P<x>{0})(?:มา)?จากไหน|ไม่เห็น(?:จะ)?(?:{0})ตรงไหน"


@lru_cache(maxsize=256)
def _nothing_form(question: Question) -> re.Pattern[str] | None:
    """Where the lowest point alone denies a thing, the ways to say that it is not so."""
    labels = _labels(question)
    match = re.match("ไม่(?:ได้)?(?P<stem>[ก-๙]{2,16}?)(?:เลย)?$", labels[0])
    if match is None or match["stem"].endswith(("มาก", "ยิ่ง", "ที่สุด")):
        return None
    stem = match["stem"]
    said = next((v for k, v in _ALIASES.items() if stem.startswith(k)), re.escape(stem))
    return re.compile(
        f"ไม่(?:ได้|เคย|มี|เหลือ|ต้อง|เห็น|รู้สึก|จะ)*(?:ความ)?(?:{said})(?!เท่าไ|นัก|ค่อย)[^ |]{{0,24}}{_ALL}|{_FROM_WHERE.format(said)}"
    )


def _none_of_it(question: Question, text: str) -> int | None:
    """ "ไม่ได้ห่วงอะไรเลย", "จะเอาร้อนมาจากไหน": the lowest point, which denies it."""
    form = _nothing_form(question)
    if form is None or _DOUBTS.search(text) or _BUT.search(text):
        return None
    if re.search("เกือบ|แทบ|ไม่ค่อย|ไม่ใช่(?:ว่า)?ไม่|ใช่ว่า(?:จะ)?ไม่|จะว่าไม่|เมื่อก่อนไม่|แต่ก่อนไม่|ไม่ถึง", text):
        return None
    refuses = _REFUSES.search(text) and _OF_WILL.search(naming.together(question))
    return 0 if form.search(text) or refuses else None


_REFUSES = re.compile(
    "ข้ามศพ|ฝันไปเถอะ|ฝันไปเลย|ไม่มีวัน(?!ไหน)|ให้ตายก็ไม่|หัวเด็ดตีนขาด|หัวชนฝา|อย่าหวัง|ไม่มีทาง|เอาไปทำที่อื่น|อย่ามา(?:ทำ|สร้าง|ตั้ง)?(?:แถว)?บ้าน"
)
_OF_WILL = re.compile("ยอมรับ|เต็มใจ|เห็นด้วย|สนับสนุน|คัดค้าน|ยินดี|แนะนำ|ยินยอม")
_MORE = re.compile("เพิ่มขึ้น|มากขึ้น|เยอะขึ้น|สูงขึ้น|แพงขึ้น|พุ่ง|เพิ่ม(?!เติม)|ขึ้น(?:ราคา|เยอะ|มาก|เอา)")
_LESS = re.compile("ลดลง|น้อยลง|ฮวบ|ลดฮวบ|หดหาย|ตกลง(?:มาก|เยอะ)|ดิ่ง|เบาลง|ซาลง|บางลง|ถูกลง|ต่ำลง")
_BETTER = re.compile("ดีขึ้น|ดีกว่า(?:เดิม|เก่า|ปี|แต่ก่อน|เมื่อก่อน)|ฟื้น|แข็งแรงขึ้น|ใสขึ้น|สะอาดขึ้น|สบายขึ้น")
_WORSE = re.compile("แย่ลง|ทรุด|แย่กว่า(?:เดิม|เก่า|ปี|แต่ก่อน|เมื่อก่อน)|เลวลง|โทรม(?:ลง)?|หนักกว่าเดิม|เน่ากว่า|ดำกว่า|ขัดสนกว่า")
_MUCH = re.compile(
    "เยอะมาก|มหาศาล|เยอะ|มาก(?!กว่า|ขึ้น)|หนัก|ฮวบ|เท่าตัว|หลายเท่า|สุดๆ|โคตร|ผิดหูผิดตา|พุ่ง|ดิ่ง|แบบ(?:เห็น)?ชัด|บาน|เป็นเท่า|ราวฟ้ากับเหว|บรม|วินาศ|ยับ"
)
_LITTLE = re.compile("นิด|หน่อย|เล็กน้อย|นิดเดียว|จิ๊บ|ไม่มาก|ไม่เท่าไ|พอค่าขนม|สักกะติ๊ด")


def _moved(question: Question, text: str) -> int | None:
    """ "ทรุดลงเยอะมาก", "เพิ่มขึ้นแบบมหาศาล": more or less than it was, and how much."""
    labels = _labels(question)
    if not _is_of_change(labels) or _DOUBTS.search(text):
        return None
    up, down = (_BETTER, _WORSE) if "ดี" in labels[4] else (_MORE, _LESS)
    rises, falls = bool(up.search(text)), bool(down.search(text))
    if "ดี" not in labels[4] and not rises and not falls and "รายได้" in (question.text.th or ""):
        rises, falls = bool(_BETTER.search(text)), bool(_WORSE.search(text))
    if rises == falls or re.search(f"ไม่(?:ได้|ค่อย|มี)?(?:อะไร)?(?:{up.pattern}|{down.pattern})", text):
        return None
    shows = up if rises else down
    if not shows.search(text):
        shows = _BETTER if rises else _WORSE
    said = " ".join(clause for clause in _clauses(text) if shows.search(clause))
    much, little = bool(_MUCH.search(said)), bool(_LITTLE.search(said))
    if much and little:
        return None
    has_plain = not re.search("เล็กน้อย|นิด|หน่อย", labels[1] + labels[3])
    if not much and not little and not has_plain:
        return None
    step = 2 if much else 1
    return 2 + step if rises else 2 - step


_ONLY_A_LITTLE = re.compile("นิดเดียว|นิดหน่อย|นิดๆ|หน่อยๆ|เล็กน้อย|เบาๆ|แว่วๆ|จางๆ|ริบหรี่|น้อยๆ|กระจิ๊ด|พอประปราย|ไม่ถึงกับ(?:รำคาญ|เดือดร้อน|แรง|อะไร)")
_FEW = re.compile("น้อย$|เล็กน้อย$|นิดหน่อย$|อ่อน$|เบา$")


def _a_little(question: Question, text: str) -> Understood | None:
    """ "ได้ยินแว่วๆ นิดเดียวเอง": one above none of it."""
    labels = _labels(question)
    is_such = labels[0].startswith("ไม่") and _FEW.search(labels[1]) and "ไม่" not in labels[1]
    if not is_such or _DOUBTS.search(text) or not _ONLY_A_LITTLE.search(text):
        return None
    rest = re.sub("ไม่ถึงกับ[^ ]*|ไม่มาก(?:มาย)?|น้อยๆ|จะบอกว่าไม่[^ ]*ก็[^ ]*", "", text)
    is_other = re.search("มาก|หนัก|เยอะ|สุด|ทุกวัน|ตลอด|ไม่(?!ค่อย)|แต่(?!ก่อน)", rest)
    return None if is_other else from_choice(question, 1)


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
    "^(?:แต่(?!ก่อน)|ก็|กะ|คือ|มัน|รวมๆแล้ว|รวมแล้ว|รวมๆ|โดยรวม(?:แล้ว)?|สรุป(?:แล้ว|ว่า)?|ถือว่า|เอาเป็นว่า|เอาเป็น|เอาว่า|เอา|ขอแค่|ขอ|ให้|เลือก|ตอบ|จริงๆ(?:แล้ว)?(?:คือ)?|ผมว่า|หนูว่า|ฉันว่า|ป้าว่า|ว่า|ยังพอ|ยัง|เป็น|รู้สึก|คงต้อง|ตอนนี้|เลย(?=[ก-๙]{3})|แค่|เดี๋ยวนี้|หลังๆมานี่|ไป|เต็มๆ|นี่| )+"
)
_TAILS = re.compile(
    "(?:อยู่นะ|อยู่|ไปก่อน|ก่อน|ละกัน|แล้วกัน|ก็พอ|พอแล้ว|พอ|เฉยๆ|ซื่อๆ|ได้|แล้ว|ละ|ล่ะ|จริงๆ|เลยจริงๆ|เลย|แหละ|ค่ะ|คะ|ครับผม|ครับ|คับ|จ้ะ|จ้า|นะ|อะ|อ่ะ|เด้อ|เนอะ|ไป|เอง|สิ|เท่าไหร่|เท่าไร|ว่ะ|วะ|เนี่ย|ตกใจเลย|👍)+$"
)
_DECIDES = re.compile("^(?:แต่)?(?:รวม|โดยรวม|สรุป|ถือว่า|เอา|ขอ|ให้|เลือก|ตอบ|จริงๆ|เป็น(?=บาง|มาก)|เลยเพิ่ม)")
_OF_OTHERS = re.compile(
    "^(?:แต่|ส่วน)?(?:เพื่อน|ข้างบ้าน|คนอื่น|ชาวบ้าน|สามี|เมีย|ผัว|แฟน|ลูก(?!จ้าง)|พ่อ(?!ค้า)|แม่(?!ค้า|บ้าน)|เขา(?!ฟัง)|เค้า|เมื่อก่อน|แต่ก่อน|ปีก่อน|ปีที่แล้ว|สมัยก่อน|ตอนแรก)"
)
MIN_TOLD = 14  # letters of a reply that tells more than its answer
MAX_BARE = 4  # letters of a word too short to be a verdict among others


def _last_word(question: Question, text: str, rules: Hear) -> Understood | None:
    """The one point that clauses of their own name, the talk between them aside."""
    if re.search("หรือ|[?]|ไหม|มั้ย|555", text):
        return None
    text = _MOCKS.sub("", text)
    bare = _NOT_AS_FAR.sub(" ", text)
    was_cut = bare != text
    for pattern in _PUT_ASIDE:
        bare = pattern.sub(" ", bare)
    clauses = [each for each in _clauses(bare) if not _OF_OTHERS.match(each)]
    if len(_clauses(text)) < 2 or len(words.plain(text)) < MIN_TOLD:
        return None
    if not was_cut and any(_OF_KIN.match(each) for each in _clauses(bare)):
        return None
    labels = [words.plain(each) for each in _labels(question)]
    if was_cut:  # "บ่อยครั้งมาก แต่ไม่ถึงกับทุกวัน"
        clauses = [_SO_MUCH.sub(r"\1", each) for each in clauses]
    told = [(each, _heard(question, labels, each, rules)) for each in clauses]
    said = [(each, point) for each, point in told if point is not None]
    found = {point for _, point in said}
    if len(found) > 1:
        decided = {point for each, point in said if _DECIDES.search(each)}
        found = decided if len(decided) == 1 else set()
    if len(found) != 1:
        return None
    point = found.pop()
    talk = [each for each, at in told if at is None]
    first = next(i for i, (_, at) in enumerate(told) if at == point)
    after = [each for each, at in told[first + 1 :] if at is None]
    if any(_ADDS.match(each) for each in after) or _belies(question, talk, point):
        return None
    return from_choice(question, point)


def _heard(
    question: Question, labels: Sequence[str], clause: str, rules: Hear
) -> int | None:
    """The point that a clause names, its lead and its tail aside; else None."""
    lead = _LEADS.sub("", clause)
    bare = _TAILS.sub("", lead)
    for said in dict.fromkeys((clause, lead, bare)):
        plain = words.plain(said)
        if plain in labels:
            return labels.index(plain)
    if words.plain(bare) in _DEGREES:
        degree = words.plain(bare)
        ends = [i for i, label in enumerate(labels) if label.endswith(degree)]
        ends = [i for i in ends if degree == "มากที่สุด" or not labels[i].endswith("ที่สุด")]
        return ends[0] if len(ends) == 1 else None
    for said in dict.fromkeys((bare, lead)):
        plain = words.plain(said)
        if len(plain) <= MAX_BARE or not _is_of_it(plain, labels, question):
            continue
        found = rules(said)
        if found.is_answer:
            return question.values.index(found.value)
    held = [i for i, label in enumerate(labels) if len(label) > 7 and label in words.plain(clause)]
    longest = [i for i in held if not any(labels[i] in labels[j] for j in held if j != i)]
    if len(longest) != 1:
        return None
    label, plain = labels[longest[0]], words.plain(clause)
    before = plain[: plain.index(label)]
    after = plain[plain.index(label) + len(label) :]
    is_free = not before.endswith(("ไม่", "ไม่ค่อย", "จะ", "ไม่ได้", "อยาก")) and not re.match(
        "มาก|ที่สุด|สุด|อย่าง|เต็ม|ร้อย|โคตร|กว่า|ไม่|เล็ก|น้อย|บ้าง|นิด|หน่อย", after
    )
    is_whole = label.startswith(_WHOLE) or before.endswith(("แล้ว", "ว่า", "ก็", "เลย"))
    return longest[0] if is_free and is_whole else None


_WHOLE = ("ค่อนข้าง", "ไม่ค่อย", "เป็นบาง", "ไม่", "รับฟัง", "มีประโยชน์", "มีหวัง", "เห็นด้วย", "บ่อยครั้ง", "บางครั้ง", "พอใช้", "เป็นมิตร", "กระทบ")


def _is_of_it(plain: str, labels: Sequence[str], question: Question) -> bool:
    """Whether a piece has a word of the labels, or of what is asked, in it."""
    known = "".join(labels) + naming.asked(question)
    return any(plain[at : at + 4] in known for at in range(len(plain) - 3))


_SO_MUCH = re.compile("(บ่อย(?:ครั้ง)?|ค่อนข้าง[ก-๙]{2,12}?|ไม่ค่อย[ก-๙]{2,12}?)มาก$")
_DEGREES = ("น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด")
_ADDS = re.compile("^แต่(?!ก่อน|เดิม)")
_OF_KIN = re.compile("^(?:แต่|ส่วน)?(?:พ่อ(?!ค้า)|แม่(?!ค้า|บ้าน)|สามี|เมีย|ผัว|แฟน|เพื่อน|ข้างบ้าน|คนอื่น)")
_BAD = re.compile(
    "กอง(?!ทุน|กลาง)|ตาย|ดำ|เน่า|พัง|ล้น|นอนไม่|ไม่หลับ|ท่วม|ขโมย|เหม็น|ปวด|สกปรก|โกง|หลุม|ลำบาก|ไม่มา|เสีย(?!ใจ)|จน[ก-๙]{2}|ไม่เคยมา|ไม่ทำ"
)


def _belies(question: Question, talk: Sequence[str], point: int) -> bool:
    """Whether what is told of is bad where the point is good, as in mockery; or a number."""
    said = " ".join(talk)
    if re.search(f"(?:^|[ ])(?:{_POINT})(?:$|[ ])", numbers.ascii_digits(said)):
        return True
    is_good = point > 2 and not judging.is_of_trouble(question)
    if is_good and "เห็นด้วย" in _labels(question)[4]:
        return False
    return is_good and bool(_BAD.search(said))
