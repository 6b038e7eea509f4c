"""Whether a text asks for a person, in words of its own.

The words of a button are in `commands.yaml`; this hears what people say instead.
Questions about officers ("where is the officer's desk?") ask for no person.
"""

import re

from content import thai

LONGEST = 120
"""Letters; whoever writes more has a matter, and asks for nobody but in passing."""


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_THAI_WHO = _any(
    "เจ้าหน้าที่?", "จนท", "คนจริง", "ตัวจริง", "คนเป็น", "มนุษย์", "แอดมิน", "แอ[๊็]?ดมิน",
    "พนักงาน", "โอเปอเรเตอร์", "ข้าราชการ", "คนของเทศบาล",
)  # fmt: skip
_THAI_LEAD = _any(
    "สวัสดี", "ครับ", "ค่ะ", "คะ", "คับ", "ผม", "ฉัน", "ดิฉัน", "หนู", "เรา", "พี่", "ป้า", "ลุง",
    "ตา", "ยาย", "คือ", "งั้น", "แล้ว", "รบกวน", "ช่วย", "เบื่อ", "บอ[ทต]", "ไม่เอา",
)  # fmt: skip
_THAI_TALK = _any(
    "พูดคุย", "คุย", "พูด", "สนทนา", "ติดต่อ", "ปรึกษา", "แช[ทต]", "สอบถาม", "ถาม", "ต่อสาย",
    "โอนสาย", "โอน", "สาย", "เรียก", "ตาม", "ส่งต่อ",
)  # fmt: skip
_THAI_TAIL = _any(
    "ครับ", "ค่ะ", "คะ", "คับ", "จ้า", "จ้ะ", "นะ", "หน่อย", "ที", "ด้วย", "เลย", "ได้", "ไหม",
    "มั้ย", "มัย", "ป่าว", "เปล่า", "ปะ", "ตัวจริง", "จริง", "สักคน", "ซักคน", "คน",
    "ตอนนี้", "เดี๋ยวนี้",
    "โดยตรง", "ที่เป็น", "แล้ว", "เทศบาล", "ของ", "มากกว่า", "ดีกว่า", "แทน", "ไม่ใช่บอ[ทต]",
    "ไม่เอาบอ[ทต]", "ที่ไม่ใช่บอ[ทต]",
)  # fmt: skip
_THAI_WANT = _any("อยากจะ", "อยากขอ", "อยาก", "ขอ", "ต้องการจะ", "ต้องการ", "ให้", "จะ")
_THAI_TO = _any("กับ", "หา", "ไปหา", "ไปที่", "ไปยัง", "ถึง", "ให้")
_THAI_WHOLE = re.compile(
    f"{_THAI_LEAD}*"
    + _any(
        f"{_THAI_WANT}?{_THAI_TALK}{_THAI_TO}?{_THAI_WHO}",
        f"{_THAI_WANT}?{_THAI_TALK}กับคน",
        f"(?:ขอ|เอา|อยากได้|ต้องการ){_THAI_WHO}",
        f"มี{_THAI_WHO}(?:อยู่|ว่าง|ตอบ)*(?=ไหม|มั้ย|มัย|ปะ|ป่าว|เปล่า)",
        f"(?:ให้|อยากให้){_THAI_WHO}(?:ติดต่อ|โทร)(?:กลับ|หา)",
        "ไม่(?:อยาก|ต้องการ)(?:จะ)?(?:คุย|พูด)กับ(?:บอ[ทต]|ระบบ|เครื่อง)",
    )
    + f"{_THAI_TAIL}*"
)
_THAI_MATTER = re.compile(
    f"{_THAI_LEAD}*(?:อยาก|ขอ|ต้องการ)(?:จะ)?(?:พูดคุย|คุย|พูด|ปรึกษา|สนทนา)กับ{_THAI_WHO}(.+)"
)
# How to reach officers is a question that an article answers.
_THAI_HOW = re.compile("ที่ไหน|ตรงไหน|ยังไง|อย่างไร|ไงดี|เบอร์|กี่โมง|เมื่อไ|ทางไหน|ไหนได้")

