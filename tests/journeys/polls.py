"""Small surveys in Thai for tests that read as transcripts, and waves of them."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from api.store import waves
from api.store.models import Wave
from surveys.definition import Survey


def poll(*questions: dict[str, Any], version: int = 1, **fields: Any) -> Survey:
    """A survey of these questions, in Thai only."""
    return Survey.model_validate(
        {
            "key": "poll",
            "version": version,
            "status": "draft",
            "level": "consult",
            "languages": ["th"],
            "reviewed": {"th": True},
            "title": {"th": "น้ำและอากาศในอ้อมน้อย"},
            "intro": {"th": "อยากรู้ว่าคนอ้อมน้อยเจออะไรบ้าง จะได้แก้ให้ตรงจุดค่ะ"},
            "thanks": {"th": "ขอบคุณที่ช่วยตอบค่ะ"},
            "purpose": {"th": "ใช้วางแผนดูแลน้ำและอากาศ"},
            "questions": list(questions),
            **fields,
        }
    )


def question(
    key: str, kind: str, text: str, *labels: str, **fields: Any
) -> dict[str, Any]:
    """A question; its choices are keyed a, b, c, ... or by the points of a scale."""
    names = "12345" if kind == "scale5" else "abcdefghijklmnopqrstuvwxyz"
    choices = [
        {"key": name, "label": {"th": label}}
        for name, label in zip(names, labels, strict=False)
    ]
    made = {"key": key, "kind": kind, "text": {"th": text}, **fields}
    return made | ({"choices": choices} if choices else {})


def scale(key: str, text: str, **fields: Any) -> dict[str, Any]:
    labels = ("แย่มาก", "แย่", "เฉย ๆ", "ดี", "ดีมาก")
    return question(key, "scale5", text, *labels, **fields)


def yes_no(key: str, text: str, **fields: Any) -> dict[str, Any]:
    return question(key, "single", text, "เคย", "ไม่เคย", **fields)


def asks(
    session: Session, survey: Survey, now: datetime, *, key: str = "w1", **fields: Any
) -> Wave:
    """An open wave of the survey; `fields` are the wave's own."""
    version = waves.store_version(session, survey, now)
    wave = waves.open_wave(
        session, key=key, version=version, population="คนอ้อมน้อย", now=now
    )
    for name, value in fields.items():
        setattr(wave, name, value)
    session.flush()
    return wave
