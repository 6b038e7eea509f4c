"""A count without what is told round it: what is advised, hoped for or yet to come, the
other name of what is counted, who they are, the way there and back."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import plain_text, politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import counting, tallies
from surveys.replies.text import listening, mentions, words
from surveys.replies.text.words import any_of, form

_BAHT, _PEOPLE = words.UNITS["บาท"], words.UNITS["คน"]
_NUMBER = "(?:[0-9][0-9,]*|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด)+)"


def told(question: Question, reply: str) -> str:
    """The reply less what is no part of its count; empty where nothing else is left.

    As it stands where there is nothing of the sort.
    """
    if not _MAY_BE.search(reply):
        return reply
    text = before = mentions.spaced(listening.typed(reply))
    for change in (
        _dear,
        _in_baht,
        _of_them_all,
        _of_both_sexes,
        _less_what_is_lost,
        _less_instalments,
        _in_times,
        _of_one_who_is_so,
        _in_packs,
        _by_its_own_classifier,
        _there_and_back,
        _counted_first,
        _a_couple,
        _of_one_sex,
        _less_one_of_them,
        _less_hopes,
        _less_the_advised,
        _less_the_coming,
    ):
        text = change(question, text)
    return reply if text == before else text.replace(" | ", ", ").strip(" ,|")


_MAY_BE = re.compile(
    "เอ[๊้]ย|จัด|เชิญ|สั่ง|ซอง|เหลือ|ดอก|ส่ง|ผ่อน|ครั้งแรก|วัน|ไปกลับ|ไป-กลับ|ไป กลับ|หน้า|อีก|อยาก|จะ|ควร|แนะนำ|บอก|ให้|ว่า|นัด|ตั้งใจ|เป้า|กำหนด|นึง|หนึ่ง|ตา|แม่|พ่อ|ยาย|ย่า|ผัว|สามี|พี่|ลูก|หญิง|ชาย|"
    "ตัว|อัน|ลูก|หลัง|เครื่อง|หลอด|องค์|ที่|จุด|บ้าน|ครอบครัว|ครัวเรือน|ใบ|ถัง|เทื่อ|ตั๋ว|โรง|รูป|แผ่น|คน|บ( *\\.?)*$|ทั้ง"
)
_DEAR = re.compile(
    "(?<=[ก-๛])(?<!ไม่ใช่)(ลูก|หลาน|หนู|พี่|แม่คุณ|พ่อคุณ|แม่|คุณ|เรา|น้อง)(?:เอ๊ย|เอ้ย|เอย|เอ๋ย)(?= |$|[|])"
)


def _dear(question: Question, text: str) -> str:
    """ "68 แล้วลูกเอ๊ย": who is spoken to; nothing is taken back."""
    return _DEAR.sub("", text)


_BAHT_CUT_SHORT = re.compile("(?<=[0-9]) ?บ(?= *(?:[|]|$))")


def _in_baht(question: Question, text: str) -> str:
    """ "150บ"."""
    is_asked = _BAHT in counting.asked_units(question)
    return _BAHT_CUT_SHORT.sub(" บาท", text) if is_asked else text


_THEM_ALL = form(
    f"(?<=[ก-๛])ทั้ง ?(?P<n>{_NUMBER}) ?(?:คน|ครั้ง|คัน|ตัว|เครื่อง|หลัง|ห้อง|ใบ|วัน|รอบ|หน)(?:เลย)?"
)


def _of_them_all(question: Question, text: str) -> str:
    """ "2 ครั้ง หนักทั้งสองครั้ง": the same number, of the same things."""
    match = _THEM_ALL.search(text)
    if match is None:
        return text
    first, again = mentions.found(text[: match.start()]), mentions.found(match["n"])
    is_same = first and again and len(first) == 1 and first[0].value == again[0].value
    return text[: match.start()] + text[match.end() :] if is_same else text


_MALE_AND_FEMALE = form(
    f"(?:ตัว|เพศ)(?:ผู้|เมีย) ?(?P<one>{_NUMBER}) ?(?:ตัว(?!ผู้|เมีย))?(?:[ |]|กับ|และ)*(?:ตัว|เพศ)(?:ผู้|เมีย) ?(?P<two>{_NUMBER})(?: ?ตัว)?"
)


def _of_both_sexes(question: Question, text: str) -> str:
    """ "ตัวผู้ 2 ตัวเมีย 8", where animals are counted."""
    match = _MALE_AND_FEMALE.search(text)
    if match is None or "กี่ตัว" not in naming.asked(question):
        return text
    both = [mentions.found(match[each]) for each in ("one", "two")]
    total = sum(each[0].value for each in both if each)
    return f"{text[: match.start()]}{total:g} ตัว{text[match.end() :]}"


_LOST = form("ขาย|หาย|ตาย|กัด|พัง|เสีย|แจก|ให้|ขโมย|คืน|จ่าย|ใช้")
_LEFT = form("เหลือ(?:อยู่|แค่|อีก|ตอนนี้|ประมาณ| )*$")


def _less_what_is_lost(question: Question, text: str) -> str:
    """ "หมากัดไป 3 เหลือ 7": what there is, without what there was."""
    if "เหลือ" not in text or not re.search("มี|เลี้ยง|หนี้", naming.asked(question)):
        return text
    told_ = mentions.found(text, halves=False) or ()
    if len(told_) < MIN_TOLD or not _LEFT.search(text[: told_[-1].start]):
        return text
    if "เหลือ" in text[: told_[-2].end] or not _LOST.search(text[: told_[-2].start]):
        return text
    return text[text.rindex("เหลือ") :]


MIN_TOLD = 2
_INSTALMENT = form(
    "[ |]+(?:ดอก(?:เบี้ย)?|ส่ง|ผ่อน|จ่าย|ใช้)(?:คืน|เขา|อยู่)?(?P<by>ร้อยละ|วันละ|เดือนละ|อาทิตย์ละ|งวดละ|ปีละ) ?[^ |]+(?: ?บาท)?(?:ค่ะ|ครับ|คับ|จ้ะ|จ้า)*$"
)


def _less_instalments(question: Question, text: str) -> str:
    """ "หมื่นนึงครับ ส่งวันละ 200", where it is asked how much is owed."""
    match = _INSTALMENT.search(text)
    asked = naming.asked(question)
    if match is None or not re.search("กู้|หนี้|ยืม", asked) or match["by"] in asked:
        return text
    return text[: match.start()] if mentions.found(text[: match.start()]) else text


_BY_DAYS = form(f"(?<=ละ)(?P<n> ?{_NUMBER}) ?วัน(?!ละ|ที่|นี้|หยุด)")
_JUST_ONCE = form("^[^0-9|]{0,24}เพิ่ง[^0-9|]{0,24}(?P<first>ครั้งแรก)")


def _in_times(question: Question, text: str) -> str:
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


def _of_one_who_is_so(question: Question, text: str) -> str:
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
    f"(?:(?P<half>ครึ่ง) ?|(?P<n>{_NUMBER}) ?)?(?<![ก-๛]ใน)ซอง(?:บุหรี่)?(?P<more>ครึ่ง)?(?:นึง|หนึ่ง|เดียว)?(?=$|[ |]|ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|เอง|กว่า|ต่อ|ได้|พอดี)"
)


def _in_packs(question: Question, text: str) -> str:
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
_ASKED = re.compile(f"กี่({any_of(_CLASSIFIERS)})")
# What may stand before the number without naming another thing.
_NOTHING_ELSE = form(
    "(?:มี|อยู่|มีอยู่|แค่|เพียง|ก็|ติด|ติดไว้|ใช้|ซื้อ|ซื้อมา|สัก|ซัก|ประมาณ|ราว|ทั้งหมด|รวม|เป็น|เหลือ|ได้|ค่ะ|ครับ|เคย|ตั้ง|เลี้ยง|ไป|มา|ละ|รู้จัก|แล้ว|ปลูก|วาง|ไว้|ของผม|บ้านผม)+"
)


def _by_its_own_classifier(question: Question, text: str) -> str:
    """ "2 ตัว" of air conditioners, which the question counts by "เครื่อง"."""
    asked = naming.asked(question)
    match = _ASKED.search(asked)
    if match is None or match[1] in text:
        return text
    others = _CLASSIFIERS[match[1]].split()
    called = any_of(plain_text.plain(each) for each in others)
    by_other = form(
        f"(?P<n>(?<![0-9.,]){_NUMBER}) ?(?:{called})(?![ก-๛]*(?:ละ|ที่))(?=$|[ |]|{_AFTER})"
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


def _there_and_back(question: Question, text: str) -> str:
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
    f"(?:(?:{_KIN})(?:ผม|ฉัน|หนู|เรา|ของผม|เอง|แก่ๆ)*(?:[ |]|กับ|และ|แล้วก็|ก็)*)+(?:ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|เจ้า|นะ)*"
)
_FIRST = form(f"^(?:มี|ก็มี|ก็)?(?P<n>{_NUMBER}) ?(?:คน)? ?[|]? ?(?P<who>[ก-๛].*)$")
_NAME = form(_KIN)


def _counted_first(question: Question, text: str) -> str:
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


def _a_couple(question: Question, text: str) -> str:
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


def _of_one_sex(question: Question, text: str) -> str:
    """ "ลูกสาว 2 คน", where children are counted and no others are told of."""
    asked = naming.asked(question)
    is_asked = re.search("(?:บุตร|ลูก)(?:ทั้งหมด|รวม)?กี่คน", asked)
    if not is_asked or not _SEX.search(text) or _OTHER_SEX.search(text):
        return text
    return _SEX.sub("ลูก", text, count=1).replace("คนนึง", "คนเดียว")


_GONE = form("ขาย(?!ของ)|หาย|ตาย|ทิ้ง|ยึด|ขโมย|คืน|ย้าย|ออก|ไม่|ไป")


def _less_one_of_them(question: Question, text: str) -> str:
    """ "2 คัน คันนึงของลูก": what one of them is for takes nothing from the whole."""
    match = _ASKED.search(naming.asked(question)) or _ANY_ASKED.search(
        naming.asked(question)
    )
    if match is None or match[1] not in text:
        return text
    one = form(
        f"(?P<whole>(?P<n>{_NUMBER}) ?{match[1]}(?:ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|นะ)*)[ |]+(?:แต่|มี)?(?:อีก)?{match[1]}(?:นึง|หนึ่ง)(?P<rest>.*)$"
    )
    found = one.search(text)
    if found is None or _GONE.search(found["rest"]) or mentions.found(found["rest"]):
        return text
    if found["n"] in ("1", "หนึ่ง"):
        return text
    return text[: found.end("whole")]


_ANY_ASKED = re.compile("กี่(คน|คัน|ตัว|เครื่อง|หลัง|ห้อง|ครั้ง|ใบ|แปลง|บ่อ)")
_HOPES = form(
    "[ |]*(?:แต่(?:ก็)?)?(?:ปีหน้า|เดือนหน้า)?(?:ยัง)?(?:ผม|หนู|ฉัน|เรา|เมีย|แฟน)?(?:กำลังจะ|ว่าจะ|กะจะ|ตั้งใจจะ|อยากจะ|อยาก(?:ได้|มี|ซื้อ|เลี้ยง|ให้|เพิ่ม)?|คิดจะ|จะซื้อ|จะมี|จะเอา)[^0-9|]{0,24}(?:อีก|เพิ่ม|คนที่|คันที่|ตัวที่|ใหม่)[^|]{0,20}$"
)
_LATER_WISH = form("[ |]+แต่(?:ก็)?(?:ใจจริง)?(?:อยาก|ขอ)[^0-9|]{1,40}$")


def _less_hopes(question: Question, text: str) -> str:
    """ "มีคนเดียว แต่อยากมีอีกคน": what there is, without what is hoped for."""
    if re.search("อยาก|ต้องการ|จะ(?!ต้อง)", naming.asked(question)):
        return text
    for pattern in (_HOPES, _LATER_WISH):
        hope = pattern.search(text)
        if hope is not None and hope.start() and mentions.found(text[: hope.start()]):
            text = text[: hope.start()]
    return text


_TELLERS = (
    "(?:หมอ|พยาบาล|อนามัย|อสม|เขา|เค้า|ครู|หัวหน้า|ตามหลัก|ตามตำรา|ในทีวี|ใครๆ|ใครก็|คุณหมอ)"
)
_TO_DO = "(?:กิน|ดื่ม|ไป|มา|นอน|เดิน|ทาน|ออก|ทำ|พัก|งด|หยุด|ตรวจ|ใส่|ได้)"
_ADVISED = form(
    f"(?:{_TELLERS}(?:เขา|เค้า|ก็)?(?:บอก|สั่ง|แนะนำ|ว่า|กำหนด)+(?:ว่า|ให้|ต้อง|ควร|ต้องได้)*|{_TELLERS}(?:เขา|เค้า|ก็)?(?:ให้|อยากให้){_TO_DO}|"
    f"(?:จริงๆ|ที่จริง|ความจริง)?(?:มัน)?(?:ควร|น่าจะต้อง)(?:จะ|ได้|มี|เป็น|กิน|ดื่ม|นอน)*|(?:ตั้งใจ|ตั้งเป้า|กะ)(?:จะ|ไว้|ว่า|ว่าจะ)+|ตามแผน|ตามกฎ(?:หมาย)?|ตามสัญญา|ปกติต้อง)"
)
_APPOINTED = form(
    "(?:นัด|จัด|เชิญ|สั่ง|เขามี|มีประชุม|กำหนด|โควต้า|สิทธิ)(?:ไว้|มา|ประชุม|ทั้งหมด| )*$"
)
_BUT = form(
    "^(?:[ |]|ค่ะ|ครับ|นะ|แต่(?:ว่า)?|ก็|ผม|หนู|ฉัน|ป้า|ลุง|ยาย|ตา|เรา)*(?:จริงๆ|ของจริง|เอาเข้าจริง|ความจริง|ทำ|กิน|ดื่ม|ไป|มา|นอน|เดิน|ทาน|ใช้|ได้|แค่|วันละ|เดือนละ|อาทิตย์ละ|ไหว|ไม่ไหว|ออก)"
)


def _less_the_advised(question: Question, text: str) -> str:
    """ "หมอให้กิน 10 แก้ว แต่ได้แค่ 8": what is done, and not what should be."""
    asked = naming.asked(question)
    is_near = re.search("ควร|แนะน|ตั้งใจ|ต้อง|อยาก|จะ|นัด", asked)
    told_ = mentions.found(text, halves=False) if not is_near else None
    if not told_:
        return text
    first = told_[0]
    lead = text[: first.start]
    clause = re.split("[|]", lead)[-1]
    hit = _ADVISED.search(clause)
    rest = text[first.end :]
    is_but = len(told_) == 2 and _BUT.match(rest) is not None
    if hit is not None and len(clause) - hit.end() < MAX_BETWEEN:
        if len(told_) == 1 and not _BUT_NONE.search(rest):
            return ""
        return _UNDONE.sub("", rest).strip(" |") if is_but else text
    if is_but and _APPOINTED.search(lead) and _REALLY.search(rest):
        return _UNDONE.sub("", rest).strip(" |")
    return text


MAX_BETWEEN = 14  # letters between advice and the number that is advised
_UNDONE = form("^[ |]*(?:ค่ะ|ครับ|นะ)*(?:แต่(?:ว่า)?)?(?:ก็)?(?:จริงๆ)?")
_REALLY = form(
    "จริง|แค่|ขาด|ไม่ได้|^[ |]*(?:แต่)?(?:ก็)?(?:ผม|หนู|ฉัน|ป้า|ลุง)?(?:ได้)?(?:ไป|เข้า|มา)(?:แค่|ได้)? ?(?:[0-9]|ครั้ง|หน|สอง|สาม)"
)
_BUT_NONE = form("แต่|ไม่|ก็")
_COMING = form(
    "(?:[ |]|^|แต่)(?P<lead>(?:ย่าง|เข้า)?(?:ปี|เดือน|อาทิตย์|สัปดาห์)หน้า(?:ก็|จะ|ถึง|ถึงจะ|น่าจะ|คง|ครบ|อายุ|เต็ม|เป็น|มี|ได้|ว่าจะ| )*)$"
)


def _less_the_coming(question: Question, text: str) -> str:
    """ "59 ครับ ปีหน้าก็ 60": of now, not of the year to come."""
    if "หน้า" not in text or re.search("(?:ปี|เดือน|สัปดาห์)หน้า", naming.asked(question)):
        return text
    told_ = mentions.found(text, halves=False) or ()
    for each in told_:
        hit = _COMING.search(text[: each.start])
        if hit is not None:
            after = _REST.sub("", text[each.end :])
            return (text[: hit.start()] + " " + after).strip(" |")
    return text


_REST = form("^(?:ปี)?(?:แล้ว|ละ|ล่ะ|เต็ม|พอดี|ค่ะ|ครับ|จ้ะ|จ้า|นะ| )*")