_ENGLISH_WHO = _any(
    "human being", "humans?", "persons?", "people", "officers?", "agent", "someone",
    "somebody", "staff(?: member)?", "operator", "representative", "official", "admin",
)  # fmt: skip
_ENGLISH_KIND = _any(
    "a", "an", "the", "some", "your", "real", "live", "actual", "human", "municipal",
    "town", "city",
)  # fmt: skip
_ENGLISH_LEAD = _any(
    "hi", "hello", "please", "pls", "ok", "sorry", "no", "i", "id", "d", "just", "can",
    "could", "may", "would", "want", "wanna", "need", "like", "to", "let", "me", "you",
    "we", "rather",
)  # fmt: skip
_ENGLISH_TALK = "(?:talk|speak|chat|connect|transfer)(?: (?:to|with|me|us))+"
_ENGLISH_ASK = f"(?:{_ENGLISH_LEAD} )*" + _any(
    f"{_ENGLISH_TALK} (?:{_ENGLISH_KIND} )*{_ENGLISH_WHO}",
    f"(?:need|want|get me|give me) (?:{_ENGLISH_KIND} )*{_ENGLISH_WHO}",
    f"(?:(?:a|an|the) )?(?:real|live|actual|human) {_ENGLISH_WHO}",
)
_ENGLISH_WHOLE = re.compile(
    f"{_ENGLISH_ASK}(?: (?:please|pls|now|instead|here|thanks|directly|not a bot))*"
)
_ENGLISH_MATTER = re.compile(f"{_ENGLISH_ASK} (?:about|because|regarding) .+")

_BURMESE_WHO = _any("လူသား", "လူ", "အရာရှိ", "ဝန်ထမ်း", "တာဝန်ရှိသူ")
_BURMESE_WHOLE = re.compile(
    "(?:ကျွန်တော်|ကျွန်မ|ကျေးဇူးပြုပြီး|ကျေးဇူးပြု၍)*"
    f"{_BURMESE_WHO}(?:အစစ်|တစ်ယောက်|တစ်ဦး)*(?:နဲ့|နှင့်|ကို|ထံ)(?:တိုက်ရိုက်)?"
    "(?:စကား)?(?:ပြော|ဆက်သွယ်)(?:ချင်|လို့ရ|ပါရစေ|ခွင့်ပြု|မယ်|ပေး)[\u1000-\u109f]{0,12}"
)
# "I want a person, not a bot": one clause that asks is enough.
_CLAUSE = re.compile(r"[\s,.!?;\n]+(?=[\u0e01-\u0e5b])|[,.!?;\n]+")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def asks(text: str) -> bool:
    """Whether a clause of the text is a request for a person, and none asks how."""
    if len(text) > LONGEST or _THAI_HOW.search(text):
        return False
    return any(map(_asks, (text, *_CLAUSE.split(text))))


def _asks(clause: str) -> bool:
    normal = thai.normalise(clause)
    unspaced = thai.squeezed(normal)
    return bool(
        _THAI_WHOLE.fullmatch(unspaced)
        or _BURMESE_WHOLE.fullmatch(unspaced)
        or _ENGLISH_WHOLE.fullmatch(_words(normal))
    )


def asks_about(text: str) -> bool:
    """Whether it is a request for a person and says what it is about."""
    normal = thai.normalise(text)
    told = _THAI_MATTER.match(thai.squeezed(normal))
    if told is not None:
        return _THAI_HOW.search(told[1]) is None
    return _ENGLISH_MATTER.fullmatch(_words(normal)) is not None


def _words(normal: str) -> str:
    """English words with one space between; other letters are none."""
    return _NO_WORD.sub(" ", normal.replace("'", "")).strip()
