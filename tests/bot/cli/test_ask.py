"""`ecotown ask`: a question tried over the shipped articles, nothing stored."""

import json

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.ask import ask, outcome

app = typer.Typer()
app.command()(ask)


def typed(*words):
    return CliRunner().invoke(app, list(words))


def test_a_sure_answer_names_its_article_and_facts():
    done = typed("รหัสไปรษณีย์อ้อมน้อยคืออะไร", "--json")
    result = json.loads(done.output)
    assert result["outcome"] == "answer"
    [article] = result["articles"]
    assert article["slug"] == "om-noi-postcode"
    assert article["facts"] == ["q040"]
    assert article["score"] > 0.5
    assert 0.8 < result["confidence"] <= 1


def test_the_title_is_said_in_the_language_asked_for():
    done = typed("what is the postcode of om noi", "--language", "en")
    assert done.output.startswith("answer")
    assert "om-noi-postcode: " in done.output
    assert done.output.isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("น้ำเสียโรงงาน", "suggest"), ("บอลคืนนี้ใครชนะ", "unknown"), ("ไฟไหม้", "emergency")],
)
def test_every_outcome_is_named(text, expected):
    assert outcome(text, "th")["outcome"] == expected


def test_danger_is_named_by_its_kind():
    assert outcome("แก๊สรั่ว", "th")["emergency"] == "chemical"
    assert "emergency" in typed("แก๊สรั่ว").output


def test_a_file_of_questions_is_answered_line_by_line(tmp_path):
    file = tmp_path / "q.jsonl"
    file.write_text(
        '{"qid": 7, "text": "อ้อมน้อยมีประชากรกี่คน"}\n\n'
        '{"qid": 8, "text": "what is an eco town", "language": "en"}\n',
        encoding="utf-8",
    )
    done = typed("--file", str(file), "--json")
    lines = [json.loads(line) for line in done.output.splitlines()]
    assert [line["qid"] for line in lines] == [7, 8]
    assert lines[0]["articles"][0]["slug"] == "om-noi-population"


@pytest.mark.parametrize("line", ["not json", '{"question": "a"}', "[1]", '"a"'])
def test_a_line_that_is_no_question_is_named(tmp_path, line):
    file = tmp_path / "q.jsonl"
    file.write_text(f'{{"text": "a"}}\n{line}\n', encoding="utf-8")
    done = typed("--file", str(file))
    assert done.exit_code == 1
    assert "q.jsonl:2:" in done.output


def test_a_question_is_needed():
    assert typed().exit_code == 1
