"""Every way to say yes and no to a question, with its own verb said back."""

import re
from collections.abc import Iterator
from functools import lru_cache

from surveys import plain_text
from surveys.replies.either import circumstance
from surveys.replies.text import words

YES = words.listed(words.LISTS["yes"])
NO = words.listed(words.LISTS["no"])
VERBS = words.listed(words.LISTS["verbs"])
_SHORT = 3  # letters; so short a verb may stand inside another word
# Where a short verb is not itself.
_INSIDE = re.compile(
    "มาก|มาตร|มีด|สามี|ดีเซล|คดี|ยินดี|ดีใจ|ไปรษณีย์|พอใจ|พอเพียง|เพียงพอ|รู้สึก|รู้จัก|เป็นอย่างไร|ได้แก่|ได้ยิน|ได้รับ|ได้กลิ่น"
    "|จะ(?=[กขคงจฉชซดตทนบปผพฟมยรลวสหอ]์)|เอาใจ|รับฟัง|รับรู้|ไอศ|รักษา|ถูกต้อง|แก้ว|ใช้จ่าย|มาตรการ|หน้าที่|เข้าใจ|สถานที่|ดีๆ|กินดี"
)
_NOT_YET = re.compile("หรือยัง|รึยัง|แล้วยัง")
_BURMESE_ASKS = re.compile("([\u1000-\u109f]+?)(?:ပါ)?(?:သလား|လား)")
_BURMESE_YES = ("ပါတယ်", "တယ်", "ပါသည်", "သည်", "ပါ", "တာပေါ့")
_BURMESE_NO = ("ပါ", "ဘူး", "ပါဘူး", "သေးဘူး", "သေးပါဘူး")
# "did you" -> "I did", "I didn't".
_AUXILIARIES = {
    "did": ("did", "didnt", "didnot"),
    "do": ("do", "dont", "donot"),
    "does": ("does", "doesnt", "doesnot"),
    "have": ("have", "havent", "havenot"),
    "had": ("had", "hadnt", "hadnot"),
    "has": ("has", "hasnt", "hasnot"),
    "are": ("am", "amnot", "imnot"),
    "is": ("is", "isnt", "isnot"),
    "were": ("was", "wasnt", "wasnot"),
    "was": ("was", "wasnt", "wasnot"),
    "will": ("will", "wont", "willnot"),
    "would": ("would", "wouldnt", "wouldnot"),
    "can": ("can", "cant", "cannot"),
    "could": ("could", "couldnt", "couldnot"),
    "should": ("should", "shouldnt", "shouldnot"),
}
_SUBJECTS = ("", "i", "we", "it", "there", "they")
_SHORT_NO = ("i'm not", "im not", "no i'm not", "not yet", "not really", "never have")


_WILLING = words.listed(words.LISTS["willing"])
_UNWILLING = words.listed(words.LISTS["unwilling"])


_SHORTER = {
    plain_text.plain(verb): plain_text.plain(short)
    for verb, short in (pair.split("=") for pair in words.LISTS["shorter"].split())
}
NODS = words.listed(words.LISTS["nods"])
_OFFER = re.compile("ยินดี|ยินยอม|อนุญาต|สะดวกให้|ขอให้|ติดต่อกลับ|willing|mayw")


def is_offer(asked: str) -> bool:
    """Whether a plain question asks leave, so that a mere "ครับ" gives it."""
    return bool(_OFFER.search(asked))


