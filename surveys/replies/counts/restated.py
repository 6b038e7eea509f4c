"""A count told in another unit than it is asked, or by who they are: the same, as it is
asked."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import plain_text, politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import counting, tallies
from surveys.replies.text import mentions, words
from surveys.replies.text.words import any_of, form

_BAHT, _PEOPLE = words.UNITS["บาท"], words.UNITS["คน"]
NUMBER = "(?:[0-9][0-9,]*|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด)+)"


_BAHT_CUT_SHORT = re.compile("(?<=[0-9]) ?บ(?= *(?:[|]|$))")


def in_baht(question: Question, text: str) -> str:
    """ "150บ"."""
    is_asked = _BAHT in counting.asked_units(question)
    return _BAHT_CUT_SHORT.sub(" บาท", text) if is_asked else text


_MALE_AND_FEMALE = form(
    f"(?:ตัว|เพศ)(?:ผู้|เมีย) ?(?P<one>{NUMBER}) ?(?:ตัว(?!ผู้|เมีย))?(?:[ |]|กับ|และ)*(?:ตัว|เพศ)(?:ผู้|เมีย) ?(?P<two>{NUMBER})(?: ?ตัว)?"
)


def of_both_sexes(question: Question, text: str) -> str:
    """ "ตัวผู้ 2 ตัวเมีย 8", where animals are counted."""
    match = _MALE_AND_FEMALE.search(text)
    if match is None or "กี่ตัว" not in naming.asked(question):
        return text
    both = [mentions.found(match[each]) for each in ("one", "two")]
    total = sum(each[0].value for each in both if each)
    return f"{text[: match.start()]}{total:g} ตัว{text[match.end() :]}"


_BY_DAYS = form(f"(?<=ละ)(?P<n> ?{NUMBER}) ?วัน(?!ละ|ที่|นี้|หยุด)")
_JUST_ONCE = form("^[^0-9|]{0,24}เพิ่ง[^0-9|]{0,24}(?P<first>ครั้งแรก)")


def in_times(question: Question, text: str) -> str:
    """ "อาทิตย์ละ 2 วัน", where it is asked how many times; "เพิ่งใช้ครั้งแรก" is once."""
    asked = naming.asked(question)
    if "ครั้ง" not in asked or "กี่วัน" in asked:
        return text
    if (once := _JUST_ONCE.search(text)) is not None:
        return text[: once.start("first")] + "ครั้งเดียว" + text[once.end("first") :]
    is_weekly = re.search("(?:สัปดาห์|อาทิตย์|เดือน)ละกี่ครั้ง", asked)
    return _BY_DAYS.sub(r"\g<n> ครั้ง", text) if is_weekly else text


_QUALITY = form("ผู้|คนที่|คนทํา|คนป่วย|เป็นภูมิแพ้|ทำงาน|ว่างงาน|ตกงาน|พิการ|เรียน")
_UNWELL = form("พิการ|ป่วย|ติดเตียง|โรค|ว่างงาน|ตกงาน")
_IS_SO = form(
    f"^(?:มี|ก็)*(?:{any_of(tallies.KIN)})(?:ผม|ฉัน|หนู|เรา)?(?P<is>[ก-๛]{{3,16}}?)(?:อยู่)? ?(?P<count>(?:1|2|3|4|หนึ่ง|สอง|สาม|สี่) ?คน|คน(?:เดียว|นึง|หนึ่ง))(?P<rest>.*)$"
)


def of_one_who_is_so(question: Question, text: str) -> str:
    """ "แม่ตาบอดคนนึง", where it is asked how many of a house are disabled."""
    asked = naming.asked(question)
    match = _IS_SO.match(text) if _QUALITY.search(asked) else None
    if match is None or match["rest"].strip(" |") not in politeness.WORDS | {""}:
        return text
    if re.search("กับ|และ|แล้วก็|ของ|ข้าง|เพื่อน|แข็งแรง", match["is"]):
        return text
    if re.search("ไม่|เคย|อยาก|จะ", match["is"]) and not _UNWELL.search(asked):
        return text
    return match["count"]


_PACK = 20  # cigarettes
_PACKS = form(
    f"(?:(?P<half>ครึ่ง) ?|(?P<n>{NUMBER}) ?)?(?<![ก-๛]ใน)ซอง(?:บุหรี่)?(?P<more>ครึ่ง)?(?:นึง|หนึ่ง|เดียว)?(?=$|[ |]|ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|เอง|กว่า|ต่อ|ได้|พอดี)"
)


def in_packs(question: Question, text: str) -> str:
    """ "วันละซอง" of cigarettes: twenty."""
    if "มวน" not in naming.asked(question) or "ซอง" not in text:
        return text

    def in_ones(match: re.Match[str]) -> str:
        count = 1.0
        if match["n"]:
            found = mentions.found(match["n"])
            count = found[0].value if found else 1.0
        count = 0.5 if match["half"] else count + 0.5 * bool(match["more"])
        return f" {count * _PACK:g} มวน"

    return _PACKS.sub(in_ones, text)


# What things are counted by, and by what else they are counted as well.
_CLASSIFIERS = {
    "เครื่อง": "ตัว อัน ลูก เคื่อง",
    "คัน": "คัณ",
    "ดวง": "หลอด ตัว อัน หัว",
    "ตัว": "อัน ตั๋ว โต เครื่อง",
    "อัน": "ตัว ชิ้น ใบ เครื่อง",
    "ใบ": "อัน ถัง ลูก ตัว",
    "ถัง": "ใบ ลูก อัน",
    "จุด": "ที่ แห่ง ตัว",
    "แห่ง": "ที่ จุด โรง",
    "ที่": "แห่ง จุด",
    "โรง": "โรงงาน แห่ง ที่",
    "รูป": "องค์ ตน",
    "หลัง": "หลังคา หลังคาเรือน",
    "ครัวเรือน": "บ้าน หลัง หลังคา หลังคาเรือน ครอบครัว",
    "หลังคาเรือน": "บ้าน หลัง หลังคา ครอบครัว ครัวเรือน",
    "ครอบครัว": "บ้าน ครัวเรือน หลังคาเรือน หลัง",
    "บาน": "อัน ช่อง ใบ",
    "ชิ้น": "อัน ใบ",
    "แพ็ค": "แพค แพ็ก ห่อ",
    "กล่อง": "อัน",
    "ต้น": "ตัน",
    "แผง": "แผ่น ชุด",
    "บ่อ": "ที่ ลูก",
    "เตียง": "ตัว หลัง",
    "ครั้ง": "เทื่อ เทือ คั้ง ครัง",
}
ASKED = re.compile(f"กี่({any_of(_CLASSIFIERS)})")
# What may stand before the number without naming another thing.
_NOTHING_ELSE = form(
    "(?:มี|อยู่|มีอยู่|แค่|เพียง|ก็|ติด|ติดไว้|ใช้|ซื้อ|ซื้อมา|สัก|ซัก|ประมาณ|ราว|ทั้งหมด|รวม|เป็น|เหลือ|ได้|ค่ะ|ครับ|เคย|ตั้ง|เลี้ยง|ไป|มา|ละ|รู้จัก|แล้ว|ปลูก|วาง|ไว้|ของผม|บ้านผม)+"
)


def by_its_own_classifier(question: Question, text: str) -> str:
    """ "2 ตัว" of air conditioners, which the question counts by "เครื่อง"."""
    asked = naming.asked(question)
    match = ASKED.search(asked)
    if match is None or match[1] in text:
        return text
    others = _CLASSIFIERS[match[1]].split()
    called = any_of(plain_text.plain(each) for each in others)
    by_other = form(
        f"(?P<n>(?<![0-9.,]){NUMBER}) ?(?:{called})(?![ก-๛]*(?:ละ|ที่))(?=$|[ |]|{_AFTER})"
        f"|(?<![ก-๛])(?:{called})(?P<one>เดียว|นึง|หนึ่ง)"
    )
    found = list(by_other.finditer(text))
    if len(found) != 1:
        return text
    hit = found[0]
    lead = text[: hit.start()]
    noun = re.split("[ |]", lead.rstrip())[-1]
    if noun and noun not in asked and not _NOTHING_ELSE.fullmatch(noun):
        return text
    said = f"{hit['n']} {match[1]}" if hit["n"] else f"{match[1]}{hit['one']}"
    return lead + said + text[hit.end() :]


_AFTER = "ค่ะ|คะ|ค่า|ครับ|คับ|จ้ะ|จ้า|เจ้า|ฮะ|นะ|พอ|เอง|แล้ว|ได้|อยู่|แต่|เท่า|แค่|เลย|ก็|ถ้วน|เด้อ|อะ|อ่ะ|แหละ|ใน|ที่|ทั้ง|รวม|มั้ง|กว่า|ครึ่ง|ติด|กัน|ทุก|ลูก|พี่|ละ"
_BOTH_WAYS = form("(?:ทั้ง)?ไป[ -]?(?:และ|ทั้ง)?(?:ขา)?กลับ(?:ก็)?")
_ONE_WAY = form("เที่ยวละ|ขาละ|ต่อเที่ยว|เที่ยวเดียว")


def there_and_back(question: Question, text: str) -> str:
    """ "ไปกลับ 60", where it is asked what a day's way costs: that is what a day costs."""
    asked = naming.asked(question)
    if _BAHT not in counting.asked_units(question) or "ไป" not in text:
        return text
    if _ONE_WAY.search(asked) or not re.search("วันละ|ต่อวัน|เดือนละ|ต่อเดือน", asked):
        return text
    told_ = _BOTH_WAYS.sub(" ", text)
    if told_ == text or re.search(f"(?:{_ONE_WAY.pattern})", text):
        rest = _BOTH_WAYS.split(text)[-1] if _BOTH_WAYS.search(text) else ""
        is_sum = re.match("[ |]*[0-9ก-๛]", rest) and not _ONE_WAY.search(rest)
        return rest.strip(" |") if is_sum and mentions.found(rest) else text
    return re.sub(" +", " ", told_).strip()


