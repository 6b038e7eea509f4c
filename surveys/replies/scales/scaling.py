"""What the ways to read a longer reply to a scale share: its clauses, its spelling."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys import number_words, politeness
from surveys.question import Question
from surveys.replies.text.words import any_of

POLITE = f"(?:{politeness.ENDS}|ฮะ|ค่า+|จ้า+|เจ้า|นะ|น่ะ|เนอะ|เด้อ|โยม|ลูก|หลาน|พี่|น้อง|อะ|อ่ะ|ละ|ล่ะ|แหละ|สิ|ดิ|เลย|เอง|ไง|หรอก|[ .!…])"
_RESPELT = (
    (re.compile("ก้อ"), "ก็"),
    (re.compile("ซัก(?!ผ้า|ถาม|ได้|รีด)"), "สัก"),
    (re.compile("มั่ง(?!คั่ง|มี)"), "บ้าง"),
    (re.compile("ถึงกะ"), "ถึงกับ"),
    (re.compile("(?:หม้าย|ม่าย|บ่)(?!อ|แม่น|น้ำ)"), "ไม่"),
    (re.compile("(?<![ก-๙])มิ(?=ได้|ค่อย|เคย|มี|ใช่)"), "ไม่"),
    (re.compile("ปาน(?:ใด๋?|ได๋)"), "เท่าไหร่"),
    (re.compile("ปะโยด"), "ประโยชน์"),
    (re.compile("ม[า๊้]+ก+(?=[ ก]|$|เลย|ค|จ|น)"), "มาก"),
    (re.compile(" ?ๆ"), "ๆ"),
    (
        re.compile(
            "(?:(?<=ใจ)|(?<=ชอบ)|(?<=เชื่อ)|(?<=ฟัง))(?:แก|เขา|เค้า|มัน|พวกเขา|ท่าน)(?=มาก|ที่สุด|เลย|น้อย|สุด)"
        ),
        "",
    ),
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
def labels_of(question: Question) -> tuple[str, ...]:
    return tuple(respelt(question.choices[i].label.say("th")) for i in range(5))


POINT = f"[1-5]|{any_of(number_words.THAI_ONES[1:6])}"


def point_at(said: str) -> int:
    return int(said) - 1 if said.isdecimal() else number_words.THAI_ONES.index(said) - 1


DOUBTS = re.compile("(?<!เ)ถ้า|หรือ|[?]|ไหม(?!้)|มั้ย|แล้วแต่(?!จังหวะ|ลม|วัน)")
# "ดูแต่แมว", "แต่ไหนแต่ไร" are no "but".
BUT = re.compile(
    "(?:(?<!ดู)(?<!มี)(?<!ได้)(?<!ใช้)(?<!เอา)(?<!เห็น)(?<!เจอ)(?<!ยิน))แต่(?!ก่อน|เดิม|ไหน|ไร|ละ|งง|แรก|เช้า)"
)


def clauses_of(text: str) -> list[str]:
    return [each for each in _CUT.split(text) if each and each.strip()]


def is_of_change(labels: Sequence[str]) -> bool:
    """Whether the middle of a scale is that nothing has changed."""
    return any(each in labels[2] for each in ("เดิม", "คงที่", "ไม่เปลี่ยน"))
