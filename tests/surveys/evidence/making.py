"""A made-up pack, large enough for every part to have something in it."""

import hashlib
import random
from datetime import UTC, date, datetime

from content.dates import say_date
from content.richmenu import FONTS
from surveys import definition, estimate, flow, record_words, versions
from surveys.estimate import Threshold, change, outcomes
from surveys.estimate.likert import Band
from surveys.evidence import counting, files, words
from surveys.evidence.figure import Figure
from surveys.evidence.pack import (
    Count,
    Coverage,
    Method,
    Pack,
    Reminders,
    RowFile,
    Share,
    Status,
    WaveEvidence,
    Weighting,
)
from surveys.question import Text
from surveys.record import (
    Bands,
    Beside,
    Changed,
    Cleaned,
    IndicatorRecord,
    Interval,
    LeftOut,
    Period,
    Revision,
    Target,
)
from surveys.record import Weighting as Weighed

WAVE = "participation-2026-10"

WHERE = {"fonts": FONTS, "say_date": say_date}


def said(th: str, en: str) -> Text:
    return Text(th=th, en=en)


def survey() -> definition.Survey:
    return definition.load(definition.DIRECTORY / "participation.yaml")


def answers(question, count: int, seed: int = 7):
    """How often each answer was given, made up but always the same."""
    dice = random.Random(f"{question.key} {seed}")
    given: dict[flow.Answer, int] = {}
    for _ in range(count):
        chance = dice.random()
        if chance < 0.03:
            answer = flow.Answer(flow.State.SKIPPED)
        elif chance < 0.05:
            answer = flow.Answer(flow.State.DONT_KNOW)
        elif question.choices:
            value = dice.choice(question.values)
            if question.kind == "multiple":
                value = (value,)
            answer = flow.Answer(flow.State.ANSWERED, value)
        elif question.kind == "number":
            number = dice.randint(int(question.min), int(question.max))
            answer = flow.Answer(flow.State.ANSWERED, number)
        else:
            answer = flow.Answer(flow.State.ANSWERED, "text")
        given[answer] = given.get(answer, 0) + 1
    return list(given.items())


def method(**other) -> Method:
    facts = {
        "population": "ผู้ที่อาศัยหรือทำงานในเทศบาลนครอ้อมน้อย อายุ 18 ปีขึ้นไป",
        "population_size": 53821,
        "frame": outcomes.Frame.INVITED_LIST,
        "frame_note": "รายชื่อผู้ติดตามที่ยินยอมรับแบบสอบถาม ณ วันเปิดรอบ",
        "opened_on": date(2026, 10, 1),
        "closed_on": date(2026, 10, 31),
        "modes": (
            Count("line", words.text("mode.line"), 301),
            Count("telegram", words.text("mode.telegram"), 88),
            Count("enumerator", words.text("mode.enumerator"), 23),
        ),
        "languages": (
            Count("th", words.text("language.th"), 380),
            Count("en", words.text("language.en"), 32),
        ),
        "responsible": "กองสวัสดิการสังคม เทศบาลนครอ้อมน้อย",
        "contact": "02-000-0000",
        "consent": words.text("consent"),
        "min_age": 18,
        "reminders": Reminders(sent=760, people=512, at_most=2),
    }
    return Method(**{**facts, **other})


def coverage() -> tuple[Coverage, ...]:
    rows = (
        ("18-29", "18 ถึง 29 ปี", "18 to 29", 0.22, 148),
        ("30-44", "30 ถึง 44 ปี", "30 to 44", 0.31, 151),
        ("45-59", "45 ถึง 59 ปี", "45 to 59", 0.26, 83),
        ("60+", "60 ปีขึ้นไป", "60 and over", 0.21, 30),
    )
    ages = tuple(
        Share(key, said(th, en), part, n, n / 412) for key, th, en, part, n in rows
    )
    sexes = (
        Share("f", said("หญิง", "women"), 0.52, 230, 230 / 412),
        Share("m", said("ชาย", "men"), 0.48, 182, 182 / 412),
    )
    source = "ทะเบียนราษฎร กรมการปกครอง ธ.ค. 2568"
    return (
        Coverage("age_band", said("ช่วงอายุ", "Age band"), source, ages),
        Coverage("sex", said("เพศ", "Sex"), source, sexes),
    )


