"""Replies of any kind that ask back, scoff or shrug, whatever words are in them."""

import re

from surveys.replies.doubts.wordings import Wording

# "รู้แล้วจะทำไม", "เข้าแล้วได้อะไร", "รู้ไปทำไม", "คัดค้านก็เท่านั้น"
_SHRUGS = re.compile(
    "^[ก-๙]{2,20}(?:แล้ว|ไป)(?:จะ|มัน|ยัง)*(?:ทำไม|ได้อะไร|ได้ประโยชน์อะไร|ยังไงต่อ|ไงต่อ)(?:ขึ้นมา|ล่ะ|ละ)?$"
    "|^(?!พูด|บอก|ร้อง|แจ้ง)[ก-๙]{2,12}(?:ไป)?ก็(?:แค่|เท่า)นั้น(?:แหละ|ล่ะ|ละ)?$"
)
# "จะเหมือนเดิมได้ไง", "คนเดียวได้ไง", "ไม่พอใจได้ไง": the other way round.
_HOW_COULD = re.compile("^[ก-๙ ]{2,30}ได้(?:ยัง|อย่าง)?ไง(?:ล่ะ|ละ|กัน)?$")
# "ใช่ว่าจะคนเดียว"
_NOT_THAT = re.compile("^(?:ไม่)?ใช่ว่า")
_IS_ASKED_BACK = re.compile("^ใคร(?:เขา|เค้า|มัน)?[ก-๙]{2,16}(?:บ้าง|กัน)$")
_ASKS_LEAVE = re.compile("^(?:ขอ)?รบกวน(?:ถาม|สอบถาม|ขอ|ช่วย|บอก|ดู|อธิบาย|แจ้ง|ด้วย|หน่อย)")


def is_none(said: Wording) -> bool:
    text = said.text
    if _SHRUGS.search(text) and not said.is_named(text):
        return True
    return bool(_IS_ASKED_BACK.search(text) or _ASKS_LEAVE.search(text))


def is_turned(said: Wording) -> bool:
    """Whether it says how wrong it would be: "จะเหมือนเดิมได้ไง", "ใช่ว่าจะคนเดียว"."""
    return bool(_HOW_COULD.search(said.text) or _NOT_THAT.search(said.text))
