"""Brings typed words to one form, and holds the words a reply may carry."""

import re
import unicodedata

from surveys import numbers

_DASHES = dict.fromkeys("—–−‐‑‒", "-")
_DROPPED = dict.fromkeys(
    (
        "ๆ",  # "มากๆ" says what "มาก" says
        *map(chr, range(0xFE00, 0xFE10)),  # variation selectors
        "\u20e3",  # the frame of a keycap
        *map(chr, range(0x1F3FB, 0x1F400)),  # skin tones
    ),
    "",
)
_RESPELLED = str.maketrans({**_DASHES, **_DROPPED})
# Marks that say nothing. One not listed stays and makes a reply fail to match:
# "3?" asks.
_MARKS = re.compile(r"[\s.,;:!'\"()\[\]{}~#*_·•\-&/\\|=@“”‘’«»¯၊။ฯ+]+")


def plain(text: str) -> str:
    """The text as it is compared: caseless, unspaced, ASCII digits, one spelling.

    Marks that change a number ("-3", "3.5", "1-3", "3+") are kept, and two numbers
    never run together: "1 3" keeps its space.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFKC", text).translate(_RESPELLED)
    text = "".join(letter for letter in text if _is_written(letter))
    # The Burmese letter wa is what many type for the digit nought.
    text = re.sub(r"(?<=[၀-၉])ဝ", "၀", text)
    text = _MARKS.sub(_meaning_of_marks, numbers.ascii_digits(text))
    text = text.replace("เเ", "แ")
    # Typed in the other order, tone and vowel am (here decomposed) look the same.
    text = re.sub("\u0e4d([\u0e48-\u0e4b])", "\\1\u0e4d", text)
    # "มากกกก": nobody's spelling has three of a letter in a row.
    return re.sub(r"([^\W\d_])\1{2,}", r"\1", text)


def clean(text: str) -> str:
    """Free text as it is kept: trimmed, without characters nobody can see."""
    return "".join(
        letter
        for letter in text
        if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs")
    ).strip()


def _is_written(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")


def _meaning_of_marks(match: re.Match[str]) -> str:
    """What a run of marks and spaces leaves behind: mostly nothing."""
    run = "".join(match[0].split())
    before = match.string[: match.start()][-1:].isdecimal()
    after = match.string[match.end() : match.end() + 1].isdecimal()
    if before and after:
        spaced = run != match[0]
        if run in ("-", "+", "/") or (run in (",", ".") and not spaced):
            return run
        return " "
    if after and run.endswith("-"):
        return "-"
    return "+" if before and run.startswith("+") else ""


def _set(words: str) -> frozenset[str]:
    return frozenset(plain(word) for word in words.split())


# English phrases are written here as `plain` leaves them, without spaces.
CONTROLS = {
    "skip": _set(
        "ข้าม ข้ามข้อนี้ ข้ามไป ข้ามไปก่อน ไม่ตอบ ไม่ขอตอบ ไม่อยากตอบ ไม่ตอบข้อนี้ ขอไม่ตอบ "
        "skip skipthis skipit skipthisquestion pass noanswer prefernottosay "
        "ကျော် ကျော်ပါ ကျော်မယ် ကျော်သွားမယ် မဖြေချင်ဘူး မဖြေလိုပါ"
    ),
    "dont_know": _set(
        "ไม่ทราบ ไม่รู้ ไม่แน่ใจ ไม่ค่อยแน่ใจ ตอบไม่ได้ ตอบไม่ถูก จำไม่ได้ "
        "dontknow idontknow donotknow idonotknow dunno idk notsure imnotsure unsure "
        "မသိ မသိဘူး မသိပါ မသိပါဘူး မသေချာ မသေချာဘူး မသေချာပါ မသေချာပါဘူး"
    ),
    "stop": _set(
        "หยุด หยุดก่อน พอแล้ว พอก่อน ยกเลิก เลิก เลิกทำ ไม่ทำแล้ว ไม่ตอบแล้ว ไม่เอาแล้ว "
        "stop cancel quit end "
        "ရပ် ရပ်ပါ ရပ်မယ် ရပ်တော့ ရပ်တော့မယ် ပယ်ဖျက် မဖြေတော့ဘူး"
    ),
    "back": _set(
        "ย้อนกลับ ย้อน กลับ กลับไป กลับข้อก่อน ข้อก่อน ข้อก่อนหน้า ข้อที่แล้ว แก้ข้อก่อน "
        "แก้ข้อก่อนหน้า แก้ข้อที่แล้ว แก้คำตอบ back goback previous previousquestion undo "
        "နောက်သို့ နောက်ပြန် ပြန်သွား ပြန်သွားမယ် အရင်မေးခွန်း"
    ),
}
POLITE = _set(
    "ครับ ครับผม คับ ค้าบ คร้าบ ค่ะ คะ ค่า ค้ะ จ้า จ้ะ จ๊ะ จ๋า จ่ะ นะ น่ะ ฮะ ฮ่ะ ขอรับ อ่ะ อะ "
    "please pls thanks thankyou ပါ ရှင် ရှင့် ဗျ ဗျာ ခင်ဗျ ခင်ဗျာ 🙏 😊 🙂 😀 ☺"
)
# Words that carry no part of the answer. What weakens, strengthens or turns it
# round ("ไม่", "ค่อนข้าง", "เลย", "มั้ง", "หรือ") is not among them, so that a reply
# holding it is not understood.
FILLERS = POLITE | _set(
    "ผม ดิฉัน ฉัน หนู เรา ตอบ ขอ ขอตอบ เลือก ขอเลือก เอา ก็ คิดว่า รู้สึก สิ ซิ เหมือนกัน "
    "i im iam answer myansweris ichoose choose และ กับ แล้วก็ ด้วย and နှင့် နဲ့"
)
# Said before a choice's place in the list, as in "ข้อ 3".
PLACES = _set(
    "ข้อ ข้อที่ เบอร์ หมายเลข ตัวเลือก ตัวเลือกที่ อันที่ ระดับ คะแนน ให้ ให้คะแนน "
    "number option choice နံပါတ် အမှတ်"
)
# Said round a count, as in "อยู่มาประมาณ 12 ปีแล้ว"; never "กว่า" or "เกือบ".
AROUND_COUNTS = _set(
    "ประมาณ ราว สัก อยู่ อยู่มา อยู่ได้ อยู่ที่นี่ อยู่ที่นี่มา ทำงาน ทำงานมา ทำงานที่นี่มา มา ได้ แล้ว รวม "
    "about around for already လောက် ရှိပြီ"
)
NEGATIONS = _set("ไม่ ไม่ได้ ไม่ใช่ ไม่มี ไม่ค่อย มิ no not none never မ")
NUMBERS = {plain(word): number for word, number in numbers.spellings()}
