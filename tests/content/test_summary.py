"""What makes a chat report hard to read, and the shipped draft."""

from datetime import date

import pytest

from content import messages, summary

TITLE = "ผลตรวจน้ำคลอง"
BODY = "ผล: น้ำดีขึ้น\nต่อไป: ตรวจอีกครั้ง 30 มิ.ย. 2569"


def keys(title=TITLE, body=BODY, language="th"):
    return [problem.key for problem in summary.problems(title, body, language)]


def test_a_short_plain_report_has_no_problem():
    assert keys() == []


def test_the_sample_of_the_method_has_no_problem():
    body = (
        "ผล: พอใจ 76% (ราว 3 ใน 4 คน)\n"
        "ช่วงที่เป็นไปได้ 72-80% · ผู้ตอบ 412 คน (สมัครใจ)\n"
        "เทียบครั้งก่อน 72%: ยังสรุปไม่ได้ว่าต่างกัน"
    )
    assert keys("ความพึงพอใจ ไตรมาส 1/2569", body) == []


@pytest.mark.parametrize(
    ("title", "body", "key"),
    [
        ("", BODY, "lint.no_title"),
        (TITLE, " \n", "lint.no_body"),
        (TITLE, "\n".join(["น้ำดีขึ้น" * 6] * 15), "lint.too_long"),
        (TITLE, "น้ำดี\n" * 11, "lint.many_lines"),
        ("ก" * 61, BODY, "lint.long_title"),
        (TITLE, "ก" * 61, "lint.long_line"),
        (TITLE, "ทุกคนพอใจ", "lint.forbidden"),
        ("โครงการที่ดีที่สุด", BODY, "lint.forbidden"),
        (TITLE, "ตรวจ ๓ แห่ง", "lint.thai_digits"),
        (TITLE, "ภายในปี 2026", "lint.christian_year"),
        (TITLE, "พอใจ 76%", "lint.share_of_whom"),
        (TITLE, "พอใจร้อยละ 76", "lint.share_of_whom"),
        (TITLE, "พอใจ 76% จาก 412 คน", "lint.share_without_interval"),
    ],
)
def test_what_is_wrong_is_named(title, body, key):
    assert key in keys(title, body)


def test_marks_take_no_place_in_a_line():
    assert "lint.long_line" not in keys(body="ที่" * 30)


def test_english_may_have_longer_lines_and_christian_years():
    assert keys("Canal water", "x" * 80 + "\nin 2026", "en") == []
    assert keys("Canal water", "Everyone is happy", "en") == ["lint.forbidden"]


def test_every_problem_can_be_said_in_thai_and_english():
    said = messages.load()
    body = "ทุกคน ๓ 76% ปี 2026\n" + "ก" * 700 + "\nก" * 12
    found = [*summary.problems("ก" * 70, body, "th"), *summary.problems("", "", "th")]
    found += summary.problems("a", "76% of 100 people", "en")
    assert len({problem.key for problem in found}) == 11
    for problem in found:
        for language in ("th", "en"):
            assert said.has(problem.key, language)
            assert "{" not in said.say(problem.key, language, **problem.values)


def test_the_shipped_report_is_a_draft_that_may_be_sent():
    shipped = summary.load_report()
    assert shipped.report.status == "draft"
    assert shipped.report.as_of == shipped.update.happened_on == date(2021, 11, 16)
    assert (
        shipped.update.source_url == "https://www.seangsakhononline.com/archives/12733"
    )
    assert set(shipped.report.texts) == {"th", "en"}
    for language, text in shipped.report.texts.items():
        assert summary.problems(text.title, text.body, language) == ()


def test_the_shipped_report_says_from_when_its_facts_are():
    texts = summary.load_report().report.texts
    assert "16 พ.ย. 2564" in texts["th"].body
    assert "16 Nov 2021" in texts["en"].body


def test_a_report_with_something_odd_is_refused(tmp_path):
    path = tmp_path / "report.yaml"
    path.write_text("update: {}\nreport: {status: final}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"update\.title"):
        summary.load_report(path)
