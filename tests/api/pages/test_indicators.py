"""The public pages of the indicators: the list, and one over its waves."""

import json
import re

import pytest

from api.store import (
    computing,
    frameworks,
    indicators,
    releases,
    values,
    waves,
)
from api.store.models import IndicatorValue
from surveys import catalogue, definition
from tests.api import answered as filling
from tests.api.pages.reading import chart, part, row
from tests.api.store import releasing, waving

CODE = "ET-S5"
PATH = f"/indicators/{CODE}"
NAME = "ความพอใจต่อการพูดคุยระหว่างโรงงาน เมือง และชุมชน"
COPIED = (
    "framework", "code", "period", "wave_id", "language", "n", "skipped", "dont_know",
    "low", "high", "method", "status", "computed_at",
)  # fmt: skip
DIALOGUE = waving.LIFE.question("dialogue")


def reworded():
    """The survey with one question asked in other words."""
    data = waving.LIFE.model_dump(mode="json", exclude_defaults=True)
    data["version"] += 1
    asked = next(each for each in data["questions"] if each["key"] == "dialogue")
    asked["text"]["th"] += " (ปีนี้)"
    return definition.Survey.model_validate_json(json.dumps(data))


@pytest.fixture
def answered(database, clock):
    """A wave of so many people, this part of them satisfied; then a quarter passes.

    By itself it is frozen, and its value released.
    """

    def answered(
        key, n=100, satisfied=40, *, frozen=True, release=True, language="th", **fields
    ):
        with database.write() as session:
            made = waving.opened(session, clock(), key, **fields)
            rows = [{"dialogue": 5 if i < satisfied else 2} for i in range(n)]
            filling.fill(session, made, rows, clock(), language=language)
            if not frozen:
                indicators.compute(session, made.id, clock())
        if frozen:
            waving.frozen(database, made, clock.forward(days=7))
            if release:
                releasing.released(database, clock(), CODE, key)
            clock.forward(days=90)
        return made

    return answered


def test_a_town_without_answers_lists_its_indicators_and_says_there_are_no_values(
    client,
):
    page = client.get("/indicators").text
    for _, indicator in frameworks.listed():
        assert f'href="/indicators/{indicator.code}"' in page
    assert "ยังไม่มีค่า" in page
    assert "<svg" not in page
    one = client.get(PATH).text
    assert "ยังไม่มีค่า" in one
    assert "<svg" not in one


def test_the_list_shows_value_interval_n_and_what_sort_of_value_it_is(client, answered):
    answered("w1", 400, 320, made_up=True)
    page = client.get("/indicators").text
    told = part(page, f'href="{PATH}"', "</li>")
    for said in ("80%", "76 ถึง 84%", "n = 400", "ร่าง", "ข้อมูลสมมุติ", "รับรองแล้ว"):
        assert said in told
    assert 'width="80.0%"' in told
    assert re.search(r'class="bar-range" x1="75\.\d+%" x2="83\.\d+%"', told)
    assert page.index("ไม่ใช่คำตอบของคนจริง") < page.index("<svg")
    english = client.get("/indicators?lang=en").text
    assert "76 to 84%" in part(english, f'href="{PATH}"', "</li>")


def test_an_aspect_that_two_editions_share_stands_once(client):
    page = client.get("/indicators").text
    names = re.findall(r'<h3 class="aspect">(.*?)</h3>', page)
    assert len(names) == len(set(names)) > 1


