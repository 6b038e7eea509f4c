"""Somebody scans a code on a wall, and the survey of that wall begins at once."""

import pytest
from sqlmodel import select

from api.store import wave_links, wave_plans, waves
from api.store.models import Response
from bot import crowd
from bot.turn import Kind
from tests.api.store import small_waves
from tests.journeys.talk import begins


@pytest.fixture
def hung_up(database, clock):
    """A code of a small wave, hung up in a community."""

    def hanging(key="w1", channel="line", **details):
        with database.write() as session:
            wave = small_waves.wave(
                session, clock(), key, asked=small_waves.survey(key=key), **details
            )
            return wave_links.make(session, wave, channel, "อ้อมน้อย", clock()).code

    return hanging


def sources(database):
    with database.read() as session:
        return [each.source for each in session.exec(select(Response))]


def state_of(database):
    with database.read() as session:
        return session.exec(select(Response)).one().state


def test_the_survey_of_the_code_is_offered_at_once(arrive, database, hung_up):
    code = hung_up()
    hung_up("w2")  # newer, and not the one they scanned
    noi = arrive()
    begins(noi)
    assert noi.says(f"ตอบแบบสอบถาม w-{code}").startswith("title")
    assert "ข้อ 1 จาก 5" in noi.presses("ยินดีตอบ")
    assert sources(database) == [code]


def test_whoever_was_never_here_is_told_who_we_are_first(arrive, database, hung_up):
    code = hung_up()
    noi = arrive()
    said = noi.says(f"ตอบแบบสอบถาม w-{code}")
    assert said.index("สวัสดี") < said.index("title")
    noi.presses("ยินดีตอบ")
    assert sources(database) == [code]


class TestWhileTheLanguageIsStillAsked:
    """Whoever adds us through a code has both before them: which language, and the
    survey."""

    def scanned(self, arrive, hung_up):
        code = hung_up()
        noi = arrive()
        assert "1. ไทย" in noi.does("follow")
        said = noi.says(f"ตอบแบบสอบถาม w-{code}")
        assert "• ยินดีตอบ\n• ไม่สะดวก" in said
        assert said.count("1. ") == 1  # the numbers are the languages'
        assert said.index("title") < said.index("1. ไทย")
        assert noi.labels == ["ยินดีตอบ", "ไม่สะดวก", "ไทย", "English", "မြန်မာ"]
        hung_up("w2")  # newer, and not the one they scanned
        return noi, code

    def test_a_number_chooses_the_language_and_is_no_consent(
        self, arrive, database, hung_up
    ):
        noi, code = self.scanned(arrive, hung_up)
        said = noi.says("1")
        assert "1. ยินดีตอบ" in said
        assert "ภาษา" not in said
        assert state_of(database) == "offered"
        assert "ข้อ 1 จาก 5" in noi.says("1")
        assert sources(database) == [code]

    @pytest.mark.parametrize("typed", ["ยินดีตอบ", "ยินดีตอบค่ะ", "ตกลงจ้า"])
    def test_they_agree_in_words(self, arrive, database, hung_up, typed):
        noi, _ = self.scanned(arrive, hung_up)
        assert "ข้อ 1 จาก 5" in noi.says(typed)
        assert state_of(database) == "started"

    def test_they_decline_in_words(self, arrive, database, hung_up):
        noi, _ = self.scanned(arrive, hung_up)
        assert "ไม่เป็นไรค่ะ ขอบคุณที่บอก" in noi.says("ไม่สะดวกจ้า")
        assert state_of(database) == "declined"

    @pytest.mark.parametrize(
        "typed", ["ข้อแรก", "หนึ่ง", "ข้อ 1", "๒", "ค่ะ", "ok", "yes", "ได้", "ไม่ใช่"]
    )
    def test_what_may_be_of_the_language_is_no_consent(
        self, arrive, database, hung_up, typed
    ):
        noi, _ = self.scanned(arrive, hung_up)
        noi.says(typed)
        assert state_of(database) == "offered"

    def test_the_button_agrees(self, arrive, hung_up):
        noi, _ = self.scanned(arrive, hung_up)
        assert "ข้อ 1 จาก 5" in noi.presses("ยินดีตอบ")

    def test_the_survey_is_kept_over_a_question_in_between(
        self, arrive, database, hung_up
    ):
        noi, code = self.scanned(arrive, hung_up)
        assert "คุยภาษาไหน" in noi.says("เมืองอุตสาหกรรมเชิงนิเวศคืออะไร")
        assert "1. ยินดีตอบ" in noi.says("1")
        assert state_of(database) == "offered"
        assert sources(database) == [code]


