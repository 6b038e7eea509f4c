"""The fixed words of an indicator record, in Thai and English."""

from collections.abc import Mapping
from typing import Any

from surveys.estimate.change import Direction
from surveys.estimate.proportion import MIN_N
from surveys.question import Text
from surveys.record import Absent


def absent(th: str, en: str) -> Absent:
    return Absent(reason=Text(th=th, en=en))


MODELLED = Text(
    th="ช่วงความเชื่อมั่นเชิงแบบจำลอง 95% (ผู้ตอบสมัครใจ)",
    en="modelled 95% confidence interval (volunteer respondents)",
)
OF_A_SAMPLE = Text(th="ช่วงความเชื่อมั่น 95%", en="95% confidence interval")
CHANGES = {
    Direction.INCREASED: Text(th="เพิ่มขึ้น", en="increased"),
    Direction.DECREASED: Text(th="ลดลง", en="decreased"),
    Direction.NO_CLEAR_CHANGE: Text(
        th="ไม่พบการเปลี่ยนแปลงที่ชัดเจน", en="no clear change was found"
    ),
}
UNWEIGHTED = Text(
    th="ไม่ได้ถ่วงน้ำหนัก: ไม่มีตัวเลขประชากรให้เทียบ",
    en="not weighted: there were no population counts to weight to",
)
WEIGHTING = {
    "weighting.not_converged": Text(
        th="ใช้ค่าที่ไม่ถ่วงน้ำหนัก: น้ำหนักไม่ลู่เข้าหาตัวเลขประชากร",
        en="unweighted: the weights did not come to meet the population's counts",
    ),
    "weighting.trimmed": Text(
        th="ใช้ค่าที่ไม่ถ่วงน้ำหนัก: น้ำหนักในช่วง 0.3 ถึง 3.0 ทำให้สัดส่วนตรงกับประชากรไม่ได้ "
        "ค่าถ่วงน้ำหนักเป็นหมายเหตุ",
        en="unweighted: weights within 0.3 and 3.0 miss the population's counts; the "
        "weighted value is a note",
    ),
    "weighting.deff": Text(
        th="ใช้ค่าที่ไม่ถ่วงน้ำหนัก: ผลของการออกแบบเกิน 2.5 ค่าถ่วงน้ำหนักเป็นหมายเหตุ",
        en="unweighted: the design effect is above 2.5; the weighted value is a note",
    ),
    "weighting.n_eff": Text(
        th="ใช้ค่าที่ไม่ถ่วงน้ำหนัก: จำนวนตัวอย่างประสิทธิผลต่ำกว่า 100 ค่าถ่วงน้ำหนักเป็นหมายเหตุ",
        en="unweighted: the effective size is below 100; the weighted value is a note",
    ),
    "weighting.apart": Text(
        th="ไม่ได้ถ่วงน้ำหนัก: รายงานแยกเพราะคำแปลยังไม่ผ่านการตรวจ",
        en="not weighted: told apart, for the translation has not been reviewed",
    ),
}
REFUSED = Text(
    th="ไม่ได้ถ่วงน้ำหนัก: คำตอบกับตัวเลขประชากรไม่เข้ากัน",
    en="not weighted: the answers and the population's counts do not fit",
)
RAKED = Text(
    th="ถ่วงน้ำหนักแบบ raking ให้สัดส่วนผู้ตอบตรงกับประชากร น้ำหนักอยู่ในช่วง 0.3 ถึง 3.0",
    en="raked so that respondents are spread as the population is; weights kept within "
    "0.3 and 3.0",
)
VOLUNTEERS = Text(
    th="ผู้ตอบสมัครใจเข้ามาเอง จึงไม่ใช่ตัวแทนของประชากรทั้งหมด ช่วงความเชื่อมั่นบอกความคลาดเคลื่อน"
    "จากจำนวนผู้ตอบ ไม่ได้รวมความลำเอียงจากการที่ใครเลือกตอบ",
    en="Respondents volunteered and do not stand for the whole population. The "
    "interval covers the spread that comes from their number, not the bias of who "
    "chose to answer.",
)
INVITED = Text(
    th="ผู้ได้รับเชิญคือผู้ติดตามบอตที่มีรายชื่ออยู่ ไม่ใช่ประชากรทั้งหมด และผู้ที่ไม่ตอบอาจคิดต่างออกไป",
    en="Those invited are followers of the bot, not the whole population, and who did "
    "not answer may think otherwise.",
)
SAMPLED = Text(
    th="ตัวอย่างจากการสุ่ม ผู้ที่ไม่ตอบอาจคิดต่างจากผู้ที่ตอบ",
    en="A random sample; those who did not answer may think otherwise than those who "
    "did.",
)
NOTHING_PROMISED = Text(
    th="นับเป็นระดับให้ข้อมูล (Inform) เพราะไม่ได้สัญญาไว้ว่าจะบอกผู้ตอบวันไหนว่าความเห็นนำไปทำอะไร",
    en="It counts as Inform, not Consult: no day was promised by which people are told "
    "what came of their answers.",
)
# The promised day may still be to come: a record that is released keeps these words.
NOT_TOLD_YET = Text(
    th="นับเป็นระดับให้ข้อมูล (Inform) เพราะยังไม่ได้บอกผู้ตอบว่าความเห็นนำไปทำอะไร",
    en="It counts as Inform, not Consult: people have not been told yet what came of "
    "their answers.",
)
TOLD_LATE = Text(
    th="นับเป็นระดับให้ข้อมูล (Inform) เพราะไม่ได้บอกผู้ตอบภายในเวลาที่สัญญาไว้ว่าความเห็นนำไปทำอะไร",
    en="It counts as Inform, not Consult: people were not told within the promised "
    "time what came of their answers.",
)
LIMITS = {"open_link": VOLUNTEERS, "invited_list": INVITED, "probability": SAMPLED}
OF_INVITED = Text(
    th="อัตราตอบกลับของผู้ติดตามที่ได้รับเชิญ",
    en="response rate of the followers who were invited",
)
OF_SAMPLE = Text(th="อัตราตอบกลับของตัวอย่าง", en="response rate of the sample")
FROM_RECORDS = Text(
    th="นับจากบันทึกของระบบทั้งหมดในช่วงเวลานั้น ไม่รวมเรื่องที่แจ้งทางอื่น",
    en="Counted from all records of this service in the period; what came in by other "
    "ways is not in it.",
)
ENTERED = Text(
    th="ค่าที่เจ้าหน้าที่ป้อนตามเอกสารหลักฐาน ระบบไม่ได้คำนวณเอง",
    en="Entered by an officer from a document; this program has not computed it.",
)