def test_the_page_of_an_indicator_says_what_was_asked_and_what_it_rests_on(
    client, database, answered
):
    made = answered("w1")
    page = client.get(PATH).text
    assert '<html lang="th">' in page
    assert f"<h1>{NAME}" in page
    assert DIALOGUE.text.say("th") in page
    for choice in DIALOGUE.choices:
        assert choice.label.say("th") in page
    assert "ไม่นับผู้ที่ตอบว่าไม่ทราบหรือข้ามข้อนี้" in page
    assert "จึงไม่มีอัตราตอบกลับ: เริ่มตอบ 100 คน" in page
    assert "ไม่ได้ถ่วงน้ำหนัก" in page
    assert "ผู้ตอบสมัครใจเข้ามาเอง จึงไม่ใช่ตัวแทน" in page
    assert "ช่วงความเชื่อมั่นเชิงแบบจำลอง 95%" in page
    assert "ยังไม่ตั้งเกณฑ์" in page
    assert waving.FILLED["responsible"] in page
    with database.read() as session:
        evidence = session.get_one(type(made), made.id).evidence
    assert evidence["sha256"] in page
    assert f"ecotown indicator verify {CODE} w1 --revision 1" in page
    for address in ("values?format=csv", "values", "metadata"):
        assert f'href="/api/v1/indicators/{CODE}/{address}"' in page


def test_the_english_page_has_no_thai_of_ours(client, answered):
    answered("w1", population="residents", responsible="unit", frame_note="links")
    for path in ("/indicators", PATH):
        page = client.get(f"{path}?lang=en").text
        assert '<html lang="en">' in page
        main = part(page, '<main id="main"', "</main>")
        assert not re.search("[\u0e00-\u0e7f]", main)


def test_a_reader_of_burmese_reads_these_pages_in_it_and_that_nobody_reviewed_it(
    client, answered
):
    for path in ("/indicators", PATH):
        page = client.get(f"{path}?lang=my").text
        assert '<html lang="my">' in page
        assert "မစစ်ဆေးရသေးပါ" in page
        # What an edition says in Thai and English alone is read in English.
        main = part(page, '<main id="main"', "</main>")
        assert "တန်ဖိုး မရှိသေးပါ" in main
        assert not re.search("[\u0e00-\u0e7f]", main)
    answered("w1", 100, 40)
    page = client.get(f"{PATH}?lang=my").text
    assert "ဖြစ်နိုင်သော အတိုင်းအတာ 31 မှ 50" in page
    assert "အကြိမ်အလိုက် တန်ဖိုးများ" in page


def test_waves_stand_beside_each_other_with_whiskers_and_n(client, answered):
    answered("w1", 100, 40)
    answered("w2", 400, 200)
    page = client.get(PATH).text
    drawn = chart(page)
    assert drawn.count('class="dot"') == 2
    assert drawn.count('class="bar-range"') == 2 * 3
    assert drawn.count('class="course"') == 1
    for said in (">40%<", ">50%<", ">100<", ">400<", ">n<"):
        assert said in drawn
    assert 'role="img" aria-labelledby="waves-title"' in drawn
    assert "n = 400" in part(drawn, "<title", "</title>")
    assert "31–50" in row(page, "w1")
    assert page.index("<code>w2</code>") < page.index("<code>w1</code>")


def test_a_break_stands_where_the_words_of_the_question_changed(client, answered):
    answered("w1")
    answered("w2", 100, 80, survey=reworded())
    page = client.get(PATH).text
    drawn = chart(page)
    assert drawn.count('class="break"') == 1
    assert 'class="course"' not in drawn
    assert "คำถามเปลี่ยนจากรอบก่อน เทียบกันไม่ได้" in row(page, "w2")
    assert "คำถามเปลี่ยน" not in row(page, "w1")
    assert "ถ้อยคำของคำถามต่างจากรอบก่อน จึงไม่เทียบกัน" in page
    assert "เพิ่มขึ้น" not in page