@lru_cache(maxsize=256)
def names(text: str) -> dict[str, str]:
    """Words that say "yes" or "no" to this question; "" where they leave it open."""
    named = dict.fromkeys(YES, "yes") | dict.fromkeys(NO, "no")
    asked = plain_text.plain(text)
    verbs = _verbs(asked)
    for verb in sorted(verbs):
        named |= dict(_echoes(verb, verbs))
        named |= dict(_translated(verb))
    for verb in sorted(_kindred(verbs)):
        for form, meant in _echoes(verb, verbs):
            named.setdefault(form, meant)
    if _NOT_YET.search(asked):
        yet = {"ยัง": "no", "ยังเลย": "no", "ยังไม่": "no", "แล้ว": "yes", "เรียบร้อย": "yes"}
        named |= yet | {"เรียบร้อยแล้ว": "yes", "notyet": "no", "already": "yes"}
    if is_offer(asked):
        named |= dict.fromkeys(_WILLING, "yes") | dict.fromkeys(_UNWILLING, "no")
    if "ยินดี" in asked or "ยินยอม" in asked or "agree" in asked:
        named |= dict.fromkeys(
            ("โอเค", "ok", "okay", "ตกลง", "ได้", "ยินดี", "agree"), "yes"
        )
    named |= dict(_english(text.casefold())) | dict(_burmese(text))
    for verb in sorted(verbs):
        for form, meant in _in_burmese(verb):
            named.setdefault(form, meant)
    happens = "เคย" in verbs or circumstance.happens(asked)
    if circumstance.is_of_household(asked) or _SUFFERS.search(asked) or happens:
        for form, meant in _echoes("มี", frozenset(("มี",))):
            if not form.startswith("ไม่เคยมี"):  # "ไม่เคยมีใครเล่า" leaves it open
                named.setdefault(form, meant)
    for form, meant in circumstance.names(asked, verbs):
        named.setdefault(form, meant)
    if "ever" in asked or "เคย" in asked or "have" in asked:
        for form in ("ยัง", "ยังเลย", "ยังไม่", "ยังไม่มีโอกาส", "ยังไม่มีเวลา"):
            named.setdefault(form, "no")
        named |= {"never": "no", "neverbeen": "no", "notyet": "no", "notonce": "no"}
        named |= dict.fromkeys(("khoei", "koei", "khoey", "koey", "kheyy"), "yes")
        named |= dict.fromkeys(("maikhoei", "maikoei", "maikhoey", "maikoey"), "no")
    return named


_DOING = "การ"  # "การแก้ไข" is what is asked about, not asked for


def _verbs(asked: str) -> frozenset[str]:
    """The verbs of the question that may be said back; none if it asks with a "not"."""
    rest = re.sub("หรือไม่|หรือเปล่า|รึเปล่า", "", asked)
    rest = circumstance.KNOWS.sub(r"\1", rest)  # what is known is not asked
    rest = without_topic(rest)
    rest = _LET_KNOW.sub("", rest).replace("ที่ได้รับ", "")
    if "ไม่" in rest or re.search("บ่(?!อ)", rest):
        return frozenset()
    whole = _INSIDE.sub(" ", rest)
    found = {
        verb
        for verb in VERBS
        if verb in _main(rest if len(verb) > _SHORT else whole, verb)
    }
    if re.search("ได้รับ|ได้ยิน|ได้กลิ่น|ได้ไป|ได้เข้า", rest):
        found |= {"ได้"}
    if not re.search("[ก-ฮ]", asked) and re.search("ever|have|did|ဖူး", asked):
        found |= {"เคย", "มี"} if "have" in asked else {"เคย"}
    if "ผลกระทบ" in rest:
        found |= {"โดน", "กระทบ"}
    if "เสียง" in rest and circumstance.happens(rest) and "แจ้ง" not in rest:
        found |= {"ดัง", "หนวกหู", "ได้ยิน"}
    if "ไลน์" in rest and "เพื่อน" in rest:
        found |= {"แอด", "แอดไลน์", "เพิ่ม", "เพิ่มเพื่อน", "เป็นเพื่อน", "มีไลน์"}
    if any(joining in rest for joining in _JOINING):
        found |= {"ไป", "ร่วม", "เข้าร่วม", "เข้า"}
        found |= {"ไปประชุม", "เข้าประชุม"} if "ประชุม" in rest else set()
    found |= {_SHORTER[verb] for verb in found & _SHORTER.keys()}
    return frozenset(plain_text.plain(verb) for verb in found)


