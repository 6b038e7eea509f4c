"""A reply in central Thai: Isan, northern and southern words, and Thai in Latin letters."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import plain_text
from surveys.replies.weighing import vocabulary

# In southern and northern Thai, and as it is heard: wrong=right. What the weighing
# respells too is not here.
_WORDS = """
    ม่ะเคย=ไม่เคย มะเคย=ไม่เคย ม่ะรู้=ไม่รู้ ม่ะใช่=ไม่ใช่ ม่ะเอา=ไม่เอา ม่ะไป=ไม่ไป ม่ะพอใจ=ไม่พอใจ ม่ะเห็น=ไม่เห็น ม่ะได้=ไม่ได้ หม้าย=ไม่ หมาย=ไม่ มิได้=ไม่ได้ มิเคย=ไม่เคย มิมี=ไม่มี ม่ายมี=ไม่มี ม่ะมี=ไม่มี มะมี=ไม่มี มะได้=ไม่ได้ เค้ย=เคย เค่ย=เคย เข้ย=เคย
    หนิ=นะ เอาะ=นะ ถ้วม=ท่วม ท้วม=ท่วม ทวม=ท่วม พ้อ=พบ นำกัน=ด้วยกัน นอนบ่=นอนไม่ บ่มี=ไม่มี บ่มา=ไม่มา บ่ต้อง=ไม่ต้อง บ่อยาก=ไม่อยาก บ่ยอม=ไม่ยอม บ่น่า=ไม่น่า บ่ว่าง=ไม่ว่าง บ่ทัน=ยังไม่ หมีด=หมด เหม็นโครต=เหม็นมาก โครตๆ=มากๆ โคตรๆ=มากๆ
    เกย=เคย กิ๋น=กิน ปี๋ตี้=ปีที่ ตี้นี่=ที่นี่ ตี้นี้=ที่นี้ ตี้แล้ว=ที่แล้ว ทู้ก=ทุก ทู้ค=ทุก ก่อเคย=ก็เคย ไจ้=ใช่ ไจ่=ใช่ ตะวา=เมื่อวาน ตะคืน=เมื่อคืน ตวย=ด้วย
    โครต=มาก โครด=มาก โคด=มาก สิบ่=ไม่ กะบ่=ก็ไม่ จั๊กเทือ=สักครั้ง จักเทือ=สักครั้ง จักเทื่อ=สักครั้ง จั๊กเทื่อ=สักครั้ง จั๊กครั้ง=สักครั้ง จักที=สักที จั๊กที=สักที
"""
_UNLESS = {
    "หมาย": "(?![ก-ฮเแโใไะาิีึืุู])",
    "หม้าย": "",
    "ทวม": "",
    "เกย": "(?!ตื้น|ทับ|ชัย|หาด|หิน)",
    "ตวย": "",
    "หนิ": "(?=$|[ ,.])",
}
_RESPELT = dict(pair.split("=") for pair in _WORDS.split())
_MISSPELT = re.compile(
    "|".join(
        f"(?:(?<=^)|(?<=[ ,.])){re.escape(wrong)}{_UNLESS[wrong]}"
        if wrong in ("หมาย", "หนิ")
        else f"{re.escape(wrong)}{_UNLESS.get(wrong, '')}"
        for wrong in sorted(_RESPELT, key=len, reverse=True)
    )
)
_LATIN = {
    word: thai
    for thai, said in {
        "มี": "mee mi mii",
        "ไม่": "mai may maai",
        "ได้": "dai daai",
        "ใช่": "chai chaai",
        "เคย": "khoei koei khoey keuy kheuy keoy koey",
        "ไป": "pai bpai",
        "รู้": "roo ru rue ruu",
        "เป็น": "pen",
        "ไร": "rai",
        "เลย": "loei leoy leuy loey",
        "แล้ว": "laew leaw laeo",
        "ยัง": "yang",
        "มาก": "mak maak",
        "อยู่": "yoo yu yuu",
        "พอใจ": "phochai pojai phojai porjai",
        "เห็นด้วย": "henduay hendoey",
        "ค่ะ": "ka kha kah",
        "ครับ": "krub krab krap khrap kub kap khrub",
        "จ้า": "ja jaa jah",
        "นะ": "na naa nah",
        "แน่นอน": "naenon nae_non",
        "ปลอดภัย": "plodpai plotphai",
        "ใช้": "chaiy",
        "อยาก": "yak yaak",
        "สิ": "si sii",
    }.items()
    for word in said.split()
}
_CORE = frozenset(
    ("มี", "ไม่", "ได้", "ใช่", "เคย", "ยัง", "รู้", "พอใจ", "เห็นด้วย", "ปลอดภัย", "แน่นอน")
)


def central(reply: str) -> str:
    """The reply as it would be spelt in central Thai; the same where it already is."""
    thai = _from_latin(reply)
    drawn = plain_text.DRAWN.sub(r"\1", thai)
    return vocabulary.respelt(_MISSPELT.sub(lambda wrong: _RESPELT[wrong[0]], drawn))


def _from_latin(reply: str) -> str:
    """Thai in Latin letters, where the first phrase is made of nothing else."""
    first, mark, rest = re.fullmatch(r"([^,.!\n]*)([,.!\n]?)(.*)", reply, re.S).groups()  # type: ignore[union-attr]
    said = first.casefold().split()
    told = [_LATIN.get(word) for word in said]
    if not told or None in told or told[0] not in _CORE:
        return reply
    thai = "".join(word for word in told if word)
    return thai + mark + rest


def is_other(reply: str, said: str) -> bool:
    """Whether respelling changed what is said, not only how it is drawn out."""
    return plain_text.plain(said) != plain_text.plain(reply)
