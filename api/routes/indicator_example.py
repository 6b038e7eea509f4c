"""The example of an indicator's value that the document of the interface shows."""

from typing import Any

HASH = "0" * 64
# Made up, and told as such a value is: a test makes one of the same answers.
EXAMPLE: dict[str, Any] = {
    "period": "w1",
    "first": "2026-11-24",
    "last": "2026-12-01",
    "language": "all",
    "state": "released",
    "unit": "percent",
    "direction": "up",
    "edition": "2",
    "definition": {
        "th": ("ร้อยละของผู้ตอบที่ “พอใจ” หรือ “พอใจมาก” กับการพูดคุยและรับฟังกัน"),
        "en": (
            "Share of respondents who are “satisfied” or “very satisfied” "
            "with the dialogue"
        ),
    },
    "formula": {
        "th": "จำนวนผู้เลือก 4 หรือ 5 ÷ จำนวนผู้ตอบข้อนี้ × 100",
        "en": ("those who chose 4 or 5 ÷ those who answered this question × 100"),
    },
    "base": {
        "th": "ผู้ที่ตอบข้อนี้ ไม่นับผู้ที่ตอบว่าไม่ทราบหรือข้ามข้อนี้",
        "en": (
            "Those who answered this question; those who said they do not "
            "know or skipped it are not counted"
        ),
    },
    "value": 40.0,
    "low": 33.06407896837856,
    "high": 47.361405420614176,
    "n": 180,
    "skipped": 0,
    "dont_know": 0,
    "numerator": 72,
    "note": None,
    "interval": {
        "low": 33.06407896837856,
        "high": 47.361405420614176,
        "level_pct": 95,
        "method": "wilson",
        "modelled": True,
        "label": {
            "th": "ช่วงความเชื่อมั่นเชิงแบบจำลอง 95% (ผู้ตอบสมัครใจ)",
            "en": "modelled 95% confidence interval (volunteer respondents)",
        },
    },
    "population": {
        "who": "ผู้ที่อยู่หรือทำงานในอ้อมน้อย อายุ 18 ปีขึ้นไป",
        "size": 53821,
    },
    "frame": {
        "kind": "open_link",
        "note": "ลิงก์และ QR ที่ตลาดกับโรงงาน 12 แห่ง",
    },
    "exclusions": {},
    "outcome": None,
    "weighting": {
        "applied": "raked",
        "rule": {
            "th": (
                "ถ่วงน้ำหนักแบบ raking ให้สัดส่วนผู้ตอบตรงกับประชากร น้ำหนักอยู่ในช่วง 0.3 ถึง 3.0"
            ),
            "en": (
                "raked so that respondents are spread as the population is; "
                "weights kept within 0.3 and 3.0"
            ),
        },
        "margins": ["role"],
        "source": "a register",
        "n_eff": 176.7272727272727,
        "deff": 1.0185185185185188,
    },
    "questions": [
        {
            "survey": "town_life",
            "survey_version": 1,
            "key": "dialogue",
            "version": "1",
            "sha256": HASH,
            "text": {
                "th": ("คุณพอใจกับการพูดคุยและรับฟังกัน ระหว่างโรงงาน เมือง และชุมชน แค่ไหนคะ"),
                "en": (
                    "How satisfied are you with the dialogue between factories, "
                    "town and community?"
                ),
            },
            "choices": {
                "1": {
                    "th": "ไม่พอใจมาก",
                    "en": "Very dissatisfied",
                },
                "2": {
                    "th": "ไม่พอใจ",
                    "en": "Dissatisfied",
                },
                "3": {
                    "th": "เฉย ๆ",
                    "en": "In between",
                },
                "4": {
                    "th": "พอใจ",
                    "en": "Satisfied",
                },
                "5": {
                    "th": "พอใจมาก",
                    "en": "Very satisfied",
                },
            },
        }
    ],
    "threshold": None,
    "change": None,
    "limitations": {
        "th": (
            "ผู้ตอบสมัครใจเข้ามาเอง จึงไม่ใช่ตัวแทนของประชากรทั้งหมด "
            "ช่วงความเชื่อมั่นบอกความคลาดเคลื่อนจากจำนวนผู้ตอบ "
            "ไม่ได้รวมความลำเอียงจากการที่ใครเลือกตอบ "
            "นับเป็นระดับให้ข้อมูล (Inform) "
            "เพราะไม่ได้สัญญาไว้ว่าจะบอกผู้ตอบวันไหนว่าความเห็นนำไปทำอะไร"
        ),
        "en": (
            "Respondents volunteered and do not stand for the whole "
            "population. The interval covers the spread that comes from "
            "their number, not the bias of who chose to answer. It counts "
            "as Inform, not Consult: no day was promised by which people "
            "are told what came of their answers."
        ),
    },
    "evidence": {
        "dataset_sha256": HASH,
        "questionnaire_sha256": HASH,
        "margins_sha256": HASH,
        "wave_sha256": HASH,
        "code_version": "0.4.0",
        "source": None,
        "verify": "ecotown indicator verify ET-S5 w1 --revision 1",
    },
    "method": "2: share of those who answered; Wilson interval 95 %; raked",
    "status": "final",
    "revision": 1,
    "reason": None,
    "before": None,
    "as_of": "2026-12-01",
    "published_at": "2026-12-01T03:00:00Z",
    "approved_by": ["Boon", "Chai"],
    "responsible": "กองสาธารณสุขและสิ่งแวดล้อม",
    "contact": "02-000-0000",
    "reasons": {
        "outcome": {
            "th": (
                "ผู้ตอบสมัครใจผ่านลิงก์ที่เปิดให้ทุกคน จึงไม่มีอัตราตอบกลับ: เริ่มตอบ 180 คน ตอบจบ 180 คน"
            ),
            "en": (
                "volunteers through a link open to all have no response rate: "
                "180 started and 180 completed"
            ),
        },
        "threshold": {
            "th": "ยังไม่ตั้งเกณฑ์: ไม่มีเกณฑ์ที่ตรวจถึงต้นทางแล้ว",
            "en": "no threshold is set: none has been checked at its source",
        },
        "change": {
            "th": "ไม่มีรอบก่อนให้เทียบ",
            "en": "there is no earlier wave to compare with",
        },
        "bands": {
            "th": "ใช้กับค่าเฉลี่ย 1 ถึง 5 เท่านั้น",
            "en": "for means from 1 to 5 only",
        },
        "alpha": {
            "th": "ใช้กับดัชนีหลายข้อเท่านั้น",
            "en": "for scales of several items only",
        },
    },
    "made_up": True,
    "computed_at": "2026-12-01T03:00:00Z",
    "official": False,
    "careful": False,
    "unweighted": {
        "n": 180,
        "value": 40.0,
        "low": 33.124263229026106,
        "high": 47.29364672940615,
        "n_eff": None,
        "deff": None,
    },
    "weighted": {
        "n": 180,
        "value": 40.0,
        "low": 33.06407896837856,
        "high": 47.361405420614176,
        "n_eff": 176.7272727272727,
        "deff": 1.0185185185185188,
    },
    "by_mode": {
        "self": {
            "n": 120,
            "value": 40.0,
            "low": 31.676408120837145,
            "high": 48.94397520753693,
            "n_eff": None,
            "deff": None,
        },
        "interviewer": {
            "n": 60,
            "value": 40.0,
            "low": 28.56949053488255,
            "high": 52.63394650795924,
            "n_eff": None,
            "deff": None,
        },
    },
    "flags_removed": {
        "told": {
            "n": 30,
            "value": 40.0,
            "low": 24.59062811680186,
            "high": 57.67963974667752,
            "n_eff": None,
            "deff": None,
        },
        "apart": False,
    },
    "calibration_gap": {
        "points": -10.0,
        "value": 20.0,
        "low": 14.769147925702011,
        "high": 26.507305241276235,
        "n": 180,
        "weighted": True,
        "known": 30.0,
        "question": {
            "th": ("คุณพอใจกับการพูดคุยและรับฟังกัน ระหว่างโรงงาน เมือง และชุมชน แค่ไหนคะ"),
            "en": (
                "How satisfied are you with the dialogue between factories, "
                "town and community?"
            ),
        },
        "source": "a register",
        "as_of": "2026-01-01",
    },
    "bands": None,
    "alpha": None,
    "denominator": 180,
    "modes": {
        "line": 120,
        "phone": 60,
    },
    "left_out": {
        "skipped": 0,
        "dont_know": 0,
        "not_asked": 0,
        "outside": 0,
    },
}