_TOPIC = re.compile(
    "(ร้องเรียน|ร้องทุกข์|แจ้งเหตุ|แจ้งเรื่อง|แจ้งปัญหา|กังวล|เป็นห่วง)(?!.*(?:แล้ว|ได้รับ|แก้))[^?]*"
)


def without_topic(asked: str) -> str:
    """A plain question without what one complains of: "ท่วมทุกหน้าฝน" is no complaint."""
    return _TOPIC.sub(r"\1", asked)


def own_verbs(asked: str) -> frozenset[str]:
    """The verbs of a plain question that may be said back, and what does the same."""
    verbs = _verbs(asked)
    latin = {
        said for group in _STEMS for said in group if said.isascii() and said in asked
    }
    known = {verb for verb in VERBS for g in _STEMS if verb in g and g & latin}
    return verbs | _kindred(verbs) | known


_LET_KNOW = re.compile("(?<=ให้)[ก-๛]{0,12}?(?:รับทราบ|ทราบ|รับรู้|รู้)")


def _main(asked: str, verb: str) -> str:
    """The question without the verb where it only says when, or names a thing."""
    return re.sub(f"(?:{_DOING}|ก่อน|หลัง|เวลา|เพื่อ){re.escape(verb)}", "", asked)


def _kindred(verbs: frozenset[str]) -> set[str]:
    """Other verbs that do the same: one "calls the town hall" to complain."""
    return {said for verb in verbs for said in _KINDRED.get(verb, ())} - verbs


_KINDRED = {
    plain_text.plain(verb): tuple(map(plain_text.plain, said.split(",")))
    for verb, said in (pair.split("=") for pair in words.LISTS["kindred"].split())
}
_SURELY = (
    *("แน่นอน", "หรอก", "ดอก", "เด็ดขาด", "เลยสักครั้ง", "เลยซักครั้ง"),
    *("สักครั้ง", "ซักครั้ง", "สักที", "สักรอบ", "สักหน", "เลยสักที", "เลยสักหน"),
)
_SUFFERS = re.compile("ได้รับผลกระทบ|มีปัญหา|ประสบปัญหา|เดือดร้อน")
_JOINING = ("เข้าร่วม", "ร่วมกิจกรรม", "ร่วมประชุม", "ประชุม")