_KIN = any_of(tallies.KIN)
_LISTED = form(
    f"(?:(?:{_KIN})(?:ผม|ฉัน|หนู|เรา|ของผม|เอง|แก่ๆ)*(?:[ |]|กับ|และ|แล้วก็|ก็)*)+(?:{politeness.ENDS}|เจ้า|นะ)*"
)
_FIRST = form(f"^(?:มี|ก็มี|ก็)?(?P<n>{NUMBER}) ?(?:คน)? ?[|]? ?(?P<who>[ก-๛].*)$")
_NAME = form(_KIN)


def counted_first(question: Question, text: str) -> str:
    """ "2 ตากับยาย": so many, and then who they are."""
    if counting.asked_units(question) != {_PEOPLE}:
        return text
    match = _FIRST.match(text)
    if match is None or not _LISTED.fullmatch(match["who"]):
        return text
    names = _NAME.findall(match["who"])
    count = sum(2 if each in tallies.PAIRS else 1 for each in names)
    found = mentions.found(f"{match['n']} คน")
    if not found or found[0].value != count:
        return text
    return f"{match['n']} คน"


_COUPLE = form(
    f"(?:กับ(?:{_KIN}))?(?P<n>สอง|2) ?คน ?(?P<who>ตา(?:กับ)?ยาย|ยาย(?:กับ)?ตา|ผัว(?:กับ)?เมีย|เมียผัว|สามี(?:กับ)?ภรรยา|ปู่(?:กับ)?ย่า|แม่(?:กับ)?ลูก|พ่อ(?:กับ)?ลูก|ยาย(?:กับ)?หลาน|ตา(?:กับ)?หลาน|ย่า(?:กับ)?หลาน|พี่(?:กับ)?น้อง|ลุง(?:กับ)?ป้า|ป้า(?:กับ)?ลุง)(?![ก-๛]*(?: ?กับ| ?และ|อีก))"
)
_NEXT_DOOR = form("^(?:ก็|แต่|มี)*(?:เพื่อน|คนข้าง|บ้านข้าง|ข้างบ้าน|หลังข้าง|คนอื่น)")
_LIVE_APART = form(
    "^(?:[ |]|ค่ะ|ครับ|คับ|จ้ะ|จ้า|เจ้า|นะ|เอง)*(?:ลูก|หลาน|เด็ก)(?:ๆ|หลาน|เต้า| )*(?:ก็|เขา|มัน|พากัน)*(?:ออกเรือน|แยก|ย้าย|ไป|มีครอบครัว|แต่งงาน|โตหมด|ทำงาน)"
)
_OLD = form("ตา|ยาย|ปู่|ย่า|ผัว|เมีย|สามี|ลุง")


