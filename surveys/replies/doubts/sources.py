"""Smells, noises and trouble of another source or another sense than what is asked."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.replies.doubts.wordings import Wording

_SOURCES = "วัด|รถ|หมา|ไก่|แมว|เด็ก|คนเมา|เมีย|ผัว|ลูก|เพลง|คาราโอเกะ|เครื่องบิน|รถไฟ|ฝน|ฟ้า|กบ|จิ้งหรีด|ข้างมาก|แตก|ของประชาชน|ชาวบ้าน|เครื่องเสียง|งานแต่ง|ข้างบ้าน|เพื่อนบ้าน|พระ|แม่ค้า"
_NOISE_OF = re.compile(f"^(?:มีแต่|ได้ยินแต่|ได้ยิน|มี|แต่)?เสียง(?P<what>{_SOURCES})")
_SMELL_OF = re.compile(
    "^(?:มีแต่|ได้|แต่|มี)?(?:กลิ่น|เหม็น)(?:แต่|กลิ่น)?(?P<what>ขี้|ขยะ|ปลา|หมู|ไก่|ตด|ส้วม|ห้องน้ำ|ท่อ|บุหรี่|ดอกไม้|กับข้าว|น้ำหอม|เบื่อ|หน้า|เขียว|เหล้า)"
)
_OF_PLANT = re.compile("โรงงาน|นิคม|โรงไฟฟ้า|โรงกลั่น|บ่อขยะ|ฟาร์ม")
_SENSES = {
    "smell": re.compile("กลิ่น|เหม็น"),
    "noise": re.compile("เสียง|ได้ยิน|ดัง"),
    "dust": re.compile("ฝุ่น|ควัน|เขม่า"),
}
_COUNT = re.compile(" ?[0-9]+ ?(?:วัน|ครั้ง|คืน|หน)?$")
_SENSED_FIRST = re.compile("^(?:ได้กลิ่น|กลิ่น|เหม็น|ได้ยิน|เสียง|ดัง|ฝุ่น|ควัน)")


def is_of_another(said: Wording) -> bool:
    """ "เสียงหมาทุกวัน", "เหม็นขี้หมู", and "ฝุ่น 4 วัน" to a smell."""
    if "เสียง" in said.known or "ดัง" in said.known:
        match = _NOISE_OF.search(said.text)
        if match and match["what"] not in said.known:
            return True
    if _OF_PLANT.search(said.asked) and ("กลิ่น" in said.asked or "เหม็น" in said.asked):
        match = _SMELL_OF.search(said.text)
        if match and match["what"] not in said.known and "โรงงาน" not in said.text:
            return True
    return _is_other_sense(said)


def _is_other_sense(said: Wording) -> bool:
    asked = {name for name, words in _SENSES.items() if words.search(said.known)}
    told = {name for name, words in _SENSES.items() if words.search(said.text)}
    if len(asked) != 1 or len(told) != 1 or told & asked:
        return False
    bare = _COUNT.sub("", said.text)
    return bool(_SENSED_FIRST.search(bare)) and " " not in bare