@pytest.mark.parametrize(
    ("channel", "typed"),
    [
        ("telegram", "/start w-{code}"),
        ("web", "/start w-{code}"),
        ("line", "W-{CODE}"),
        ("line", "  ตอบแบบสอบถาม  w-{code} "),
    ],
)
def test_every_channel_has_its_own_way_of_saying_the_code(
    arrive, database, hung_up, channel, typed
):
    code = hung_up()
    noi = arrive(channel=channel)
    begins(noi)
    said = noi.says(typed.format(code=code, CODE=code.upper()))
    assert "title" in said
    assert sources(database) == [code]


def test_who_scans_again_goes_on_where_they_stopped(arrive, database, hung_up):
    code, other = hung_up(), None
    with database.write() as session:
        wave = waves.get(session, "w1")
        other = wave_links.make(session, wave, "web", None, wave.opens_at).code
    noi = arrive()
    begins(noi)
    noi.says(f"w-{code}")
    noi.presses("ยินดีตอบ")
    noi.says("1")
    assert "ข้อ 2 จาก 5" in noi.says(f"w-{other}")
    # What led them here first is kept.
    assert sources(database) == [code]


def test_an_unknown_code_gets_a_kind_word(arrive, database, hung_up):
    hung_up()
    noi = arrive()
    begins(noi)
    assert "ไม่พบแบบสอบถามของลิงก์นี้" in noi.says("ตอบแบบสอบถาม w-bcdfghjk")
    assert sources(database) == []


def test_a_code_of_a_wave_that_is_over_gets_a_kind_word(
    arrive, database, clock, hung_up
):
    code = hung_up()
    with database.write() as session:
        waves.close(session, waves.get(session, "w1").id, clock())
    noi = arrive()
    begins(noi)
    assert "แบบสอบถามรอบนี้ปิดแล้ว" in noi.says(f"w-{code}")
    assert sources(database) == []


def test_a_code_of_a_wave_to_come_says_when(arrive, database, clock):
    opens = clock.forward(hours=1).replace(month=12, day=5)
    with database.write() as session:
        version = waves.store_version(session, small_waves.survey(), clock())
        planned = wave_plans.plan(
            session, "w1", version, now=clock(), population="all", opens_at=opens
        )
        code = wave_links.make(session, planned, "line", None, clock()).code
    noi = arrive()
    begins(noi)
    said = noi.says(f"w-{code}")
    assert "ยังไม่เปิด" in said
    assert "5 ธ.ค. 2569" in said
    assert sources(database) == []


def test_a_question_that_ends_like_a_code_is_a_question(arrive, hung_up):
    hung_up()
    noi = arrive()
    begins(noi)
    long = "ขอถามเรื่องน้ำในคลองอ้อมน้อยหน่อยครับ " * 3 + "w-bcdfghjk"
    assert "ลิงก์นี้" not in noi.says(long)


class OnThePage:
    """A browser among so many of its network."""

    def __init__(self, arrive, browsers):
        self.resident = arrive(channel="web")
        self.browsers = browsers

    def says(self, text):
        return self.resident.does(Kind.TEXT, text=text, crowd=self.browsers)


@pytest.mark.parametrize(
    ("browsers", "flags"),
    [(crowd.MARKED_FROM - 1, []), (crowd.MARKED_FROM, ["same_address"])],
)
def test_many_browsers_behind_one_address_are_marked_and_not_refused(
    arrive, database, hung_up, browsers, flags
):
    code = hung_up(channel="web")
    page = OnThePage(arrive, browsers)
    assert "title" in page.says(f"/start w-{code}")
    with database.read() as session:
        assert session.exec(select(Response)).one().flags == flags


def test_past_the_limit_a_kind_word_is_all_and_who_has_begun_goes_on(
    arrive, database, hung_up
):
    code = hung_up(channel="web")
    early = OnThePage(arrive, 1)
    early.says(f"/start w-{code}")
    early.resident.presses("ยินดีตอบ")
    late = OnThePage(arrive, crowd.MOST + 1)
    assert "เครือข่ายเดียวกัน" in late.says(f"/start w-{code}")
    assert "เครือข่ายเดียวกัน" in late.says("ตอบแบบสอบถาม")
    early.browsers = crowd.MOST + 1
    assert "ข้อ 1 จาก 5" in early.says(f"/start w-{code}")
    assert len(sources(database)) == 1