def a_couple(question: Question, text: str) -> str:
    """ "อยู่กันสองคนตายาย": the two who are named are the two who are counted."""
    if counting.asked_units(question) != {_PEOPLE}:
        return text
    asked = naming.asked(question)
    match = _COUPLE.search(text)
    if match is None or re.search("บุตร|ลูก", asked) or _NEXT_DOOR.match(text):
        return text
    is_old = _OLD.match(match["who"]) and not re.search("ลูก|หลาน", match["who"])
    if tallies.of_age_group(asked) and not is_old:
        return text
    rest = text[match.end() :]
    rest = "" if _LIVE_APART.search(rest) and not re.search("[0-9]", rest) else rest
    return f"{text[: match.start()]} 2 คน {rest}".replace("  ", " ").strip()


_SEX = form("(?:ลูก|บุตร)(?:สาว|ชาย)")
_OTHER_SEX = form(
    "ผู้หญิง|ผู้ชาย|ชาย.*หญิง|หญิง.*ชาย|สาว.*ชาย|ชาย.*สาว|แต่|อีก|ไม่|หลาน|ของ|บุญธรรม"
)


def of_one_sex(question: Question, text: str) -> str:
    """ "ลูกสาว 2 คน", where children are counted and no others are told of."""
    asked = naming.asked(question)
    is_asked = re.search("(?:บุตร|ลูก)(?:ทั้งหมด|รวม)?กี่คน", asked)
    if not is_asked or not _SEX.search(text) or _OTHER_SEX.search(text):
        return text
    return _SEX.sub("ลูก", text, count=1).replace("คนนึง", "คนเดียว")
