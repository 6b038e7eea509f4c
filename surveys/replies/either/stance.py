"""Yes or no from several clauses: what was and what is, oneself and others, retorts."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence

from surveys import politeness
from surveys.replies.either import polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.text import words
from surveys.replies.text.words import any_of, form

_CUT = form(
    "[ |]+|(?<=ค่ะ)|(?<=คะ)|(?<=ครับ)|(?<=คับ)|(?<=จ้ะ)|(?<=จ้า)|(?<=หรอก)"
    "|(?=(?<!มี)(?<!ใช้)(?<!กิน)(?<!ดื่ม)(?<!ตั้ง)(?<!ได้)แต่(?!ก่อน|ละ|งง|เด็ก|เกิด|แรก|ไหน))|(?=ส่วน(?!ใหญ่|มาก|ตัว|รวม))|(?=ตอนนี้)|(?=เดี๋ยวนี้)|(?=ปัจจุบัน)"
    "|(?=หลังจากนั้น)|(?=สุดท้าย)|(?=เพราะ)"
)
_WAS = form("^(?:เมื่อก่อน|แต่ก่อน|สมัยก่อน|ก่อนหน้านี้|ตอนแรก|เดิม|เมื่อวาน|เดือนก่อน|ปีก่อน|ปีที่แล้ว|เคย)")
_IS = form("^(?:แต่)?(?:ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|วันนี้|หลังๆ|ช่วงนี้|ปีนี้|พักหลัง)(?:ก็|นี้)?")
_ENDED = form(
    "(?:ลาออก|เลิก|หยุด|ปิด|ย้ายออก|ย้าย|ขาย|ออก|หมด|เกษียณ|ทิ้ง|ตาย|เสีย|คืน|พัง|หาย|จบ)(?:ไป|กัน|ทำ|ใช้|กิจการ|บ้าน|มา)*(?:หมด|นาน)?(?:แล้ว|ละ)|(?:ไม่|บ่)(?:มี|ได้|เคย)?(?:ทำ|ใช้|อยู่|ไป)?(?:แล้ว|ละ|เลย)"
)
_GONE = form(
    "^(?:มัน|ก็|แต่)*(?:พัง|เสีย|หาย|ขาย|ทิ้ง|ตาย|คืน|ยกให้|ให้เขา|หมด|ปิด|เลิก|ย้าย|ลาออก|ออก)(?:ไป|กัน|หมด|นาน|เขา)*(?:แล้ว|ละ)"
)
_AS_BEFORE = form("ยัง|เหมือน|ขึ้น|ลง|บ้าง|บาง|ก็|เท่าเดิม|อีก|ไม่")
OUTSIDERS = words.listed(
    "เพื่อน เพื่อนบ้าน ข้างบ้าน คนข้างบ้าน ชาวบ้าน คนอื่น คนแถวนี้ คนในซอย บ้านอื่น บ้านข้างๆ บ้านโน้น บ้านตรงข้าม หลังข้างๆ"
)
_OUTSIDE = re.compile(f"^(?:แต่|ก็)?(?:{any_of(OUTSIDERS)})")
_OUR_HOUSE = form(
    "^(?:แต่|ส่วน)?(?:ที่)?บ้าน(?:เรา|ผม|หนู|ฉัน|ป้า|ลุง|พี่|นี้|ดิฉัน|ยาย|ตัวเอง)?(?:เอง|น่ะ|ก็)*"
)
_NO_MORE = form("^(?:ก็)?(?:ไม่|บ่)(?:มี|ได้|เคย|เป็น|ทำ)?(?:แล้ว|ละ|เลย)?$")
_MEANT_TO = form("^(?:ก็)?(?:เคย)?(?:คิด|อยาก|ตั้งใจ|กะ|ว่า)(?:จะ|ว่าจะ)")
_THEN = form("^(?:แต่)?(?:สุดท้าย|ก็|เอาเข้าจริง|ยัง)*")
_NOT_SAID = form("^(?:ก็)?(?:ไม่ใช่(?:ว่า)?|ใช่ว่า|จะว่า)(?:ไม่|บ่)")
_LATER = form("(?:หลังจากนั้น|จากนั้น|ตั้งแต่นั้น)(?:มา)?(?:ก็)?(?:ไม่|บ่)")
_FAINT = form("นานแล้ว|นานมาก|ครั้งสุดท้าย")
_LONG_AGO = form(
    "หลายปี|สิบปี|ยี่สิบปี|ตอนเด็ก|สมัย|ตั้งนาน|ปี(?:พศ)?(?:25)?[0-9]{2}(?![0-9])|[3-9]ปีก่อน|[1-9][0-9]ปีก่อน"
)
_DOUBTS = form(
    "ไหม|มั้ย|เหรอ|หรอ(?!ก)|หรือ|กี่|[?]|ถ้า|แล้วแต่|มั้ง|คง(?!ที่)|อาจ|น่าจะ|ไม่แน่|บางที|บางวัน|บางครั้ง|บ้าง.*บ้าง|เกือบ|บอกว่า|ว่ากันว่า|ได้ข่าวว่า|ครึ่งนึง|ครึ่งหนึ่ง|ครึ่งครึ่ง|ครึ่งต่อ|🙄|😒|🤡|😏|🙃|แหม|เชิญ|อะไรคะ|อะไรครับ|ทำไมคะ|ข้าม|ไม่ตอบ"
)
_SAYS_OTHER = re.compile(
    f"^(?:แต่)?(?:{any_of(polarity.OTHERS)})(?:ผม|ฉัน|หนู|เรา|เขา|เค้า|ที่บ้าน)?"
)
_SAYS_I = form(
    f"^(?:(?:แต่|ส่วน|สำหรับ)(?:ของ)?(?:{any_of(polarity.MYSELF)})|(?:{any_of(polarity.MYSELF - polarity.OTHERS)}))(?:เอง|น่ะ|นี่|ก็|นะ)*"
)
_CURT = form(f"^(?:ก็)?(?:ไม่|ยัง|บ่)(?:เลย|หรอก|นะ|{politeness.ENDS}|อะ|อ่ะ|เด้อ)*$")
_TAG = form("(?:อยู่แล้ว|แน่นอน)(?:ป่ะ|ปะ|ไหมล่ะ|มั้ยล่ะ|ไม่ใช่เหรอ|ไม่ใช่หรอ|สิ)*$")


def split(text: str) -> list[str]:
    """The clauses of a spaced text."""
    return [clause for each in _CUT.split(text) if (clause := each.strip())]


def taken(asked: Asked, text: str) -> str | None:
    """ "yes" or "no" of a spaced text, where its clauses say so between them."""
    clauses = split(text)
    plain = text.replace(" ", "").replace("|", "")
    if (found := _by_retort(asked, clauses)) is not None:
        return found
    if (found := _nearly(asked, clauses) or _never(asked, clauses)) is not None:
        return found
    for rule in (_of_oneself, _of_now, _not_done, _not_not, _not_since):
        if (found := rule(asked, clauses)) is not None:
            return None if _DOUBTS.search(plain) else found
    return _of_one_mind(asked, clauses, plain)


def by_retort(asked: Asked, text: str) -> str | None:
    """ "yes" or "no" of a spaced text that turns the question round."""
    whole = polarity.retort(
        asked, polarity.opened(text.replace(" ", "").replace("|", ""))
    )
    return _by_retort(asked, split(text)) or (whole if len(split(text)) == 1 else None)


def _by_retort(asked: Asked, clauses: Sequence[str]) -> str | None:
    """One clause that turns the question round, and none that says otherwise."""
    turned = _turned(asked, clauses)
    if len(turned) != 1:
        return None
    (found,) = turned
    others = [c for c in clauses if polarity.retort(asked, polarity.opened(c)) is None]
    sides = {polarity.side(asked, clause) for clause in others} - {None}
    doubted = any(
        _DOUBTS.search(clause) or clause.startswith("แต่") for clause in others
    )
    return None if doubted or sides - {found} else found


def _turned(asked: Asked, clauses: Sequence[str]) -> set[str]:
    found = (polarity.retort(asked, polarity.opened(clause)) for clause in clauses)
    return {said for said in found if said}


def retorts(asked: Asked, text: str) -> set[str]:
    """What the clauses of a spaced text that turn the question round say."""
    return _turned(asked, split(text))


def _of_oneself(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "แม่เคยไป ส่วนหนูไม่เคย": of the house anybody's yes would do."""
    if not clauses:
        return None
    if asked.is_of_house:
        return _of_our_house(asked, clauses)
    if not _SAYS_OTHER.match(clauses[0]):
        return None
    found = [
        _curt(asked, _SAYS_I.sub("", clause))
        for clause in clauses[1:]
        if _SAYS_I.match(clause)
    ]
    return found[0] if len(found) == 1 else None


