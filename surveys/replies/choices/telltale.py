"""A choice told by what its words speak of: a story, a fact, what is used and done.

What is put up with, denied, left for later or only asked is set aside first; of what is
left one option alone, or by far the most of it, has to be spoken for. Nothing here is
learnt: where the cues are few, they are weighed (`surveys.replies.weighing`).
"""

from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies.around import asking, talking
from surveys.replies.choices import cues, denials
from surveys.replies.choices.cues import SHORT, Cue
from surveys.replies.text import words
from surveys.replies.weighing.heard import Heard, Hearing

LONG = 14  # letters of a cue beyond which it says no more
SURE = 8.0  # letters of several cues that are enough
LONE = 5.0  # letters of the only cue that are enough
RIVAL = 0.34  # of the best option's letters, what another may have
TURNED = 0.3  # what a cue counts before a "but"

# What is put up with, left for later, long past or mocked.
_SET_ASIDE = words.form(
    "พอทน|ทนได้|ทนไหว|พอไหว|ชินแล้ว|ก็ชิน|ชิน$|ไม่เท่าไ|ไม่ค่อยเท่าไ|ไม่ว่า(?!ง)|ไม่เป็นไร|ไม่(?:ใช่|มี)ปัญหา|รอได้|รอก่อนได้|(?:ไว้|เอาไว้)?ทีหลัง|ไว้ก่อน|ค่อยว่า|ช่างมัน|"
    "เมื่อก่อน|แต่ก่อน|สมัยก่อน|ก่อนหน้านี้|^เคย|ก็บ้า|^ถ้า|ต่อให้|^นอกจาก|ยกเว้น|อดตาย|ร้อยรอบ|หลายรอบแล้ว|เป็นสิบรอบ|ไม่เข็ด|ไม่กลัว|เปล่าประโยชน์"
)
_ASKS = words.form(
    "[?]|(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|หรือยัง|เหรอ|หรอ(?!ก)|ปะ|ป่ะ|คืออะไร|แปลว่า|หมายถึง|กี่โมง|เมื่อไร|เมื่อไหร่|ที่ไหน|วันไหน|ยังไง|อย่างไร|อันไหน)"
    "(?:ครับ|คะ|ค่ะ|คับ|อะ|อ่ะ|ล่ะ|บ้าง|กัน|จ๊ะ|น้า|นะ|พี่|หนู)*$"
)
_OF_OTHERS = words.form(
    "^(?:แต่|ส่วน|ก็)*(?:ของ|บ้าน)?(?:เพื่อน|ข้างบ้าน|คนข้างบ้าน|คนอื่น|ใครๆ|ชาวบ้านเขา|บ้าน(?:พี่|น้า|ป้า|ลุง|อา|เพื่อน|ข้างๆ|แม่ยาย|ญาติ|เจ้านาย|ลูก|น้อง))"
)
_BOTH = words.form(
    "ทั้งคู่|ทั้งสอง|สองอย่าง|เท่ากัน|พอๆกัน|พอกัน|สลับกัน|เลือกไม่ถูก|เลือกไม่ได้|ทั้ง.{2,12}ทั้ง|อย่างละ|เหมือนกันหมด|ด้วย.{2,30}ด้วย$"
)


def told(question: Question, hearing: Hearing) -> Understood | None:
    """The option the words speak of; None where it is not sure."""
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return None
    if asking.ends_asking(hearing.reply):
        return None
    heard = hearing.heard
    if _BOTH.search(heard.text) or any("or" in word.roles for word in heard.words):
        return None
    kept, excluded = _kept(question, heard)
    if not kept:
        return None
    scores = _scores(heard, kept, excluded)
    if not scores:
        return None
    best = max(scores, key=lambda index: scores[index])
    others = max((s for i, s in scores.items() if i != best), default=0.0)
    own = [cue for cue in kept if best in cue.options]
    enough = SURE if len({cue.text for cue in own}) > 1 else LONE
    if scores[best] < enough or others > RIVAL * scores[best]:
        return None
    is_told = any(_size(cue.text) > SHORT and not cue.is_label for cue in own)
    if not is_told and not _is_chosen(heard, own, excluded):
        return None
    return from_choice(question, best)


_CHOSEN = words.form("(?:เอา|เลือก|ขอ|ให้|อยาก(?:ได้|ให้)?|ชอบ)(?:เป็น|แต่|แค่|มี)*$")
_ASKED_FOR = words.form(
    "^(?:ก็|ผม|หนู|ฉัน|เรา|ป้า|ลุง|ยาย|ตา)*(?:อยาก(?:ได้|ให้|มี)?|ขอ|เอา|เลือก)(?:มี|สร้าง|ทำ|เป็น|แค่)*$"
)


def _is_chosen(heard: Heard, own: list[Cue], excluded: frozenset[int]) -> bool:
    """ "อยากได้ห้องสมุด" and no more; "อบรมไม่ไหว เอาดนตรีละกัน": by its name.

    Among other words another option has to be set aside.
    """
    for cue in own:
        before, after = (
            heard.text[: cue.start],
            words.without_polite(heard.text[cue.end :]),
        )
        if excluded and _CHOSEN.search(before):
            return True
        if not after and _ASKED_FOR.search(before):
            return True
    return False


def _scores(
    heard: Heard, kept: list[Cue], excluded: frozenset[int]
) -> dict[int, float]:
    """How many letters speak for each option; what no single cue names counts not."""
    sole = {next(iter(cue.options)) for cue in kept if len(cue.options) == 1}
    turns = [word.clause for word in heard.words if "but" in word.roles]
    found: dict[int, float] = {}
    for cue in kept:
        options = cue.options - excluded
        if len(options) > 1 and len(options & sole) == 1:
            options &= sole
        if len(options) != 1:
            continue
        (index,) = options
        is_turned = any(cue.clause < clause for clause in turns)
        size = min(LONG, _size(cue.text)) * (TURNED if is_turned else 1.0)
        found[index] = found.get(index, 0.0) + size
    return found


def _size(text: str) -> float:
    """A class at school, "ม.2", says as much as a word."""
    return LONE if text[-1].isdecimal() else len(text)


def _kept(question: Question, heard: Heard) -> tuple[list[Cue], frozenset[int]]:
    """What speaks for something, and the options that are named and set aside."""
    kept: list[Cue] = []
    excluded: set[int] = set()
    named = cues.cues(question, heard)
    for clause in range(heard.clauses):
        said = [word for word in heard.words if word.clause == clause]
        own = [cue for cue in named if cue.clause == clause]
        if not said or not own:
            continue
        start, text = said[0].start, heard.text[said[0].start : said[-1].end]
        away = _is_set_aside(text, start, own) or any(
            cue.is_label and denials.is_denied_after(question, heard, cue)
            for cue in own
        )
        for cue in own:
            if not away and not denials.is_denied(question, heard, cue):
                kept.append(cue)
            elif cue.is_label:
                excluded |= cue.options
    return kept, frozenset(excluded)


def _is_set_aside(text: str, start: int, own: list[Cue]) -> bool:
    """Whether a clause sets aside what it names, in words beside its cues."""
    for pattern in (_SET_ASIDE, _ASKS):
        for match in pattern.finditer(text):
            at = start + match.start()
            if not any(cue.start <= at < cue.end for cue in own):
                return True
    return bool(_OF_OTHERS.search(text)) and not any(cue.start == start for cue in own)
