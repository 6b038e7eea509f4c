"""`ecotown survey understand`: what replies in a file mean."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.survey import app

YEARS = {"kind": "number", "text": "อยู่มากี่ปีแล้วคะ", "min": 0, "max": 100}
TAKEN_PART = {"kind": "yesno", "text": "คุณเคยเข้าร่วมกิจกรรมไหม"}


def told(file, *lines: Any, flags=("--json",)):
    texts = [
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
        for line in lines
    ]
    file.write_text("\n".join(texts), encoding="utf-8")
    return CliRunner().invoke(app, ["understand", "--file", str(file), *flags])


def test_every_line_is_answered_by_one(tmp_path):
    done = told(
        tmp_path / "replies.jsonl",
        {"id": "a", "question": YEARS, "reply": "ยี่สิบปีค่ะ"},
        "",
        {"id": 2, "question": YEARS, "reply": "จำไม่ได้"},
        {"id": "c", "question": TAKEN_PART, "reply": "ไม่เคยค่ะ"},
        {"id": "d", "question": TAKEN_PART, "reply": "กิจกรรมไหน"},
    )
    assert done.exit_code == 0
    assert [json.loads(line) for line in done.output.splitlines()] == [
        {"id": "a", "means": {"answer": 20}},
        {"id": 2, "means": {"dont_know": True}},
        {"id": "c", "means": {"answer": "no"}},
        {"id": "d", "means": {"not_understood": True}},
    ]


def test_without_json_a_person_can_read_it(tmp_path):
    row = {"id": "a", "question": YEARS, "reply": "20 ปี"}
    done = told(tmp_path / "replies.jsonl", row, flags=())
    assert done.output == "a: 20 ปี: answer 20\n"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ("[" * 100_000, "nested too deep"),
        ('{"id": "\\ud800", "question": {}, "reply": "1"}', "not JSON"),
        ({"question": YEARS, "reply": "1"}, 'has no "id"'),
        ({"id": 1, "reply": "1"}, 'has no "question"'),
        ({"id": 1, "question": YEARS}, 'has no "reply"'),
        ({"id": 1, "question": "?", "reply": "1"}, '"question" is not an object'),
        ({"id": 1, "question": YEARS, "reply": 1}, '"reply" is not a text'),
        ({"id": 1, "question": {"kind": "essay"}, "reply": "1"}, '"kind" is none of'),
    ],
)
def test_a_bad_line_is_told_with_its_reason_and_the_rest_is_answered(
    tmp_path, line, reason
):
    file = tmp_path / "replies.jsonl"
    good = {"id": "a", "question": YEARS, "reply": "1"}
    done = told(file, good, line, good | {"id": "b"})
    assert done.exit_code == 1
    assert [json.loads(each)["id"] for each in done.stdout.splitlines()] == ["a", "b"]
    [problem] = done.stderr.splitlines()
    assert problem.startswith(f"{file}:2: ")
    assert reason in problem


def test_every_bad_line_is_told(tmp_path):
    file = tmp_path / "replies.jsonl"
    done = told(file, "{", "", "[]", flags=())
    assert done.exit_code == 1
    assert done.stdout == ""
    assert [each.split(": ")[0] for each in done.stderr.splitlines()] == [
        f"{file}:1",
        f"{file}:3",
    ]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    file = tmp_path / "replies.jsonl"
    file.write_bytes(b"\xff\xfe")
    done = CliRunner().invoke(app, ["understand", "--file", str(file)])
    assert done.exit_code == 1
    assert "not UTF-8" in done.stderr