def record(code: str, th: str, en: str, hits: int, n: int, **other) -> IndicatorRecord:
    interval = estimate.wilson(hits, n)
    low, high = interval.low * 100, interval.high * 100
    facts = {
        "framework": "ecotown_social_draft",
        "edition": "1",
        "code": code,
        "name": said(th, en),
        "definition": said("ร้อยละของผู้ตอบที่เลือก 4 หรือ 5", "Share who gave 4 or 5"),
        "formula": said("จำนวนที่ตอบ 4 หรือ 5 ÷ จำนวนที่ตอบ", "4 or 5 ÷ answered"),
        "official": False,
        "kind": "top2",
        "language": "all",
        "made_up": True,
        "value": hits / n * 100,
        "unit": "percent",
        "direction": "up",
        "n": n,
        "base": said("ผู้ที่ตอบข้อนี้", "everyone who answered"),
        "left_out": LeftOut(skipped=6, dont_know=5, not_asked=0, outside=0),
        "population": {"who": "ผู้ที่อาศัยหรือทำงานในอ้อมน้อย", "size": 53821},
        "frame": {"kind": "invited_list", "note": "รายชื่อผู้ติดตาม"},
        "period": Period(key=WAVE, first=date(2026, 10, 1), last=date(2026, 10, 31)),
        "as_of": date(2026, 11, 2),
        "modes": {"line": 301, "telegram": 88},
        "outcome": record_words.NOBODY_INVITED,
        "interval": Interval(
            low=low, high=high, level_pct=95, method="wilson", modelled=True,
            label=record_words.MODELLED,
        ),
        "weighting": Weighed(applied="none", rule=record_words.UNWEIGHTED),
        "method": "2: share of those who answered; Wilson interval 95 %; unweighted",
        "questions": (),
        "exclusions": {"staff": 6},
        "limitations": record_words.INVITED,
        "responsible": "กองสวัสดิการสังคม",
        "contact": "02-000-0000",
        "evidence": record_words.NOT_TOLD,
        "status": "final",
        "revision": Revision(number=1),
        "level": "consult",
        "threshold": record_words.NO_THRESHOLD,
        "change": record_words.NO_EARLIER,
        "bands": record_words.NO_BANDS,
        "alpha": record_words.NO_ALPHA,
        "unweighted": record_words.NO_WEIGHTS,
        "weighted": record_words.NO_WEIGHTS,
        "flags_removed": record_words.NO_FLAGS,
        "by_mode": record_words.ONE_MODE,
        "calibration_gap": record_words.NO_BENCHMARK,
        "numerator": hits,
        "denominator": n,
    }  # fmt: skip
    return IndicatorRecord.model_validate({**facts, **other})


def figure(*given, **other) -> Figure:
    made = record(*given, **other)
    return Figure(made, f"ecotown indicator verify {made.code} {WAVE}")


def figures() -> tuple[Figure, ...]:
    moved = change.shares(176, 320, 214, 398)
    return (
        figure(
            "ET-S3", "การเข้าถึงข้อมูลเรื่องโรงงานและสิ่งแวดล้อม",
            "Access to information on factories and the environment", 286, 401,
            threshold=Target(
                value=60, rule="interval", outcome=Threshold.MET, sources=()
            ),
            weighting=Weighed(
                applied="raked", rule=record_words.RAKED, margins=("age", "sex"),
                n_eff=312.4, deff=1.2836,
            ),
            unweighted=Beside(n=401, value=70.8, low=66.2, high=75.1),
            flags_removed=Cleaned(
                told=Beside(n=392, value=71.2, low=66.5, high=75.4), apart=False
            ),
            by_mode={
                "self": Beside(n=320, value=69.1, low=63.8, high=73.9),
                "interviewer": Beside(n=81, value=79.0, low=68.9, high=86.5),
            },
        ),
        figure(
            "ET-S5", "ความพอใจต่อการพูดคุยระหว่างโรงงาน เมือง และชุมชน",
            "Satisfaction with the dialogue between factories, town and community",
            214, 398,
            threshold=Target(
                value=55, rule="interval", outcome=Threshold.UNCERTAIN, sources=()
            ),
            change=Changed(
                since="participation-2026-04",
                since_revision=1, value=moved.value * 100,
                low=moved.low * 100, high=moved.high * 100, method=moved.method,
                direction=moved.direction, words=record_words.CHANGES[moved.direction],
            ),
        ),
        figure(
            "ET-S6", "คุณภาพชีวิตของแรงงาน", "Quality of life of workers", 12, 21,
            value=record_words.TOO_FEW, interval=record_words.TOO_FEW,
        ),
        figure(
            "ET-S8", "ความพอใจโดยรวม (ค่าเฉลี่ย)", "Satisfaction overall, mean", 345, 400,
            kind="mean", unit="points", value=4.225,
            interval=Interval(
                low=4.144, high=4.306, level_pct=95, method="bootstrap", modelled=True,
                label=record_words.MODELLED, seed=7, replicates=2000,
            ),
            bands=Bands(
                scheme="boonchom", bands=(Band.HIGH,), words=said("มาก", "high")
            ),
        ),
    )  # fmt: skip


