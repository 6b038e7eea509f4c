"""An indicator in the concepts of official statistics, in Thai and in English.

The ids are those of the UN's metadata template for indicators, which follow SDMX:
https://unstats.un.org/sdgs/metadata/
"""

from collections.abc import Mapping

from surveys import record_words as words
from surveys.catalogue import Framework, Indicator
from surveys.evidence import phrases
from surveys.evidence.figure import Figure, present, why_not
from surveys.question import Text
from surveys.record import Absent, IndicatorRecord
from surveys.record_words import absent

UNITS = {
    "percent": Text(th="ร้อยละ (0 ถึง 100)", en="percent, 0 to 100"),
    "points": Text(th="คะแนน", en="points of the scale"),
    "days": Text(th="วัน", en="days"),
    "count": Text(th="จำนวน", en="number"),
    "people": Text(th="คน", en="people"),
}
SOURCES = {
    "service": Text(
        th="บันทึกของระบบสนทนานี้", en="administrative records of this service"
    ),
    "manual": Text(th="เอกสารที่เจ้าหน้าที่ป้อน", en="a document, entered by an officer"),
}
SURVEY = Text(th="แบบสอบถามในแชต", en="sample or volunteer survey in chat")
NO_VALUE = absent("ยังไม่มีค่าที่ปิดยอดแล้ว", "there is no value yet that has been settled")
EMPTY = absent("ยังไม่ได้กรอก", "not filled in yet")
NOTHING = absent("ไม่มีคำตอบที่ตัดออก", "no response was left out")
Concepts = dict[str, Text | Absent]
# What only a value can tell.
VALUES = (
    "META_LAST_UPDATE",
    "CONTACT_ORGANISATION",
    "CONTACT_MAIL",
    "DATA_SOURCE",
    "COLL_METHOD",
    "COVERAGE",
    "DOC_METHOD",
    "ADJUSTMENT",
    "DATA_VALIDATION",
    "COMPARABILITY",
    "QUALITY_ASSURE",
    "REC_USE_LIM",
)


def of(
    framework: Framework, indicator: Indicator, record: IndicatorRecord | None
) -> Concepts:
    """Concept id -> what is known, or why it is not. `record` is of the newest settled
    value; None: there is none, and what only a value can tell says so."""
    found: Concepts = {
        "STAT_CONC_DEF": phrases.joined([indicator.definition, indicator.base]),
        "UNIT_MEASURE": UNITS[indicator.unit],
        "SOURCE_TYPE": SOURCES.get(indicator.kind, SURVEY),
        "DATA_COMP": indicator.formula or words.NO_FORMULA,
        "COMPILING_ORG": indicator.owner,
        "OTHER_DOC": _sources(framework, indicator),
    }
    return found | (_of_value(record) if record else dict.fromkeys(VALUES, NO_VALUE))


def _of_value(record: IndicatorRecord) -> Concepts:
    figure = Figure(record, None)
    population = present(record.population)
    modes, exclusions = present(record.modes), present(record.exclusions)
    return {
        "META_LAST_UPDATE": _said(record.as_of.isoformat() if record.as_of else None),
        "CONTACT_ORGANISATION": _said(record.responsible),
        "CONTACT_MAIL": _said(record.contact),
        "DATA_SOURCE": _questions(record),
        "COLL_METHOD": _counts(modes) if modes else _why(record.modes),
        "COVERAGE": _said(population.who) if population else _why(record.population),
        "DOC_METHOD": phrases.same(record.method),
        "ADJUSTMENT": phrases.weighting(figure),
        "DATA_VALIDATION": _counts(exclusions)
        if exclusions
        else _why(record.exclusions, NOTHING),
        "COMPARABILITY": phrases.comparability(figure),
        "QUALITY_ASSURE": phrases.approvals(figure),
        "REC_USE_LIM": record.limitations or EMPTY,
    }


def _said(text: str | None) -> Text | Absent:
    return phrases.same(text) if text else EMPTY


def _why(field: object, otherwise: Absent = EMPTY) -> Absent:
    reason = why_not(field)
    return Absent(reason=reason) if reason else otherwise


def _counts(counted: Mapping[str, int | str]) -> Text:
    """line: 312 · telegram: 41"""
    return phrases.same(" · ".join(f"{name}: {n}" for name, n in counted.items()))


def _questions(record: IndicatorRecord) -> Text | Absent:
    asked = present(record.questions)
    if not asked:
        return _why(record.questions)
    return phrases.joined(each.text for each in asked)


def _sources(framework: Framework, indicator: Indicator) -> Text | Absent:
    urls = [each.url for each in (*indicator.source, *framework.source)]
    if not urls:
        return absent("ไม่มีเอกสารต้นทาง: เป็นร่างของเราเอง", "no source: our own draft")
    return phrases.same(" ".join(dict.fromkeys(urls)))
