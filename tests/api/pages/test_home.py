"""The programme today: what a reader of the first page sees."""

import re

import pytest

from api.store import frameworks, waves
from api.store.models import IndicatorValue, Response, Wave
from api.store.words import ResponseState
from content import emergency
from surveys import catalogue, definition, framework_sheet, record_words
from tests.api.store import releasing
from tests.surveys.test_catalogue import framework


@pytest.fixture
def wave(database, clock):
    return open_wave(database, clock)


def open_wave(database, clock, *, key="autumn", **fields):
    survey = definition.load_all()[0]
    with database.write() as session:
        version = waves.store_version(session, survey, clock())
        return waves.open_wave(
            session,
            key=key,
            version=version,
            population="people of the town",
            now=clock(),
            **fields,
        )


def complete(database, clock, wave: Wave, count: int):
    with database.write() as session:
        for _ in range(count):
            session.add(
                Response(
                    period=wave.key,
                    wave_id=wave.id,
                    state=ResponseState.COMPLETE,
                    language="th",
                    mode="web",
                    started_at=clock(),
                    completed_at=clock(),
                )
            )


def value(database, clock, wave: Wave, code: str, n: int, successes: int, **more):
    """A share that two officers have released."""
    with database.write() as session:
        releasing.put(session, wave, code, n, successes, clock(), **more)


def row(page: str, name: str) -> str:
    """The bar's list item of an indicator."""
    start = page.index(f"<h3>{name}")
    return page[start : page.index("</li>", start)]


def test_a_town_with_nothing_yet_says_so_instead_of_showing_noughts(client):
    page = client.get("/").text
    assert "ยังไม่มีตัวเลขให้แสดง" in page
    assert "ตอนนี้ไม่มีแบบสอบถามที่เปิดรับ" in page
    assert "ยังไม่มีรายงานที่เผยแพร่" in page
    assert "<svg" not in page


def test_the_count_of_answers_rises_with_every_completed_response(
    client, database, clock, wave
):
    assert "<b>0</b>" in client.get("/").text
    complete(database, clock, wave, 5)
    assert "<b>5</b>" in client.get("/").text
    complete(database, clock, wave, 1)
    assert "<b>6</b>" in client.get("/").text


@pytest.mark.parametrize("count", [1, 4])
def test_one_to_four_who_have_answered_are_not_counted_out(
    client, database, clock, wave, count
):
    complete(database, clock, wave, count)
    for lang, said in (
        ("th", "ยังมีผู้ตอบไม่ถึง 5 คน"),
        ("en", "Fewer than five have answered"),
        ("my", "၅ ဦးအောက်"),
    ):
        page = client.get(f"/?lang={lang}").text
        assert said in page
        assert f"<b>{count}</b>" not in page


def test_a_bar_shows_value_interval_and_n_in_words_too(client, database, clock, wave):
    value(database, clock, wave, "ET-S1", 400, 320)
    bar = row(client.get("/").text, "การรับรู้เรื่องเมืองอุตสาหกรรมเชิงนิเวศ")
    assert "80%" in bar
    assert "76 ถึง 84%" in bar
    assert "(n = 400)" in bar
    assert 'width="80.0%"' in bar
    assert re.search(r'class="bar-range" x1="75\.8\d*%" x2="83\.6\d*%"', bar)
    assert "<title" in bar


def test_our_own_rows_are_marked_as_drafts_everywhere_they_stand(
    client, database, clock, wave
):
    value(database, clock, wave, "ET-S1", 400, 320)
    page = client.get("/").text
    name = "การรับรู้เรื่องเมืองอุตสาหกรรมเชิงนิเวศ"
    assert "ร่าง" in row(page, name)
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert name in table
    assert "ร่าง" in table


def test_what_nobody_has_released_is_no_figure_only_how_many_have_answered(
    client, database, clock, wave
):
    complete(database, clock, wave, 41)
    with database.write() as session:
        session.add(
            IndicatorValue(
                framework="ecotown_social_draft", code="ET-S1", period=wave.key,
                wave_id=wave.id, revision=1, n=41, skipped=0, dont_know=0,
                successes=33, value=80.49, low=66.0, high=89.9, method="share",
                status="provisional", computed_at=clock(),
            )
        )  # fmt: skip
    for lang, said in (
        ("th", "ผลจะบอกเมื่อปิดรับคำตอบและเจ้าหน้าที่สองคนตรวจแล้ว"),
        ("en", "when it is closed and two officers have checked"),
        ("my", "အရာရှိ ၂ ဦး"),
    ):
        page = client.get(f"/?lang={lang}").text
        social = page[page.index('id="social"') :]
        assert said in social
        assert "41" in social
        assert "<svg" not in page
        assert "80%" not in page


def test_a_wave_with_released_values_promises_nothing_any_more(
    client, database, clock, wave
):
    value(database, clock, wave, "ET-S1", 400, 320)
    assert "ผลจะบอกเมื่อ" not in client.get("/").text
    assert "เผยแพร่เมื่อ" in client.get("/").text


def test_below_thirty_answers_no_value_is_shown_only_how_many_there_are(
    client, database, clock, wave
):
    value(database, clock, wave, "ET-S2", 29, 12)
    page = client.get("/").text
    bar = row(page, "การเข้าร่วมกิจกรรม")
    assert "ข้อมูลไม่พอ (n&lt;30)" in bar
    assert "(n = 29)" in bar
    assert "<svg" not in bar
    assert "41" not in bar  # 12 of 29 is 41 %


