"""A wish to leave the survey that is heard where the reply speaks of something else."""

import re

from surveys.meaning import Meaning
from surveys.replies.around import wishing
from surveys.replies.doubts.wordings import Wording

_OF_DOING = re.compile(
    "ทำ(?!ไม|ให้)|ปลูก|เลี้ยง|อาชีพ|(?<!โรง)(?<!หน่วย)งาน|เกษตร|เข้าร่วม|ร่วม|ประชุม|กิจกรรม|สูบ|ดื่ม|ออกกำลัง|สมัคร|อาสา|ค้าขาย"
)
# "อยากเลิก" and "ไม่มีเวลา" may then be of the work, or why one does not take part.
_ITS_OWN = re.compile(
    "^(?:(?:อยาก|คิดว่าจะ|คิดจะ|ว่าจะ|กำลังจะ|คง|ใกล้จะ)เลิก|เลิก(?:ไป|มา)(?:นาน)?แล้ว|ไม่(?:ค่อย)?มีเวลา)(?:ทำ|ไป|แล้ว|ละ|เต็มที|เหมือนกัน|เลย|หรอก)*$"
)
# "ไม่เว้นวันหยุด": letters of "stop" in other words.
_IN_OTHER_WORDS = re.compile("วันหยุด|ไม่(?:เคย|ยอม|มี)?หยุด|หยุด(?:งาน|เรียน|เหม็น|ดัง)")
_BY_OTHERS = re.compile(
    "(?:ผู้ใหญ่(?:บ้าน)?|ผู้นำ|กำนัน|นายก|เทศบาล|โรงงาน|เขา|เค้า|อบต|อสม)(?:เขา|เค้า|ก็)?ไม่(?:เคย|ยอม|ได้)?บอก"
)


def is_no_wish(said: Wording, wish: Meaning) -> bool:
    """Whether what sounds like a wish is none, or need not be one."""
    text = said.text
    if wish is Meaning.SKIP:
        return bool(_BY_OTHERS.search(text))
    if wish is not Meaning.STOP or re.search(wishing.ON_THE_SURVEY, text):
        return False
    if _IN_OTHER_WORDS.search(text):
        return True
    return bool(_ITS_OWN.search(text) and _OF_DOING.search(said.asked))