@pytest.mark.parametrize(
    ("satisfied", "said", "unsaid"),
    [
        (42, "ไม่พบการเปลี่ยนแปลงที่ชัดเจน", ("เพิ่มขึ้น", "ลดลง")),
        (80, "เพิ่มขึ้น", ("ลดลง", "ไม่พบการเปลี่ยนแปลง")),
        (10, "ลดลง", ("เพิ่มขึ้น", "ไม่พบการเปลี่ยนแปลง")),
    ],
)
def test_a_change_is_named_only_where_its_interval_excludes_nought(
    client, answered, satisfied, said, unsaid
):
    answered("w1", satisfied=40)
    answered("w2", satisfied=satisfied)
    page = client.get(PATH).text
    line = part(page, "รอบ w2 เทียบกับรอบก่อน", "</p>")
    assert said in line
    for other in unsaid:
        assert other not in page


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("th", "คิดเป็นคนสองกลุ่มแยกกัน ไม่ได้จับคู่คนที่ตอบทั้งสองครั้ง"),
        (
            "en",
            "Computed as two separate groups; who answered both times is not paired.",
        ),
        ("my", "အုပ်စုနှစ်စု သီးခြား"),
    ],
)
def test_it_is_said_that_a_change_pairs_nobody(client, answered, lang, said):
    answered("w1", satisfied=40)
    assert said not in client.get(f"{PATH}?lang={lang}").text
    answered("w2", satisfied=80)
    assert said in client.get(f"{PATH}?lang={lang}").text


def test_below_thirty_answers_no_figure_is_on_any_page(client, answered):
    answered("w1", 29, 10)
    for path in ("/indicators", PATH, f"{PATH}?lang=en"):
        page = client.get(path).text
        assert "n = 29" in page
        assert "<svg" not in page
        # 10 of 29, and its interval.
        assert not re.search(r"\b(34|20|53)%|34\.5", part(page, "<main", "</main>"))
    assert "ข้อมูลไม่พอ (n&lt;30)" in client.get(f"{PATH}?lang=th").text


def test_a_figure_that_would_tell_of_a_few_people_is_on_no_page(client, answered):
    answered("w1", 200, 3)
    for path in ("/indicators", PATH):
        page = client.get(path).text
        assert "<svg" not in page
        assert "ไม่ถึง 5 คน" in page
        assert "n = 200" in page
        assert "1.5" not in part(page, "<main", "</main>")


STAGES = {
    "collecting": ("กำลังเก็บคำตอบ", "still collecting answers"),
    "closed": ("ปิดรับแล้ว กำลังตรวจ", "closed, being checked"),
    "waiting": ("รอเจ้าหน้าที่สองคนตรวจ", "waits for two officers"),
}


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_not_released_is_no_figure_but_its_state_and_how_many_answered(
    client, database, clock, answered, stage
):
    made = answered("w1", 187, 61, frozen=stage == "waiting", release=False)
    if stage == "closed":
        with database.write() as session:
            waves.close(session, made.id, clock.forward(days=1))
    for path in ("/indicators", PATH):
        for lang, said in zip(("th", "en"), STAGES[stage], strict=True):
            main = part(client.get(f"{path}?lang={lang}").text, "<main", "</main>")
            assert said in main
            assert "187" in main
            assert "<svg" not in main
            # 61 of 187, and its interval.
            assert not re.search(r"\b(33|26|40)%|32\.6|\b61\b", main)
    one = client.get(f"{PATH}?lang=en").text
    assert "two officers" in one
    assert "There is no evidence yet" in one


def test_a_released_value_stands_while_a_newer_wave_still_collects(client, answered):
    answered("w1", 100, 40)
    answered("w2", 150, 99, frozen=False)
    listed = part(client.get("/indicators").text, f'href="{PATH}"', "</li>")
    page = client.get(PATH).text
    for said in ("40%", "n = 100", "กำลังเก็บคำตอบ", "มีคนตอบแล้ว 150 คน"):
        assert said in listed
        assert said in page
    assert chart(page).count('class="dot"') == 1
    assert "รอบก่อนหน้านี้อยู่ในตาราง" not in page
    assert "กำลังเก็บคำตอบ" in row(page, "w2")
    assert "66%" not in page + listed


def test_a_revision_that_nobody_released_does_not_hide_the_released_one(
    client, database, clock, answered
):
    answered("w1", 100, 40)
    with database.write() as session:
        value = indicators.find(session, CODE, "w1")
        again = {name: getattr(value, name) for name in COPIED}
        newer = IndicatorValue(
            **again | {"successes": 60, "value": 60.0, "revision": 0}
        )
        record = values.told(value).model_copy(update={"value": 60.0, "numerator": 60})
        assert values.append(session, newer, record=record, reason="R-method")
    page = client.get(PATH).text
    assert "<b>40%</b>" in page
    assert "60%" not in page
    with database.write() as session:
        wave = waves.get(session, "w1")
        releasing.put(session, wave, CODE, 100, 60, clock(), revision=3)
    assert "<b>60%</b>" in client.get(PATH).text