def _of_our_house(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ข้างบ้านมี บ้านเราไม่มี": what is said of one's own."""
    if (
        len(clauses) < 2
        or not _OUTSIDE.match(clauses[0])
        or not _OUR_HOUSE.match(clauses[1])
    ):
        return None
    return _curt(asked, _OUR_HOUSE.sub("", clauses[1]))


def is_of_outsiders(asked: Asked, plain: str) -> bool:
    """ "ข้างบ้านมีค่ะ": only of others, whom the question does not name."""
    match = _OUTSIDE.match(plain)
    return (
        match is not None
        and match[0] not in asked.text
        and not re.search("บ้านเรา|บ้านผม|ก็มี|ส่วน|แต่", plain)
    )


def _curt(asked: Asked, clause: str) -> str | None:
    """A side, or a bare "ไม่" that leaves the verb unsaid."""
    return "no" if _CURT.match(clause) else polarity.side(asked, clause)


def _of_now(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เมื่อก่อนทำ เดี๋ยวนี้ไม่แล้ว": what is so now, unless it was asked of ever."""
    if asked.is_ever or asked.has_period:
        return None
    now = [i for i, clause in enumerate(clauses) if _IS.match(clause)]
    if len(now) == 1 and now[0] and any(_WAS.match(c) for c in clauses[: now[0]]):
        after = _IS.sub("", "".join(clauses[now[0] :]))
        first = _IS.sub("", clauses[now[0]]) or "".join(
            clauses[now[0] + 1 : now[0] + 2]
        )
        if _NO_MORE.match(words.without_polite(first)) or _ENDED.search(after):
            return "no"
        return (
            polarity.side(asked, first)
            or _so_now(asked, first)
            or _other_now(asked, clauses, first)
        )
    if len(clauses) > 1 and _was_so(asked, clauses[0]) and _GONE.match(clauses[1]):
        return "no"
    ended = [c for c in clauses if _ENDED.fullmatch(words.without_polite(c))]
    stopped = len(clauses) > 1 and ended and _is_left(asked, ended[0])
    has_yes = any(
        polarity.side(asked, c) == "yes" for c in clauses if not _WAS.match(c)
    )
    return "no" if stopped and not has_yes else None


def _so_now(asked: Asked, clause: str) -> str | None:
    """ "วันนี้มีแล้วเหม็นคลอรีน": it begins with the verb, and nothing turns it."""
    begun = clause.startswith(asked.verbs)
    return "yes" if begun and not polarity.turns(clause) else None


def _was_so(asked: Asked, clause: str) -> bool:
    """ "เคยมี", "แต่ก่อนใส"."""
    match = _WAS.match(clause)
    return match is not None and polarity.side(asked, clause[match.end() :]) == "yes"


def _other_now(asked: Asked, clauses: Sequence[str], now: str) -> str | None:
    """ "แต่ก่อนใส เดี๋ยวนี้เน่า": it was so, and now something else is."""
    return (
        "no"
        if _was_so(asked, clauses[0]) and not _AS_BEFORE.search(now) and now
        else None
    )


def _is_left(asked: Asked, clause: str) -> bool:
    """Whether leaving, selling or closing ends just what is asked about."""
    for sign, verbs in _ENDS.items():
        if clause.startswith(sign):
            return any(verb in asked.verbs for verb in verbs)
    return False


_ENDS = {
    "ลาออก": ("ทำงาน".replace("ำ", words.AM), "ท\u0e4d\u0e32"),
    "เกษียณ": ("ทำงาน".replace("ำ", words.AM), "ท\u0e4d\u0e32"),
    "ย้าย": ("อยู่",),
    "ขาย": ("มี",),
}


_NEARLY = form("^(?:ก็|เคย)?(?:เกือบ|จวน|หวิด|เฉียด)")


def _nearly(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เกือบหลายที แต่ยังไม่เคยโดน": it never came to that."""
    if len(clauses) < 2 or not _NEARLY.match(clauses[0]):
        return None
    sides = {polarity.side(asked, clause) for clause in clauses[1:]} - {None}
    return "no" if sides == {"no"} else None


_NEVER = form(
    "^(?:ก็|ผม|หนู|ฉัน|เรา|อาตมา|ป้า|ลุง|ยาย|พี่)*(?:ยัง)?(?:ไม่|บ่)เคย(?P<rest>.*?)(?:เลย|สักครั้ง|สักที|สักหน|มาก่อน|จริง|หรอก|ดอก)*$"
)
_MAKES_UP = form("^(?:แต่|ถ้า|เพราะ|เพื่อน|แฟน|ลูก|เขา|ถาม|อยาก|คิดจะ)")


def _never(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "อะไรอะ ไม่เคยได้ยินเลย กินได้มั้ย": a plain never among jokes."""
    if not asked.is_ever or len(clauses) < 2:
        return None
    for place, clause in enumerate(clauses):
        match = _NEVER.match(words.without_polite(clause))
        if match and match["rest"] and match["rest"] in asked.verbs:
            others = [c for i, c in enumerate(clauses) if i != place]
            sides = {polarity.side(asked, c) for c in others}
            return None if "yes" in sides or any(map(_MAKES_UP.match, others)) else "no"
    return None


def _not_done(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เคยคิดจะร้อง แต่สุดท้ายก็ไม่ได้ร้อง": what was meant was not done."""
    if len(clauses) < 2 or not _MEANT_TO.match(clauses[0]):
        return None
    rest = _THEN.sub("", "".join(clauses[1:]))
    return "no" if polarity.side(asked, rest) == "no" else None


def _not_not(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "จะว่าไม่รบกวนก็ไม่ใช่ รบกวนอยู่": a "not not", and then plainly so."""
    if len(clauses) < 2 or not _NOT_SAID.match(clauses[0]):
        return None
    after = [polarity.side(asked, clause) for clause in clauses[1:3]]
    if asked.is_ever and _DID_SO.match(clauses[1]) and "no" not in after:
        return "yes"
    return "yes" if "yes" in after and "no" not in after else None


_DID_SO = form(
    "^(?:ก็)?(?:เคย|ไป|มา|ได้|โทร|แจ้ง|ร้อง|ทำ|โดน|เจอ|ใช้|นั่ง)[^ไบ]{0,24}(?:แล้ว|ครั้ง|รอบ|หน|ที|พัก|อยู่|นาน|บ้าง|ปี)"
)


def _not_since(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ท่วมตอนปี 54 หลังจากนั้นไม่เคยอีก": no, of the last years."""
    plain = "".join(clauses)
    ago = long_ago(asked, plain)
    return "no" if ago == "no" else None


def _of_one_mind(asked: Asked, clauses: Sequence[str], plain: str) -> str | None:
    """All the clauses that say anything say the same, and nothing doubts it."""
    tagged = _TAG.sub("", words.without_polite(plain))
    if tagged != plain and polarity.side(asked, tagged) == "yes":
        return "yes"
    if _DOUBTS.search(plain) or any(_NOT_SAID.match(clause) for clause in clauses):
        return None
    if polarity.here_i_am(asked, plain):
        return "yes"
    sides = [polarity.side(asked, clause) for clause in clauses]
    run_on = len(clauses) > 1 and polarity.retort(asked, polarity.opened(plain))
    whole = None if run_on else polarity.side(asked, plain)
    found = {side for side in (*sides, whole) if side}
    if len(found) != 1 or is_both(asked, plain):
        return None
    (answer,) = found
    if asked.has_period and (_LONG_AGO.search(plain) or _LATER.search(plain)):
        return None
    if answer == "yes" and is_no_yes(asked, plain):
        return None
    if answer == "yes" and _LAUGHS.search(plain):
        return None
    told = next((i for i, side in enumerate(sides) if side), 0)
    is_last = told == len(sides) - 1
    rhetorical = all(
        re.search("ตรงไหน$|ที่ไหน$", words.without_polite(c)) for c in clauses[:told]
    )
    starts = told == 0 or rhetorical or (answer == "no" and is_last)
    starts = starts or (is_last and all(map(_denies_opposite, clauses[:told])))
    silent = [c for c, side in zip(clauses, sides, strict=True) if side is None]
    turned = any(c.startswith("แต่") or _SAYS_OTHER.match(c) for c in silent[:1] if told)
    denied = answer == "yes" and any(_denies(c) for c in silent)
    return answer if starts and not turned and not denied else None


_LAUGHS = re.compile("\ue002|ฮ่า|ฮา|อิอิ|😂|🤣|haha|555")
_OPPOSITE = form(
    "^(?:ก็)?(?:ไม่|บ่)(?:ได้|ได้จะ|คิดจะ)?(?:คัดค้าน|ค้าน|ต่อต้าน|ขัดข้อง|รังเกียจ|ขัด|ว่า|ติด)(?:อะไร|ใด|เลย|หรอก|นะ)*$"
)


def _denies_opposite(clause: str) -> bool:
    """ "ไม่ได้คัดค้านอะไร", before a yes."""
    return bool(_OPPOSITE.match(words.without_polite(clause)))


def _denies(clause: str) -> bool:
    return clause.startswith(("แต่", "เลิก", "หยุด")) or bool(
        _NO_MORE.match(words.without_polite(clause))
    )


_NOT_SO = form("(?:จะ)?ว่า(?:ไม่|บ่).{1,24}?ก็(?:ไม่|บ่)(?:ใช่|ได้|เชิง)")


def is_denied_no(asked: Asked, plain: str) -> bool:
    """ "จะว่าไม่กังวลก็ไม่ได้": a no of what is asked, which is then denied."""
    told = "".join(_NOT_SO.findall(plain))
    return any(verb in told for verb in asked.verbs)


def _without_denied(plain: str) -> str:
    """Less one "จะว่าไม่กังวลก็ไม่ใช่", which says that one does; two say neither."""
    return _NOT_SO.sub("", plain) if plain.count("ก็ไม่") == 1 else plain


def is_both(asked: Asked, plain: str) -> bool:
    """ "ควรนะ แต่ก็ไม่ควรเหมือนกัน", "ไม่เห็นด้วยไม่คัดค้าน": neither yes nor no."""
    if re.search("ไม่ยินดียินร้าย|ครึ่งนึง|ครึ่งหนึ่ง|50%|ห้าสิบห้าสิบ", plain):
        return True
    plain = _without_denied(plain)
    for verb in asked.verbs:
        if len(verb) < 2 or verb not in plain:
            continue
        if re.search(f"ใช่(?:ว่า)?(?:จะ)?ไม่{verb}.+(?:ไม่|บ่)(?:ได้)?{verb}", plain):
            return True
        denied = re.search(f"(?:ไม่|บ่)(?:ได้)?{verb}", plain)
        bare = re.search(f"(?<!ไม่)(?<!บ่)(?<!ไม่ได้){verb}", plain)
        if denied and bare and re.search("แต่ก็|เหมือนกัน|ก็.*ก็", plain):
            return True
        if (
            denied
            and re.search("ไม่(?:ได้)?(?:คัดค้าน|ค้าน|ต่อต้าน|ขัดข้อง)", plain)
            and verb == "เห็นด้วย"
        ):
            return True
    return False


_IN_VAIN = form(
    "แต่ต้อง|แต่ถ้า|มีข้อแม้|มีเงื่อนไข|ก็เท่านั้น|ไปก็งั้น|ไปทำไม|ตรงไหน|ที่ไหน(?:ล่ะ|กัน)|กะผี|กับผี"
)


def is_no_yes(asked: Asked, plain: str) -> bool:
    """Whether what looks like a yes is of others, in vain, or a retort."""
    return bool(_IN_VAIN.search(plain)) or is_of_outsiders(asked, plain)


def of_now(asked: Asked, text: str) -> str | None:
    """What a spaced text says to be so now, unlike before."""
    plain = text.replace(" ", "").replace("|", "")
    return None if _DOUBTS.search(plain) else _of_now(asked, split(text))


def long_ago(asked: Asked, plain: str) -> str | None:
    """Of a period: "no" where it was before, and never since; "" where it may be."""
    is_far = _LONG_AGO.search(plain)
    if not asked.has_period or not (is_far or _FAINT.search(plain)):
        return None
    if _LATER.search(plain):
        return "no"
    return "" if is_far else None
