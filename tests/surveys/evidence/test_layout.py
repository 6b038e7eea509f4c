"""What is printed: everything an assessor asks for, in words, with n beside."""

import dataclasses
import json

from content.dates import say_date
from surveys.evidence import layout, parts, words
from surveys.evidence.figure import Figure
from tests.surveys.evidence import making

PACK = making.pack()


def printed(pack=PACK):
    return layout.document(pack, say_date)


def part(key, pack=PACK):
    """The blocks of a part as one text."""
    title = words.text(f"part.{key}").say("th")
    for each in printed(pack)["parts"]:
        if each["title"]["th"] == title:
            return json.dumps(each["blocks"], ensure_ascii=False)
    return None


def test_made_up_data_and_a_draft_say_so_on_the_first_page():
    found = printed()
    assert "ข้อมูลสมมติ" in found["made_up"]["th"]
    assert "ยังไม่ใช่ฉบับทางการ" in found["status"]["th"]
    assert printed(making.pack(made_up=False))["made_up"] is None


def test_every_figure_in_brief_has_its_interval_and_n_beside_it():
    charts = [each for each in printed()["front"] if each["type"] == "whiskers"]
    drawn = [row for chart in charts for row in chart["rows"]]
    assert len(drawn) == len(PACK.figures)
    for row, figure in zip(drawn, PACK.figures, strict=True):
        assert (row["value"], row["low"]) == (figure.value, figure.low)
        assert row["n"] == f"n = {figure.n:,}"
    assert [chart["low"] for chart in charts] == [0.0, 1.0]
    assert drawn[0]["said"] == "71.3 (66.7–75.5)"
    assert drawn[2]["note"]["th"] == "ข้อมูลไม่พอ (n<30)"


def test_an_open_link_is_told_to_have_no_response_rate():
    told = part("outcomes", making.pack(waves=(making.open_wave(),)))
    assert "No response rate exists because anyone with the link could answer." in told
    assert "RR1" not in told


def test_an_invited_list_has_its_rates_with_their_formulas_and_whose_they_are():
    told = part("outcomes")
    for value in ("33.2%", "36.3%", "33.6%", "36.7%", "37.8%", "41.3%"):
        assert value in told
    assert "(I + P) / (I + P + R + NC + O + e·U)" in told
    assert "never of the population" in told


def test_a_margin_off_by_more_than_ten_points_is_said_in_words():
    told = part("coverage")
    assert "“60 ปีขึ้นไป” มีน้อยกว่าในประชากร 13.7 จุดร้อยละ" in told
    assert "“18 to 29” is over-represented by 13.9 percentage points" in told
    assert "30 to 44” is" not in told


def test_ten_points_exactly_are_not_more_than_ten():
    share = dataclasses.replace(
        PACK.waves[0].coverage[0].shares[0], population=0.3, sample=0.4
    )
    assert not share.far
    assert dataclasses.replace(share, sample=0.401).far
    assert not dataclasses.replace(share, n=None, sample=None).far


def test_the_questionnaire_is_told_in_every_language_with_its_version():
    told = part("questionnaire")
    for question in PACK.waves[0].survey.questions:
        for language in ("th", "en", "my"):
            assert json.dumps(question.text.say(language), ensure_ascii=False) in told
    version = PACK.waves[0].versions["heard"]
    assert f"Question version 1 ({version.sha256[:12]})" in told
    assert (
        "not reviewed by a speaker, so its answers are reported apart: Burmese" in told
    )


def test_an_indicator_is_told_with_all_it_rests_on():
    told = part("figures")
    for words_ in (
        "71.2 (66.5–75.4), n = 392",
        "within half the interval of the headline",
        "ไม่พบการเปลี่ยนแปลงที่ชัดเจน: −1.2 (ช่วง −8.5 ถึง +6.1) จากรอบ",
        "55: uncertain",
        "answered themselves 69.1 (63.8–73.9), n = 320",
        "ช่วงความเชื่อมั่นเชิงแบบจำลอง 95% (ผู้ตอบสมัครใจ)",
    ):
        assert words_ in told


def test_the_commands_that_check_it_again_are_printed():
    told = part("hashes")
    assert "sha256sum -c SHA256SUMS" in told
    assert f"ecotown indicator verify ET-S3 {making.WAVE}" in told
    assert PACK.waves[0].dataset_sha256 in told


def test_each_of_several_waves_stands_under_its_own_heading():
    both = (making.wave(), making.wave(key="participation-2026-04"))
    told = part("method", making.pack(waves=both))
    assert "รอบ participation-2026-10" in told
    assert "รอบ participation-2026-04" in told


def test_figures_of_several_periods_are_told_apart_and_so_are_unreviewed_answers():
    earlier = making.record("ET-S1", "รับรู้", "Awareness", 300, 400)
    before = earlier.period.model_copy(update={"key": "w0"})
    apart = earlier.model_copy(update={"language": "my"})
    figures = [
        Figure(each, None)
        for each in (earlier, earlier.model_copy(update={"period": before}), apart)
    ]
    chart = printed(making.pack(figures=tuple(figures)))["front"][-2]
    assert [row["label"]["en"] for row in chart["rows"]] == [
        "Awareness · participation-2026-10",
        "Awareness · w0",
        "Awareness · Burmese, told apart · participation-2026-10",
    ]


def test_a_pack_without_waves_has_no_empty_parts():
    only = making.pack(kind="framework", waves=(), rows=())
    titles = [each["title"]["en"] for each in printed(only)["parts"]]
    assert titles == ["Indicators", "Row-level data", "Checking it again", "Glossary"]


def test_a_pack_that_tells_a_change_says_that_nobody_was_paired():
    groups = words.text("change.groups")
    assert groups.say("th") in part("limitations")
    (told,) = [each for each in parts.parts(PACK) if each.key == "about"]
    assert groups.say("th") in [cell for row in told.rows for cell in row]
    still = [each for each in PACK.figures if each.change is None]
    alone = dataclasses.replace(PACK, figures=tuple(still))
    assert groups.say("th") not in part("limitations", alone)