def _echoes(verb: str, verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    fronts = [front for front in ("เคย", "ได้", "จะ", "อยาก", "รู้สึก") if front in verbs]
    forms = [verb, *(front + verb for front in fronts if front != verb)]
    forms += ["เคยได้" + verb] * ("เคย" in verbs and verb != "เคย")
    for form in forms:
        yield form, "yes"
        for end in (
            "แล้ว",
            "บ้าง",
            "อยู่",
            "มา",
            "มาแล้ว",
            "สิ",
            "เลย",
            "มาก",
            "แน่นอน",
            "ตลอด",
            "บ่อย",
            "ไปแล้ว",
            "ผ่านๆ",
            "ประจำ",
            "กับเขา",
        ):
            yield form + end, "yes"
        for no in ("ไม่", "ยังไม่", "บ่"):
            yield no + form, "no"
            yield no + form + "เลย", "no"
            if verb not in ("ทำ", "เอา", "อยาก", "เข้า"):
                yield no + form + "แล้ว", "no"
            # Too weak, or turned round once more.
            yield f"{no}ค่อย{form}", ""
            yield f"{no}ค่อยได้{form}", ""
        for open_ in (
            "ไม่ใช่ไม่",
            "ไม่ใช่ว่าไม่",
            "ไม่ใช่ว่า",
            "ใช่ว่า",
            "ไม่ไม่",
            "ไม่ถึงกับ",
            "พอ",
            "น่าจะ",
            "คง",
            "อาจจะ",
            "อาจ",
            "เคยคิดจะ",
            "เคยคิดว่าจะ",
            "เคยคิด",
            "เคยอยาก",
            "เกือบ",
            "เกือบจะ",
            "เกือบได้",
        ):
            yield open_ + form, ""
    for no in (
        "ไม่ได้",
        "ไม่มีเวลา",
        "ไม่มีโอกาส",
        "ไม่มีโอกาสได้",
        "ไม่เคยมีโอกาส",
        "ไม่ว่าง",
        "ไม่กล้า",
        "ไม่เคย",
        "ไม่เคยได้",
        "ยังไม่ได้",
        "ยังไม่เคย",
        "ไม่คิดจะ",
        "ไม่อยาก",
        "บ่ได้",
        "บ่เคย",
    ):
        is_asked = "เคย" not in no or "จะ" not in verbs
        if verb not in ("เคย", "ได้") and (is_asked or verb in no):
            yield no + verb, "no"
            yield no + verb + "เลย", "no"
    yield from ((f"{verb}ไม่เป็น", "no"), (f"{verb}ไม่ได้", ""), (f"{verb}ไม่ไหว", ""))
    for end in ("ใคร", "ใครเลย", "อะไร", "อะไรเลย", "สักอย่าง"):
        if verb != "มี":  # "ไม่เคยมีใครเล่า"
            yield f"ไม่เคย{verb}{end}", "no"
        yield from ((f"ไม่{verb}{end}", "no"), (f"ไม่ได้{verb}{end}", "no"))
    yield from ((f"ไม่มีใคร{verb}", "no"), (f"ไม่มีใคร{verb}เลย", "no"))
    yield from ((f"ไม่มีใครไม่{verb}", ""), (f"ไม่ใช่ไม่{verb}", ""))
    if verb not in ("เคย", "มี", "จะ"):
        yield verb + "จน", "yes"
    if verb not in ("เคย", "มี"):  # "แจ้งไปก็เท่านั้น" says that it is no use
        for vain in ("ไปก็", "ก็", "แล้วก็", "ไปทำไม", "ทีไร", "กี่ครั้งก็", "เท่าไหร่ก็"):
            yield from ((verb + vain, ""), (f"{verb}ไป{vain}", ""))
    if "รู้" in verb:
        for no in ("บ่", "ไม่"):
            yield no + verb.replace("รู้", "ฮู้"), "no"
    if len(verb) > _SHORT:
        ends = ("มาก", "ที่สุด", "อย่างมาก", "สักนิด", "ซักนิด", "เลยสักนิด")
        yield from ((f"ไม่{verb}{end}", "no") for end in ends)
    for end in _SURELY:
        yield from ((f"ไม่{verb}{end}", "no"), (f"ไม่ได้{verb}{end}", "no"))
        if "เคย" in verbs and verb != "เคย":
            yield f"ไม่เคย{verb}{end}", "no"
    if verb == "เคย":
        yield from (("ไม่เคยเลย", "no"), ("ไม่เคยสักครั้ง", "no"), ("ยังไม่เคย", "no"))
        yield from (("ไม่เคยสักที", "no"), ("ไม่เคยซักครั้ง", "no"))
    if verb in ("รู้", "ทราบ"):
        for said in ("รู้", "ทราบ"):
            yield from ((said, "yes"), (f"ไม่{said}", "no"), (f"ไม่{said}เลย", "no"))
            yield from ((f"{said}แล้ว", "yes"), (f"ไม่{said}มาก่อน", "no"))
            yield from ((f"ไม่{said}เรื่อง", "no"), (f"ไม่เคย{said}", "no"))
            for end in ("", "เด้อ", "ดอก", "เลย", "คือกัน", "หรอก", "เหมือนกัน"):
                yield from ((f"บ่ฮู้{end}", "no"), (f"ไม่{said}{end}", "no"))
            yield from ((f"เพิ่ง{said}", ""), (f"พึ่ง{said}", ""))
    # "I never do not go": every time.
    if "เคย" in verbs:
        # But "ไม่เคย ไม่เคย" is said twice.
        own = () if verb == "เคย" else (verb,)
        for again in (*own, "ไป", "มา", "ร่วม", "เข้าร่วม", "ทำ", "ใช้"):
            yield f"ไม่เคยไม่{again}", "yes"
            yield f"บ่เคยบ่{again}", "yes"


_STEMS = [words.listed(said) for said in words.LISTS["stems"]]


def _translated(verb: str) -> Iterator[tuple[str, str]]:
    """ "I agree" to a question that asks in Thai."""
    for group in _STEMS:
        if verb not in group:
            continue
        for said in sorted(group - {verb}):
            if said.isascii():
                yield from ((said, "yes"), (f"very{said}", "yes"), (f"mai{said}", "no"))
                for no in ("not", "dont", "donot", "un", "dis"):
                    yield no + said, "no"


def _english(text: str) -> Iterator[tuple[str, str]]:
    asked = set(re.findall("[a-z]+", text)) or {"did", "do", "have"}
    for auxiliary in _AUXILIARIES.keys() & asked:
        yes, *nos = _AUXILIARIES[auxiliary]
        for subject in _SUBJECTS:
            said = subject + yes
            ends = ("", "too", "once", "before", "already")
            if subject:
                yield from ((said + end, "yes") for end in ends)
            yield from (("yes" + said, "yes"), ("yeah" + said, "yes"))
            if auxiliary in ("have", "did", "had", "has"):
                yield from (
                    (f"{subject}never{yes}", "no"),
                    (f"{subject}neverhave", "no"),
                )
            for no in nos:
                said = subject + no
                yield from ((said, "no"), (f"no{said}", "no"), (f"nope{said}", "no"))
    for no in _SHORT_NO:
        is_open = no == "not really" and "ever" in text
        yield plain_text.plain(no), "" if is_open else "no"
    content = asked & {"satisfied", "safe", "happy", "aware", "interested", "agree"}
    for word in content:
        yield from ((word, "yes"), (f"not{word}", "no"), (f"very{word}", "yes"))
        yield from ((f"un{word}", "no"), (f"dis{word}", "no"), (f"notvery{word}", ""))


_IN_BURMESE = {
    "ได้ยิน": "ကြား",
    "เห็น": "မြင်",
    "รู้": "သိ",
    "ทราบ": "သိ",
    "มี": "ရှိ",
    "ไป": "သွား",
    "เข้าร่วม": "တက်",
    "ร้องเรียน": "တိုင်",
    "สนใจ": "စိတ်ဝင်စား",
    "พอใจ": "ကျေနပ်",
    "เห็นด้วย": "သဘောတူ",
    "ปลอดภัย": "လုံခြုံ",
    "ได้รับ": "ရ",
    "ใช้": "သုံး",
    "อยาก": "ချင်",
}


def _in_burmese(verb: str) -> Iterator[tuple[str, str]]:
    """ "ကြားဖူးတယ်" to a question that asks in Thai."""
    stem = _IN_BURMESE.get(verb, "")
    for said in (stem, stem + "ဖူး") if stem else ("ဖူး",) if verb == "เคย" else ():
        for end in _BURMESE_YES:
            yield plain_text.plain(said + end), "yes"
        for end in _BURMESE_NO:
            yield plain_text.plain("မ" + said + end), "no"


def _burmese(text: str) -> Iterator[tuple[str, str]]:
    """The verb before the asking end, said back: "ကြားဖူးပါသလား" -> "ကြားဖူးတယ်"."""
    for match in _BURMESE_ASKS.finditer(text):
        stem = plain_text.plain(match[1])
        # The verb alone, and with what its own suffix adds.
        for verb in {stem, stem.removesuffix(plain_text.plain("ဖူး"))} - {""}:
            for end in _BURMESE_YES:
                yield verb + plain_text.plain(end), "yes"
            for end in _BURMESE_NO:
                yield "မ" + verb + plain_text.plain(end), "no"
