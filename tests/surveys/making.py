"""Small surveys for tests, as data that a test can spoil."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from surveys import definition
from surveys.definition import Question, Survey


def text(words: str) -> dict[str, str]:
    return {"th": words, "en": f"{words} en", "my": f"{words} my"}


def choices(*keys: str) -> list[dict[str, Any]]:
    return [{"key": key, "label": text(f"label {key}")} for key in keys]


SURVEY: dict[str, Any] = {
    "key": "small",
    "version": 1,
    "status": "draft",
    "level": "consult",
    "languages": ["th", "en", "my"],
    "reviewed": {"th": True},
    "title": text("title"),
    "intro": text("intro"),
    "thanks": text("thanks"),
    "purpose": text("purpose"),
    "questions": [
        {
            "key": "pick",
            "kind": "single",
            "text": text("pick"),
            "choices": choices("red", "blue"),
        },
        {
            "key": "rate",
            "kind": "scale5",
            "text": text("rate"),
            "choices": [
                {"key": str(point), "label": text(f"level {word}")}
                for point, word in enumerate(("aa", "bb", "cc", "dd", "ee"), start=1)
            ],
        },
        {
            "key": "many",
            "kind": "multiple",
            "text": text("many"),
            "choices": choices("fox", "dog", "owl"),
        },
        {
            "key": "count",
            "kind": "number",
            "text": text("count"),
            "min": 0,
            "max": 9,
        },
        {"key": "say", "kind": "open", "text": text("say")},
    ],
}


def data() -> dict[str, Any]:
    return deepcopy(SURVEY)


def survey(**changes: Any) -> Survey:
    return Survey.model_validate(data() | changes)


def question(**changes: Any) -> Question:
    return Question.model_validate(data()["questions"][0] | changes)


def write(path: Path, value: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    value = json.loads(json.dumps(value))  # without it YAML would write aliases
    path.write_text(
        yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return path


PARTICIPATION = definition.load(definition.DIRECTORY / "participation.yaml")
