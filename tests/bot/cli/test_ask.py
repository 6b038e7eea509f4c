"""`ecotown ask`: a question tried over the shipped articles, nothing stored."""

import json

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.ask import ask

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


OUTCOMES = {
    "รหัสไปรษณีย์อ้อมน้อยคืออะไร": "answer",
    "น้ำเสียโรงงาน": "suggest",
    "บอลคืนนี้ใครชนะ": "unknown",
    "ไฟไหม้บ้านครับ": "emergency",
    "ขอบคุณมากค่ะ": "smalltalk",
    "ไอ้บอทโง่": "smalltalk",
    "ขอคุยกับเจ้าหน้าที่": "person",
    "เมนู": "menu",
    "หยุด": "stop",
}


def test_every_outcome_is_named_as_the_conversation_takes_it(tmp_path):
    file = tmp_path / "q.jsonl"
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(OUTCOMES)]
    file.write_text("\n".join(lines), encoding="utf-8")
    done = typed("--file", str(file), "--json")
    found = [json.loads(line) for line in done.output.splitlines()]
    assert [each["outcome"] for each in found] == list(OUTCOMES.values())
    assert [each["id"] for each in found] == list(range(len(OUTCOMES)))


def test_one_question_leaves_nothing_for_the_next(tmp_path):
    file = tmp_path / "q.jsonl"
    line = json.dumps({"text": "แล้วปีหน้าล่ะ"})
    before = json.dumps({"text": "เป้าหมายของสมุทรสาครต้องถึงระดับไหน ปีไหน"})
    file.write_text(f"{before}\n{line}\n{line}\n{line}\n", encoding="utf-8")
    done = typed("--file", str(file), "--json")
    outcomes = [json.loads(each)["outcome"] for each in done.output.splitlines()]
    assert outcomes[1:] == ["unknown"] * 3


def test_several_questions_name_an_article_each():
    done = typed("เมืองนิเวศมีกี่ระดับ แล้ว 5 มิติมีอะไรบ้าง", "--json")
    result = json.loads(done.output)
    assert [a["slug"] for a in result["articles"]] == ["five-levels", "five-dimensions"]


def test_danger_is_named_by_its_kind():
    assert "emergency" in typed("แก๊สรั่ว").output
    assert json.loads(typed("แก๊สรั่ว", "--json").output)["emergency"] == "chemical"


def test_a_language_that_is_none_of_ours_is_refused():
    done = typed("hello", "--language", "fr")
    assert done.exit_code == 1
    assert "th, en or my" in done.output


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
