"""Signs in a reply that it is no plain answer: wishes, ignorance, doubt, questions."""

# ruff: noqa: E501  most lines are patterns

import re
from collections.abc import Mapping

from surveys import politeness
from surveys.replies.text import words
from surveys.replies.text.words import form
from surveys.replies.weighing.heard import Heard

_MOCKING = "|".join(
    re.escape(said)
    for said in sorted(words.listed(words.LISTS["sarcasm"]))
    if len(said) > 4
)
_TELL = "ตอบ|บอก|เปิดเผย|ระบุ|ให้ข้อมูล|พูด|เล่า|เอ่ย|ออกความ|แสดงความ|ออกความเห็น"
_PATTERNS = {
    "dk_knows_not": form(
        "(?:ไม่|มิ|ม่ะ|มะ)(?:ค่อย|ได้|อาจ|เคย)?(?:จะ)?(?:รู้(?!สึก|จัก)|ทราบ|แน่ใจ|ชัวร์|แน่ชัด)|ไม่รู้จัก|มะรุ|"
        "မသိ|မမှတ်မိ|မသေချာ|မပြောတတ်"
    ),
    "dk_not_sure": form("ไม่(?:ค่อย)?มั่นใจ"),
    "dk_cannot": form(
        "(?:จำ|นึก|คิด|ตอบ|บอก|เลือก|ตัดสินใจ|ตัดสิน|ประเมิน|กะ|เดา|อธิบาย|ระบุ|เทียบ|เปรียบเทียบ|วัด|คะแนน|ฟันธง|ว่า|สรุป)"
        "[ก-๙]{0,8}?ไม่(?:ค่อย|น่า)?(?:จะ)?(?:ได้|ออก|ถูก|ไหว|ทัน|เป็น)"
    ),
    "dk_forgot": form("ลืม|นับไม่|ไม่(?:ได้|เคย|ทัน)(?:นับ|จด|จำ|สังเกต|ติดตาม|สนใจ|ใส่ใจ|คิด|ตาม|ดู)"),
    "dk_no_view": form(
        "ไม่มี(?:ความ|ข้อ)?(?:คิด)?เห็น|ไม่มี(?:ไอเดีย|ข้อมูล|ความรู้|คำตอบ)|ไม่ออกความเห็น|ตอบยาก|พูดยาก|ไม่ขอออกความ"
    ),
    "dk_not_met": form(
        "ไม่(?:เคย|ได้)(?:ไป|เดิน|อ่าน|ติดต่อ|ใช้|ยุ่ง|เห็น|เจอ|ได้ยิน|ลอง|สัมผัส|เข้า|อยู่|รู้|ผ่าน|คุย|มีลูก|สังเกต)|(?:เพิ่ง|พึ่ง)(?:ย้าย|มา|เข้า)|"
        "ไม่เกี่ยว|ไม่ได้เกี่ยว|ไม่มีลูก"
    ),
    "skip_over": form("(?<!ตรง)(?<!เ)(?:ข้าม|สคิป|สกิป)(?!ชาติ|ถนน|คลอง|ฝั่ง|ฟาก|สะพาน|ทาง|แดน|จังหวัด|หัว|ปี|คืน|วัน)"),
    "skip_pass": form(f"ขอผ่าน|^ผ่าน|ผ่านข้อ|ผ่าน(?:ไป)?(?:ก่อน|เลย)|ผ่าน(?:{politeness.ENDS}|นะ)|ขอบาย|ปล่อยผ่าน"),
    "skip_tells_not": form(
        f"(?:ไม่|งด|อย่า)(?:ขอ|อยาก|สะดวก|ประสงค์|ต้องการ|ยินดี|กล้า|พร้อม)?(?:ใจ)?(?:ที่)?(?:จะ)?(?:{_TELL})(?!แล้ว|ต่อ|ละ|ไม่|ถูก|ยาก|ใคร)"
    ),
    "skip_wont_tell": form(
        f"(?:ไม่ขอ|ไม่อยาก|ไม่สะดวก|ไม่ประสงค์|ไม่ต้องการ|ไม่ยินดี|ขอไม่|ขอสงวน|สงวนสิทธิ์|ขออนุญาตไม่|ขออนุญาติไม่)(?:ใจ)?(?:ที่)?(?:จะ)?(?:{_TELL})"
    ),
    "skip_next": form("(?:ข้อ|คำถาม)(?:ต่อไป|ถัดไป|หน้า(?!นี้)|อื่น)|ไปต่อ(?:เลย|เถอะ|ดีกว่า|$)|ถามเรื่องอื่น|เปลี่ยนเรื่อง|เว้น(?:ไว้|ข้อ)"),
    "skip_private": form("ส่วนตัว|ความลับ|ไม่อยากให้ใครรู้|เรื่องในบ้าน|ไม่ใช่เรื่อง"),
    "skip_this": form("(?:ข้อนี้|คำถามนี้|เรื่องนี้|อันนี้)"),
    "stop_end": form(
        "(?<!ไม่)(?<!ไม่มี)(?:ขอ)?(?:หยุด|เลิก|จบ|ยกเลิก|ยุติ)(?:แค่(?!ป|ม|ชั้น|อนุ|ระดับ)|เพียง|ทำ|ตอบ|ถาม|ก่อน|แล้ว|เลย|ละ|ดีกว่า|เถอะ|การ|แบบ|ที่|ตรง|คุย|ค่ะ|ครับ|นะ|$)|"
        "(?:ขอ)?ออก(?:จาก)?(?:แบบ|เลย|ก่อน|ละ|แล้ว|$)|ขอออก"
    ),
    "stop_enough": form("พอ(?:แล้ว|ก่อน|ละ|แค่นี้|เท่านี้|ๆ)|(?:เอา|ขอ|วันนี้)?แค่นี้(?:ก่อน|พอ|แหละ|ละ|นะ)|เท่านี้(?:ก่อน|พอ|นะ)"),
    "stop_no_more": form(
        "ไม่(?:อยาก|ขอ|มีแรง)?(?:จะ)?(?:ทำ|ตอบ|เล่น|คุย|เอา|ให้ข้อมูล)(?:แบบสอบถาม|แบบสำรวจ|มัน)?(?:นี้)?(?:ต่อ|แล้ว|ละ|อีก)|ไม่ทำแบบ|ไม่เล่นด้วย|ขี้เกียจ(?:ตอบ|ทำ)"
    ),
    "stop_later": form(
        "(?:ไว้|เดี๋ยว|เอาไว้)(?:ค่อย|วันหลัง|ทีหลัง|คราวหน้า|ว่าง|มา|พรุ่งนี้|คุย|โอกาส)|วันหลัง(?:ค่อย|ละ|นะ|แล้ว)|ค่อย(?:มา)?(?:ทำ|ตอบ)(?:ต่อ|ใหม่|ที)|ขอตัว|ไม่ว่าง(?:ทำ|ตอบ|แล้ว|$)"
    ),
    "stop_long": form("(?:คำถาม|แบบสอบถาม)[^ ]{0,6}(?:ยาว|เยอะ|มาก)|(?:ยาว|เยอะ)(?:ไป|เกิน)|ถามเยอะ|ถามมาก|เสียเวลา|รำคาญ(?:แล้ว|คำถาม)"),
    "stop_survey": form("แบบสอบถาม|แบบสำรวจ|แบบประเมิน|คำถาม"),
    "back_last": form(
        "(?:ข้อ|คำถาม|คำตอบ|อัน|ตัว|หน้า)(?:ก่อน|ที่แล้ว|ที่ผ่านมา|เมื่อกี้|เมื่อกี๊|ตะกี้|เก่า|เดิม|แรกสุด|ที่ตอบไป)|(?:เมื่อกี้|เมื่อกี๊|ตะกี้)"
    ),
    "back_go": form("(?:กลับ|ย้อน|ถอย)(?:ไป|กลับ|หลัง|ข้อ|ได้|หน่อย|$)|ขอ(?:ย้อน|กลับ)|ย้อนกลับ"),
    "back_wrong": form("(?:ตอบ|กด|พิมพ์|พิม|เลือก|ใส่|จิ้ม|ส่ง|บอก|กรอก)(?:เลข|ข้อ|ไป)?(?:ผิด|พลาด)|มือลั่น|นิ้วเบียด|มือไว"),
    "back_change": form(
        "(?:ขอ|จะ|อยาก|ช่วย)?(?:แก้|แก้ไข|เปลี่ยน)(?:คำตอบ|ข้อ|อัน|เลข|ของ)|ขอ(?:แก้|เปลี่ยน)(?!เป็น)|ตอบใหม่|เปลี่ยนใจ(?!เป็น|เอา)"
    ),
    "asks": form("[?]|ทําไม|หมายถึง|หมายความ|คืออะไร|แปลว่า|ถามทํา|ยังไง(?:อะ|ล่ะ|คะ|$)|(?:ใช่)?(?:ไหม|มั้ย)(?:คะ|ครับ|ล่ะ|อะ|น้า|จ๊ะ)?$|(?:เหรอ|หรอ|ป่ะ|ปะ|ป่าว|รึเปล่า|หรือเปล่า)(?:คะ|ครับ)?$"),
    "even": form("บ้าง.{1,14}บ้าง|(?:ๆ|บาง)[^ ]*บาง|ถ้า.*ถ้า|มี.*ก็.*ไม่มี.*ก็|ช่วง.*ช่วง|หน้าฝน.*หน้า|ทั้ง.{2,12}ทั้ง|(.{2,8})ก็(?:มี|ใช่|ได้|อยาก|เคย).{0,10}ไม่\\1?ก็"),
    "mocks": form(_MOCKING + "|ก็บ้า|บ้าแล้ว|ใครจะ|🙄|😒|🤡|😏|🙃|กับผี|ตายแหละ|ตายล่ะ|ตายละ|สิ้นดี|เหลือเกิน|ช่าง.{2,8}จริง|ประชด|แหม|ปรบมือ|👏|จ้าพ่อ|จ้าแม่|เชื่อตาย|สุดยอดไปเลย.*(?:พัง|เน่า|เหม็น)"),
    "laughs": form("\ue002|ฮ่า|ฮา(?!จ)|อิอิ|😂|🤣|haha|lol|😆|😹"),
    "others_say": form("(?:เขา|เค้า|แม่|พ่อ|แฟน|เพื่อน|ลูก|เมีย|ผัว|สามี|ชาวบ้าน|คนอื่น|ข้างบ้าน)(?:เขา|เค้า|ก็)?(?:ว่า|บอก|พูด|เล่า)"),
    "approx": form("ประมาณ|ราวๆ?|สัก|น่าจะ|คร่าว|about|around|approx|roughly"),
    "range": form("[0-9]+ ?(?:-|ถึง|หรือ|to|or) ?[0-9]+"),
    "compares": form("[<>≤≥]"),
    "year": form("ปี(?:พศ)?[0-9]{2,4}(?![0-9])|พศ[0-9]"),
    "must": form("แต่(?:ต้อง|ถ้า|ขอ|มีข้อแม้)|มีเงื่อนไข|ข้อแม้"),
    "excludes": form("ไม่รวม|ไม่นับ|นับ[ก-๙]{1,8}ด้วย|ยกเว้น|นอกจาก"),
    "chums": form("เนอะ|เนาะ|เน๊าะ"),
    "corrects": form("(?:เอ๊ย|เอ้ย|เอย|อุ๊ย|เอ๊ะ|โทษที|เดี๋ยว)[ก-๙]{0,4}ไม่ใช่|ไม่ใช่(?:สิ|ไม่ใช่)|ไม่สิ"),
    "others_own": form("^[ก-๙]{0,8}?(?:บ้าน|ห้อง|ของ|หลัง)(?:ที่|ของ)?(?:พี่|น้า|ลุง|ป้า|คน)?(?:ข้าง(?!ทาง|ถนน|คลอง|ใน|นอก|บน|ล่าง|หน้า|หลัง|วัด|สวน|ตลาด)|ตรงข้าม|เพื่อนบ้าน|เพื่อน(?:ผม|หนู|ฉัน)|คนอื่น|(?:น้า|อา|ป้า|ลุง|พี่ชาย|พี่สาว|น้องชาย|น้องสาว|พี่เขย|แม่ยาย)(?:ผม|หนู|ฉัน|เรา))(?!.*(?:ส่วน|แต่|เหมือนกัน|เท่ากัน|เช่นกัน|ของ(?:ผม|หนู|เรา|ฉัน)|บ้าน(?:ผม|หนู|เรา|ฉัน)))"),
    "calls": form("บอท|หุ่นยนต์|คนหรือ|เบอร์โทร|ขอเบอร์|สวัสดี"),
}  # fmt: skip
_SPACED = {
    "dk_knows_not": re.compile(
        r"\b(?:do ?n'?o?t|dont|didnt|did not) (?:really |honestly )?(?:know|remember|recall|understand)|\b(?:idk|dunno|unsure)\b|no (?:idea|clue|opinion)|not (?:so |too |very |quite )?(?:sure|certain)|who knows|beats me"
    ),
    "dk_cannot": re.compile(
        r"\b(?:can'?t|cannot|could ?n'?t) (?:really )?(?:say|tell|remember|recall|answer|decide|judge|think)|hard to say|\bforgot|never (?:noticed|thought|checked|counted)"
    ),
    "dk_not_met": re.compile(
        r"just moved|new here|never (?:been|used|seen|met|dealt|had|heard)"
    ),
    "skip_over": re.compile(r"\b(?:skip|pass)\b"),
    "skip_next": re.compile(r"\bnext\b|move on"),
    "skip_wont_tell": re.compile(
        r"prefer not|rather not|(?:dont|do not|wont|not) (?:want to |wanna |going to |gonna |wish to |comfortable )?(?:say|saying|answer|answering|tell|telling|share|sharing|disclose)|no comment|none of your|ကျော်|မဖြေ"
    ),
    "skip_private": re.compile(r"private|personal"),
    "stop_end": re.compile(r"\b(?:stop|quit|exit|cancel|end)\b(?! of)|ရပ်|တော်ပြီ|မလုပ်တော့"),
    "stop_enough": re.compile(r"\benough\b|no more|i ?a?'?m done|thats all|im out"),
    "stop_later": re.compile(r"\blater\b|another time|busy|gotta go|have to go"),
    "back_go": re.compile(r"go(?:ing)? back|\bback\b(?! then)|undo"),
    "back_last": re.compile(r"previous|last (?:question|answer|one)|before that one"),
    "back_wrong": re.compile(
        r"(?:wrong|mistake|typo|misclick|by accident|pressed the)"
    ),
    "back_change": re.compile(r"(?:change|fix|correct|edit|redo) (?:my|the|that)"),
    "asks": re.compile(
        r"[?]|^(?:what|why|who|which|how|when|where|do you|are you|is it)\b|what do you mean"
    ),
    "even": re.compile(r"sometimes .*sometimes|depends|some .* some "),
}


def found(heard: Heard) -> Mapping[str, int]:
    """Which signs there are, and in how many clauses; 0 is left out."""
    seen: dict[str, int] = {}
    inside = {
        at
        for word in heard.words
        if word.roles
        for at in range(word.start + 1, word.end)
    }
    for name, pattern in _PATTERNS.items():
        hits = sum(
            1 for hit in pattern.finditer(heard.text) if hit.start() not in inside
        )
        if hits:
            seen[name] = hits
    if any("a" <= letter <= "z" or letter > "\u1000" for letter in heard.text):
        for name, pattern in _SPACED.items():
            if pattern.search(heard.spaced):
                seen[name] = seen.get(name, 0) + 1
    return seen