def test_a_wave_with_too_few_answers_keeps_its_place_among_the_others(client, answered):
    answered("w1")
    answered("w2", 29, 10)
    answered("w3")
    page = client.get(PATH).text
    drawn = chart(page)
    assert drawn.count('class="dot"') == 2
    assert "n&lt;30" in drawn
    assert 'class="course"' not in drawn
    assert "ข้อมูลไม่พอ" in row(page, "w2")


def test_who_released_it_is_said(client, answered):
    answered("w1")
    page = client.get(PATH).text
    assert "เจ้าหน้าที่สองคนรับรองแล้ว" in row(page, "w1")
    assert "Boon เสนอ Chai อนุมัติ" in page


def test_what_was_withdrawn_is_not_drawn_and_says_why(
    client, database, clock, answered
):
    answered("w1")
    answered("w2", satisfied=60)
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
        value = indicators.find(session, CODE, "w2")
        releases.withdraw(
            session, value.id, anna.id, reason="C-error", why="นับผิด", now=clock()
        )
    page = client.get(PATH).text
    assert chart(page).count('class="dot"') == 1
    assert ">60%<" not in page
    assert "ถอนแล้ว" in row(page, "w2")
    assert "นับผิด" in row(page, "w2")


def test_answers_to_a_translation_nobody_reviewed_stand_in_a_table_of_their_own(
    client, database, clock, answered
):
    made = answered("w1", frozen=False)
    with database.write() as session:
        rows = [{"dialogue": 4}] * 40
        filling.fill(session, made, rows, clock(), language="my")
    waving.frozen(database, made, clock.forward(days=7))
    for language in ("all", "my"):
        releasing.released(database, clock(), CODE, "w1", language)
    page = client.get(PATH).text
    apart = part(page, "<details>", "</details>")
    assert "คำแปลที่ยังไม่ผ่านการตรวจ" in apart
    assert "100%" in apart
    assert ">40%<" in chart(page)


def test_old_waves_are_in_the_table_when_the_chart_is_full(client, answered):
    for number in range(1, 6):
        answered(f"w{number}")
    page = client.get(PATH).text
    assert chart(page).count('class="dot"') == 4
    assert "รอบก่อนหน้านี้อยู่ในตาราง" in page
    assert "<code>w1</code>" in page


@pytest.mark.parametrize(
    ("low", "said"),
    [(55, "ไม่ถึงเกณฑ์ 75%"), (150, "ยังบอกไม่ได้ว่าถึงเกณฑ์ 75%"), (180, "ถึงเกณฑ์ 75%")],
)
def test_an_interval_is_held_against_the_threshold_in_words(
    client, answered, monkeypatch, low, said
):
    (pair,) = [each for each in frameworks.listed() if each[1].code == CODE]
    target = catalogue.Threshold(value=75.0, rule="interval")
    aimed = pair[1].model_copy(update={"threshold": target})
    monkeypatch.setattr(computing, "fitting", lambda survey: [(pair[0], aimed)])
    monkeypatch.setattr(frameworks, "named", lambda *_: (pair[0], aimed))
    answered("w1", 200, low)
    page = client.get(PATH).text
    line = part(page, "<strong>เกณฑ์:</strong>", "</p>")
    assert said in line


def test_an_unknown_indicator_is_not_found(client):
    assert client.get("/indicators/NO-1").status_code == 404
    assert client.get("/indicators/%3Cscript%3E").status_code == 422


def test_the_first_page_leads_to_the_indicators(client):
    for lang in ("th", "en", "my"):
        page = client.get(f"/?lang={lang}").text
        social = part(page, 'aria-labelledby="social"', "</section>")
        assert 'href="/indicators"' in social
