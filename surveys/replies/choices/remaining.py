"""The one option that is left, where a reply only sets the others aside."""

from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.choices import cues, denials, subjects
from surveys.replies.text import words
from surveys.replies.weighing.heard import Heard, Hearing, Word

MIN_NAME = 3  # letters of a word that may name an option
_REST = words.form(
    "อีก(?:วัน|อัน|ข้อ|อย่าง|ทาง|ตัว|ที่|แบบ|ฝั่ง|ช่วง|เวลา|คน|เจ้า|ค่าย)|ที่เหลือ|เหลือ(?:วัน|อัน|ข้อ|อย่าง|ทาง|แต่|แค่|ไหน|อะไร|ใคร)|นอกนั้น|ตัวสุดท้ายที่เหลือ"
)
_NONE = words.form(
    "ไม่เอาสัก|ไม่เอาซัก|สักอย่าง|ซักอย่าง|สักอัน|ซักอัน|ทั้งหมด|ทั้งนั้น|ทุกข้อ|ทุกอย่าง|ทุกอัน|ทั้งคู่|ทั้งสอง|หรือ|(?<!เ)อาจ|(?<!เ)ถ้า|ไม่ใช่ว่า|ใช่ว่า|ไหม|มั้ย|[?]|(?:เขา|เค้า|ใคร)(?:ว่า|บอก)|เพื่อน|^(?:ลูก|หลาน|ผัว|เมีย|แฟน|สามี|ภรรยา)"
)
_FEW = words.form(
    "(สอง|2|สาม|3|สี่|4)(?:อัน|ข้อ|ตัว|อย่าง|ตัวเลือก)(แรก|บน|หลัง|ล่าง|ท้าย|สุดท้าย)(?:นี่|น่ะ|ก็|เนี่ย)*(?:ไม่(?:เอา|ใช่|ชอบ|ได้|อยาก)|ตัด)"
)
_COUNT = {"สอง": 2, "2": 2, "สาม": 3, "3": 3, "สี่": 4, "4": 4}


def left(question: Question, hearing: Hearing) -> Understood | None:
    """ "ไม่จันทร์ ไม่พุธ", "เสาร์ไม่ว่าง อีกวันได้": the only one that nobody denied.

    Of two options one that is set aside leaves the other only where that is said.
    """
    count = len(question.choices)
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return None
    heard = hearing.heard
    if _NONE.search(heard.text) or "แต่" in heard.text:
        return None
    said = _by_place(count, heard.text)
    if said is None:
        said = _by_name(question, heard)
    rest = set(range(count)) - (said or set())
    is_enough = said and (len(said) > 1 or _REST.search(heard.text))
    if not is_enough or len(rest) != 1:
        return None
    return from_choice(question, rest.pop())


def _by_place(count: int, text: str) -> set[int] | None:
    match = _FEW.search(text)
    if match is None:
        return None
    many = _COUNT[match[1]]
    is_first = match[2] in ("แรก", "บน")
    return set(range(many)) if is_first else set(range(count - many, count))


def _by_name(question: Question, heard: Heard) -> set[int] | None:
    """The options that are named and denied; None where one is named and not denied."""
    found: set[int] = set()
    for word, index in _named(question, heard):
        if denials.is_denied(question, heard, cues.of(word, {index}, is_label=False)):
            found.add(index)
        else:
            return None
    return found


def _named(question: Question, heard: Heard) -> list[tuple[Word, int]]:
    """What names one option alone, or tells of what it is about."""
    labels = naming.labels(question)
    asked = naming.asked(question)
    tied = subjects.tied(question)
    found = []
    for word in (*heard.words, *heard.phrases):
        index = word.roles.get("label", word.roles.get("name"))
        held = {index} if index is not None and index >= 0 else set()
        if not held and len(word.text) >= MIN_NAME and word.text not in asked:
            held = {i for i, label in enumerate(labels) if word.text in label}
        if not held:
            told = word.roles.get("tells", ())
            held = {i for i, places in tied.items() if set(places) & set(told)}
        if len(held) == 1:
            found.append((word, held.pop()))
    return found