def test_a_figure_hidden_for_few_gave_an_answer_is_not_said_to_be_of_few(
    client, database, clock, wave
):
    hidden = {"value": record_words.FEW_ALIKE, "interval": record_words.FEW_ALIKE}
    value(database, clock, wave, "ET-S2", 400, 2, **hidden)
    bar = row(client.get("/").text, "การเข้าร่วมกิจกรรม")
    assert "มีไม่ถึง 5 คน" in bar
    assert "n&lt;30" not in bar
    assert "(n = 400)" in bar


@pytest.mark.parametrize(("n", "warned"), [(59, True), (60, False)])
def test_few_answers_are_shown_with_a_warning(client, database, clock, wave, n, warned):
    value(database, clock, wave, "ET-S1", n, n - 3)
    assert ("ใช้ด้วยความระวัง" in client.get("/").text) is warned


@pytest.mark.parametrize(
    ("frames", "said", "unsaid"),
    [
        (("open_link",), "Those who answered volunteered", "drawn at random"),
        (("invited_list",), "Those who answered volunteered", "drawn at random"),
        (("probability",), "Those who answered were drawn at random", "volunteer"),
        (
            ("open_link", "probability"),
            "Some figures are of people drawn",
            "modelled 95",
        ),
    ],
)
def test_who_answered_is_said_as_the_frame_of_the_survey_has_it(
    client, database, clock, frames, said, unsaid
):
    for place, frame in enumerate(frames, 1):
        wave = open_wave(database, clock, key=f"w{place}", frame=frame)
        value(database, clock, wave, f"ET-S{place}", 400, 320)
    page = client.get("/?lang=en").text
    about = page[page.index('id="social"') : page.index("<svg")]
    assert said in about
    assert unsaid not in about
    assert "from 30 answers on" in about


@pytest.fixture
def official(tmp_path, monkeypatch):
    """An official edition of two indicators, one of them a share, entered here."""
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    data = framework()
    source = {"url": "https://example.org/doc", "retrieved": "2026-11-23"}
    source["confidence"] = "high"
    first = data["dimensions"][0]["aspects"][0]["indicators"][0]
    first.update(code="OF-1", status="official", source=[source])
    first["measure"].update(survey=definition.load_all()[0].key)
    second = dict(first, code="OF-2", measure=None)
    data["dimensions"][0]["aspects"][0]["indicators"].append(second)
    made = catalogue.Framework.model_validate(data)
    frameworks.add(made, framework_sheet.to_yaml(made))


def test_what_officers_entered_as_official_is_not_called_a_draft_of_ours(
    client, database, clock, official, wave
):
    value(database, clock, wave, "OF-1", 400, 320)
    page = client.get("/?lang=en").text
    about = page[page.index('id="social"') : page.index("<svg")]
    assert "by official indicators that officers entered" in about
    assert "draft" not in row(page, "คำ")
    social = page[page.index("<h3>Social") :]
    social = social[: social.index("</li>")]
    assert "2 official indicators" in social
    assert "of our own" in social
    assert "Officers have entered 2 official indicators" in page
    assert "not in our hands" not in page


def test_official_figures_beside_drafts_of_ours_are_told_apart(
    client, database, clock, official, wave
):
    value(database, clock, wave, "OF-1", 400, 320)
    value(database, clock, wave, "ET-S1", 400, 320)
    page = client.get("/?lang=en").text
    about = page[page.index('id="social"') : page.index("<svg")]
    assert "Those marked “draft” are our own" in about
    assert "draft" not in row(page, "คำ")
    assert "draft" in row(page, "Awareness")


def test_made_up_data_is_called_so_above_the_figures_and_beside_each(
    client, database, clock
):
    wave = open_wave(database, clock, made_up=True)
    value(database, clock, wave, "ET-S1", 400, 320, made_up=True)
    page = client.get("/").text
    assert page.index("ไม่ใช่คำตอบของคนจริง") < page.index("<svg")
    assert "ข้อมูลสมมุติ" in row(page, "การรับรู้เรื่องเมืองอุตสาหกรรมเชิงนิเวศ")


def test_real_data_carries_no_word_of_being_made_up(client, database, clock, wave):
    value(database, clock, wave, "ET-S1", 400, 320)
    assert "ข้อมูลสมมุติ" not in client.get("/").text


def test_answers_in_an_unreviewed_translation_stand_apart_and_say_so(
    client, database, clock, wave
):
    value(database, clock, wave, "ET-S1", 400, 320)
    value(database, clock, wave, "ET-S1", 40, 20, language="my")
    page = client.get("/?lang=en").text
    assert "answers in Burmese, translation not reviewed" in page
    assert page.count('id="bar-ET-S1') == 2
    assert page.count('id="bar-ET-S1"') == 1


def test_too_few_answers_in_an_unreviewed_translation_are_told_once(
    client, database, clock, wave
):
    for code in ("ET-S1", "ET-S2"):
        value(database, clock, wave, code, 400, 320)
        value(database, clock, wave, code, 29, 20, language="my")
    bars, _, table = client.get("/?lang=en").text.partition("<details>")
    assert "Not enough data" not in bars
    assert bars.count("are counted apart") == 1
    assert table.count("Not enough data") == 2


def test_nothing_is_said_of_translations_when_none_was_used(
    client, database, clock, wave
):
    value(database, clock, wave, "ET-S1", 400, 320)
    assert "counted apart" not in client.get("/?lang=en").text


def test_the_official_wording_is_said_not_to_be_in_hand(client):
    page = client.get("/?lang=en").text
    for name in ("Physical", "Economic", "Environmental", "Social", "Management"):
        assert f"<h3>{name}</h3>" in page
    assert "official wording of the 41 indicators is not in our hands" in page


def test_the_numbers_to_call_are_those_of_the_hotline_file(client):
    known = {hotline.number for hotline in emergency.load_hotlines()}
    called = set(re.findall(r'href="tel:(\d+)"', client.get("/").text))
    assert called
    assert called <= known
