"""What people were told came of their answers, on the pages of the indicators; and what
a page tells of a drawn sample, a known figure and the whole frozen wave."""

from datetime import date

import pytest

from api.store import feedback
from surveys import record_words
from surveys.question import Text
from surveys.record import Evidence, Gap, Outcome
from tests.api import answered
from tests.api.store import releasing, waving

SAID = {"th": "กลิ่นช่วงกลางคืน\n118 คน", "en": "smell at night <118>"}
DID = {"th": "ตรวจ 6 โรงงาน", "en": "six factories inspected"}
CODE = "ET-S5"
PATH = f"/indicators/{CODE}"
PAGES = pytest.mark.parametrize("path", ["/indicators", PATH])


def over(database, now, key, **fields):
    """A wave that is over, with one released value."""
    with database.write() as session:
        made = waving.opened(session, now, key, **fields)
        answered.fill(session, made, [{"dialogue": 5}] * 10, now)
    waving.frozen(database, made, now)
    return made


def tell(database, wave, now, said=SAID, did=DID):
    with database.write() as session:
        feedback.post(session, wave.id, you_said=said, we_did=did, now=now)


def section(page):
    begins = page.index('aria-labelledby="told-back"')
    return page[begins : page.index("</section>", begins)]


@PAGES
def test_until_people_are_told_there_is_no_word_of_it(client, database, clock, path):
    over(database, clock(), "w1")
    assert "คุณบอก เราทำ" not in client.get(path).text


@PAGES
def test_what_people_said_and_what_was_done_stands_there_with_its_day(
    client, database, clock, path
):
    wave = over(database, clock(), "w1", made_up=True)
    # 00:30 of the next day in Bangkok.
    tell(database, wave, clock().replace(month=12, day=3, hour=17, minute=30))
    told = section(client.get(path).text)
    for said in (
        *("คุณบอก เราทำ", "กลิ่นช่วงกลางคืน\n118 คน", "ตรวจ 6 โรงงาน", "4 ธ.ค. 2569"),
        *(waving.LIFE.title.say("th"), "<code>w1</code>", "ข้อมูลสมมุติ"),
    ):
        assert said in told
    english = section(client.get(f"{path}?lang=en").text)
    for said in ("You said, we did", "smell at night &lt;118&gt;", "4 Dec 2026"):
        assert said in english
    burmese = section(client.get(f"{path}?lang=my").text)
    assert "သင်ပြောခဲ့သည်" in burmese
    assert "six factories inspected" in burmese


@PAGES
def test_the_newest_stands_first_and_earlier_ones_of_its_wave_are_folded(
    client, database, clock, path
):
    first, second = (over(database, clock(), key) for key in ("w1", "w2"))
    tell(database, second, clock())
    tell(database, first, clock.forward(days=1), did=DID | {"th": "ปรับ 2 โรงงาน"})
    tell(database, first, clock.forward(days=1), did=DID | {"th": "ติดเครื่องวัดแล้ว"})
    told = section(client.get(path).text)
    places = [
        told.index(said)
        for said in (
            *("ติดเครื่องวัดแล้ว", "<details>", "ปรับ 2 โรงงาน", "</details>"),
            *("<code>w2</code>", "ตรวจ 6 โรงงาน"),
        )
    ]
    assert places == sorted(places)
    assert told.count("<details>") == told.count("</details>") == 1


def test_an_indicator_tells_only_of_the_waves_that_feed_it(client, database, clock):
    wave = over(database, clock(), "w1")
    tell(database, wave, clock())
    for path, told in ((PATH, True), ("/indicators/ET-SV1", False)):
        assert ("ตรวจ 6 โรงงาน" in client.get(path).text) is told


@pytest.fixture
def put(database, clock):
    def put(**changed):
        with database.write() as session:
            wave = waving.opened(session, clock(), "w1")
            releasing.put(session, wave, CODE, 100, 40, clock(), **changed)

    return put


def fact(page, name):
    """What stands beside a name among the facts."""
    begins = page.index(f"<dt>{name}</dt><dd>") + len(f"<dt>{name}</dt><dd>")
    return page[begins : page.index("</dd>", begins)]


def outcome(**drawn):
    return Outcome(
        rates={"RR1": 0.25}, counts={"I": 100}, of=Text(th="ทั้งหมด", en="all"), **drawn
    )


GAP = Gap(
    points=3.2,
    value=43.2,
    low=38.1,
    high=48.5,
    n=100,
    weighted=False,
    known=40.0,
    question=Text(th="บ้านมีน้ำประปา", en="piped water"),
    source="สำนักงานสถิติแห่งชาติ",
    as_of=date(2025, 12, 31),
)


def test_how_many_were_drawn_is_told_where_it_was_a_drawn_sample(client, put):
    put(outcome=outcome(drawn=1_200, unheard_of=300))
    page = client.get(PATH).text
    assert fact(page, "สุ่มมากี่ราย").startswith("1,200 ราย ในนี้ 300 ราย ไม่มีบันทึก")
    english = client.get(f"{PATH}?lang=en").text
    assert fact(english, "How many were drawn").startswith("1,200, of 300 of whom")


def test_everybody_drawn_being_known_nothing_is_said_of_the_rest(client, put):
    put(outcome=outcome(drawn=1_200, unheard_of=0))
    assert fact(client.get(PATH).text, "สุ่มมากี่ราย") == "1,200 ราย"


def test_the_gap_to_a_known_figure_is_told(client, put):
    put(calibration_gap=GAP)
    said = fact(client.get(PATH).text, "เทียบกับตัวเลขจากแหล่งอื่น")
    for each in ("+3.2 จุดร้อยละ", "บ้านมีน้ำประปา", "43.2%", "40.0%", "สำนักงานสถิติแห่งชาติ"):
        assert each in said


def test_the_fingerprint_of_the_whole_wave_is_told(client, put):
    put(
        evidence=Evidence(
            dataset_sha256="0" * 64,
            questionnaire_sha256=None,
            wave_sha256="ab" * 32,
            code_version="1",
        )
    )
    assert "ab" * 32 in fact(
        client.get(PATH).text, "ลายนิ้วมือของทุกอย่างที่ตรึงไว้ในรอบนี้ (SHA-256)"
    )


def test_what_a_record_does_not_have_is_not_named(client, put):
    put(outcome=outcome(), calibration_gap=record_words.NO_BENCHMARK)
    page = client.get(PATH).text
    for name in ("สุ่มมากี่ราย", "เทียบกับตัวเลขจากแหล่งอื่น", "ที่ตรึงไว้ในรอบนี้"):
        assert name not in page