TOO_FEW = absent(f"ข้อมูลไม่พอ (n<{MIN_N})", f"not enough data (n<{MIN_N})")
FEW_ALIKE = absent(
    "ไม่บอกตัวเลข เพราะมีผู้ตอบแบบหนึ่งไม่ถึง 5 คน",
    "not told: fewer than five people gave one of the answers",
)
FEW_MODES = absent(
    "บอกจำนวนตามวิธีตอบไม่ได้ เพราะบางวิธีมีไม่กี่คน",
    "not told by mode: some have too few people",
)
ONE_ANSWER = absent("มีคำตอบเดียว จึงไม่มีช่วง", "there is no interval from one answer")
NOBODY_INVITED = absent("ไม่มีผู้ได้รับเชิญ", "nobody was invited")
NOT_DRAWN = absent(
    "ยังไม่ได้บอกว่าสุ่มมากี่ราย จึงยังไม่มีอัตราตอบกลับ",
    "it is not said yet how many were drawn, so there is no response rate",
)
NO_FORMULA = absent("ไม่ได้ระบุสูตรในชุดตัวชี้วัด", "the framework gives no formula")
NOT_A_SURVEY = absent("ไม่ได้มาจากแบบสอบถาม", "it does not come from a survey")
WHOLE_COUNT = absent(
    "นับครบทุกรายการ ไม่ได้สุ่มตัวอย่าง จึงไม่มีช่วงความเชื่อมั่น",
    "everything was counted and nothing sampled, so there is no interval",
)
NOTHING_COUNTED = absent(
    "ไม่มีรายการให้นับในช่วงนี้", "there was nothing to count in the period"
)
NOT_TOLD = absent("เอกสารต้นทางไม่ได้บอกไว้", "the document does not say")
NO_THRESHOLD = absent(
    "ยังไม่ตั้งเกณฑ์: ไม่มีเกณฑ์ที่ตรวจถึงต้นทางแล้ว",
    "no threshold is set: none has been checked at its source",
)
NO_EARLIER = absent("ไม่มีรอบก่อนให้เทียบ", "there is no earlier wave to compare with")
OTHER_WORDS = absent(
    "ถ้อยคำของคำถามต่างจากรอบก่อน จึงไม่เทียบกัน",
    "the question's words differ from those of the wave before: not compared",
)
OTHER_FRAME = absent(
    "รอบก่อนเลือกผู้ตอบอีกวิธีหนึ่ง จึงไม่เทียบกัน",
    "those who answered were found in another way in the wave before: not compared",
)
OTHER_MODES = absent(
    "รอบหนึ่งตอบเอง อีกรอบมีพนักงานถาม จึงไม่เทียบกัน",
    "people answered by themselves in one wave and an interviewer in the other: not "
    "compared",
)
FEW_BEFORE = absent(
    "รอบก่อนข้อมูลไม่พอ จึงไม่มีค่าให้เทียบ",
    "the wave before had not enough data: there is no value to compare with",
)
NO_BANDS = absent("ใช้กับค่าเฉลี่ย 1 ถึง 5 เท่านั้น", "for means from 1 to 5 only")
NO_ALPHA = absent("ใช้กับดัชนีหลายข้อเท่านั้น", "for scales of several items only")
NO_WEIGHTS = absent("ไม่มีค่าที่ถ่วงน้ำหนัก", "there is no weighted value")
NO_FLAGS = absent("ไม่มีคำตอบที่ดูผิดปกติ", "no response looks odd")
FEW_FLAGS = absent(
    "คำตอบที่ดูผิดปกติมีน้อยเกินไป ถ้าบอกจะรู้คำตอบของไม่กี่คน",
    "too few responses look odd: the difference would tell what a few people said",
)
ONE_MODE = absent(
    f"ไม่แยกตามวิธีตอบ: ต้องมีอย่างน้อย {MIN_N} คนทั้งผู้ตอบเองและผู้ถูกสัมภาษณ์",
    f"not split by mode: both those who answered themselves and those interviewed must "
    f"be {MIN_N} or more",
)
GAP_APART = absent(
    "บอกส่วนต่างเฉพาะของคำตอบในภาษาที่ผ่านการตรวจแล้ว",
    "the gap is told of the answers in reviewed languages only",
)
FEW_IN_A_MODE = absent(
    "ไม่แยกตามวิธีตอบ ถ้าแยกจะรู้คำตอบของไม่กี่คน",
    "not split by mode: it would tell what a few people said",
)
FEW_WITHOUT_WEIGHT = absent(
    "ไม่บอกค่านี้คู่กัน เพราะผู้ที่ไม่มีน้ำหนักมีไม่กี่คน ถ้าบอกจะรู้คำตอบของคนเหล่านั้น",
    "not told beside the other: the few without a weight would be known by it",
)
NO_BENCHMARK = absent(
    "แบบสอบถามนี้ไม่มีข้อที่มีตัวเลขทางการให้เทียบ",
    "no question of this survey has an official figure to be held against",
)
NO_COUNT = absent("ไม่ใช่สัดส่วนของจำนวนนับ", "no share of a count")


def counted(kept: Text, added: str) -> Text:
    """A sentence of ours with what the officers add to it."""
    added = added.strip()
    if not added:
        return kept
    return Text(th=f"{kept.say('th')} {added}", en=f"{kept.say('en')} {added}")


def limited(frame: str, added: str, why_less: Text | None) -> Text:
    """The sentence on limitations: ours for the frame, what the officers add, and why
    the survey counts as less than it set out to be."""
    told = counted(LIMITS[frame], added)
    if why_less is None:
        return told
    return Text(
        th=f"{told.say('th')} {why_less.say('th')}",
        en=f"{told.say('en')} {why_less.say('en')}",
    )


def no_outcome(participation: Mapping[str, Any]) -> Absent:
    """Why volunteers have no response rate, with what can be counted of them."""
    started, completed = participation["started"], participation["completed"]
    return absent(
        "ผู้ตอบสมัครใจผ่านลิงก์ที่เปิดให้ทุกคน จึงไม่มีอัตราตอบกลับ: "
        f"เริ่มตอบ {started} คน ตอบจบ {completed} คน",
        "volunteers through a link open to all have no response rate: "
        f"{started} started and {completed} completed",
    )
