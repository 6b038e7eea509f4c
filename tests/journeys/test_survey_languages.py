"""A survey in another language than it began in, and what its answers count as."""

from sqlalchemy import select

from api.store import indicators, waves
from api.store.models import Response
from tests.journeys.talk import answers_of, begins, start


def counted_as(database) -> str:
    with database.read() as session:
        return session.scalars(select(Response.language)).one()


def test_a_survey_not_begun_follows_the_language(arrive):
    noi = arrive()
    begins(noi)
    noi.says("ตอบแบบสอบถาม")
    assert "10 questions" in noi.says("english")
    assert "Question 1 of 10" in noi.presses("I agree, start")


def test_the_next_question_is_in_the_language_changed_to(arrive, database):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    said = noi.says("english")
    assert "Done, we speak English now." in said
    assert "Question 2 of 10" in said
    assert "Please answer like this: 2. No" in noi.says("hmm")
    noi.presses("No")
    assert "Question 4 of 10" in noi.says("easy")
    assert answers_of(database) == {"heard": "yes", "took_part": "no", "info_ease": 4}
    assert counted_as(database) == "en"


def test_asked_which_language_in_between_the_survey_goes_on_in_it(arrive):
    noi = arrive()
    start(noi)
    noi.says("เปลี่ยนภาษา")
    noi.says("ขอบคุณค่ะ")
    noi.says("ภาษา")
    assert "Question 1 of 10" in noi.presses("English")


def test_put_aside_it_goes_on_in_the_language_chosen_since(arrive):
    noi = arrive()
    start(noi)
    noi.says("หยุด")
    noi.says("english")
    assert "Question 1 of 10" in noi.says("continue")


def test_who_first_chooses_a_language_in_a_survey_stays_in_it(arrive):
    noi = arrive()
    noi.says("ตอบแบบสอบถาม")
    noi.presses("ยินดีตอบ")
    assert "Question 1 of 10" in noi.says("english")


def test_an_unreviewed_translation_is_reported_apart(arrive, database, clock):
    aung = arrive()
    begins(aung, "မြန်မာ")
    aung.says("စစ်တမ်း")
    aung.presses("သဘောတူ၊ စမယ်")
    for _ in range(10):
        aung.presses("ကျော်မယ်")
    with database.write() as session:
        [wave] = waves.open_waves(session)
        indicators.compute(session, wave.id, clock())
        rows = {(each.code, each.language): each for each in indicators.latest(session)}
    assert rows["ET-S1", "my"].skipped == 1
    assert rows["ET-S1", "all"].skipped == 0


def test_one_answer_to_unreviewed_words_keeps_the_whole_response_apart(
    arrive, database
):
    aung = arrive()
    start(aung)
    aung.says("เคย")
    aung.says("မြန်မာ")
    assert counted_as(database) == "th"  # nothing is answered in it yet
    aung.presses("ကျော်မယ်")
    assert counted_as(database) == "my"
    aung.says("ภาษาไทย")
    aung.says("3")
    assert "ข้อ 4 จาก 10" in aung.heard[-1].text
    assert counted_as(database) == "my"
