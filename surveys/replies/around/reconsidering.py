"""An answer taken back in the same breath: "ใช่ อุ๊ย ไม่ใช่ ๆ", "7 ไม่เอา ๆ 6 ดีกว่า"."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys.meaning import Hear, Understood

_BACK = re.compile(
    r"[\s,.!]*(?:เอ๊ะ(?: ?ไม่ใช่ ?ๆ?)|อุ๊ย|อุ้ย|อุ๊บ|เอ้ย|เอ๊ย|เฮ้ย|เห้ย|อ้าว|โทษที|ขอโทษ|เดี๋ยว ?ๆ?|ผิด ?ๆ|พิมพ์ผิด|พิมผิด|กดผิด|ตอบผิด|เปลี่ยนใจ|ลืมนับ\S{0,12}|นับผิด|คิดผิด"
    r"|ไม่ใช่ ?ๆ|ไม่ใช่สิ|ไม่ใช่ดิ|ไม่ ?ๆ|ไม่สิ|ไม่เอา ?ๆ|ไม่ดีกว่า|wait|sorry|oops|no no)(?:ค่ะ|คะ|ครับ|จ้า|จ้ะ|นะ)*[\s,.!]*"
)
_FIRST = re.compile(
    r"^(?:[\s,.]|ต้องเป็น|ต้อง|ขอเป็น|เป็น|เอาเป็น|เอา|หมายถึง|จริง ?ๆ ?(?:แล้ว)?|แก้เป็น|ขอแก้เป็น|คือ|ลืมนับ\S{0,12}|ลืม\S{0,10}|น่าจะเป็น(?=ว่า))+"
)
_LAST = re.compile(
    r"(?:[\s,.]|ดีกว่า|ต่างหาก|พิมพ์ผิด|พิมผิด|กดผิด|ตอบผิด|โทษที|ขอโทษ(?:ที)?|นะ|ค่ะ|คะ|ครับ|จ้ะ|จ้า|ผิดไป|ละกัน|แล้วกัน)+$"
)


def corrected(reply: str, meant: Hear) -> Understood | None:
    """The second of two different answers with a taking back between them."""
    for back in reversed([*_BACK.finditer(reply)]):
        before, after = reply[: back.start()], reply[back.end() :]
        after = _LAST.sub("", _FIRST.sub("", after))
        if not before.strip() or not after.strip():
            continue
        first = meant(before)
        if not first.is_answer:
            continue
        # Its last words hold where "อันนั้นตรวจตา เรื่องหูยังไม่เคย" explains the slip.
        for text in dict.fromkeys((after, after.split()[-1])):
            second = meant(text)
            if second.is_answer and first != second:
                return second
    return None