def wave(**other) -> WaveEvidence:
    asked = survey()
    tallies = tuple(
        counting.tally(question, answers(question, 405), asked=412)
        for question in asked.questions
    )
    found = outcomes.Outcomes(412, 38, 25, 610, 5, 150, 12, 450)
    facts = {
        "key": WAVE,
        "method": method(),
        "survey": asked,
        "versions": versions.of(asked, [asked]),
        "questionnaire_sha256": definition.sha256(asked),
        "dataset_sha256": hashlib.sha256(b"answers").hexdigest(),
        "dataset_rows": 412,
        "margins_sha256": hashlib.sha256(b"margins").hexdigest(),
        "frozen_on": date(2026, 11, 2),
        "code_version": "1.4.0+3f2c1d0",
        "outcomes": found,
        "rates": outcomes.rates(found, outcomes.Frame.INVITED_LIST, 0.9),
        "opened_link": outcomes.open_link(475, 412, 520),
        "exclusions": (
            Count("staff", words.text("exclusion.staff"), 6),
            Count("duplicate", words.text("exclusion.duplicate"), 3),
        ),
        "flags": (Count("speeding", words.text("flag.speeding"), 9),),
        "coverage": coverage(),
        "weighting": Weighting(
            weighted=True, rule=record_words.RAKED, n_eff=312.4, deff=1.3188,
            lowest=0.3, highest=3.0, trimmed=4, gap=0.0012, iterations=14,
            no_weight=3, merged=("community: หมู่ 7 + หมู่ 8",),
        ),
        "tallies": tallies,
        "limitations": record_words.INVITED,
        "made_up": True,
    }  # fmt: skip
    return WaveEvidence(**{**facts, **other})


def open_wave(**other) -> WaveEvidence:
    """A wave whose link was open to all: nobody was invited, and there is no rate."""
    facts = {
        "method": method(frame=outcomes.Frame.OPEN_LINK, reminders=None),
        "outcomes": None,
        "rates": outcomes.rates(outcomes.Outcomes(), outcomes.Frame.OPEN_LINK),
        "coverage": (),
        "weighting": Weighting(weighted=False, rule=record_words.UNWEIGHTED),
    }
    return wave(**{**facts, **other})


def small_tally():
    """A table with a count of three in it, and what is hidden for its sake."""
    question = survey().questions[0]
    given = [
        (flow.Answer(flow.State.ANSWERED, key), count)
        for key, count in (("yes", 3), ("no", 20), ("unsure", 40))
    ]
    return counting.tally(question, given, asked=63)


def rows() -> RowFile:
    header = ("day", "channel", "language", "heard")
    labels = ("วันที่ตอบ", "ช่องทาง", "ภาษา", "เคยได้ยินไหม")
    told = tuple(
        ("2026-10-03", channel, "th", answer)
        for channel in ("line", "telegram")
        for answer in ("เคย", "ไม่เคย", "เคย", "=1+1", "เคย", "ไม่แน่ใจ")
    )
    return RowFile(WAVE, header, labels, told, 7, 31)


def pack(**other) -> Pack:
    found = wave()
    facts = {
        "kind": "wave",
        "name": found.key,
        "title": words.both("title.wave", title=found.survey.title),
        "about": words.text("about.wave"),
        "made_at": datetime(2026, 11, 24, 3, 0, tzinfo=UTC),
        "code_version": "1.4.0",
        "status": Status.DRAFT,
        "made_up": True,
        "responsible": found.method.responsible,
        "contact": found.method.contact,
        "waves": (found,),
        "figures": figures(),
        "rows": (rows(),),
    }
    return Pack(**{**facts, **other})


def render(made: Pack) -> dict[str, bytes]:
    return files.render(made, **WHERE)
