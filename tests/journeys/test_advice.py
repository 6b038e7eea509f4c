"""A language model behind the talk chooses among suggestions, or nothing happens."""

from dataclasses import replace

import pytest
from sqlmodel import col, select

from api.store import deliveries, residents
from api.store.models import Delivery, ModelTask
from api.store.words import AdviceOutcome, DeliveryState
from bot import embedding
from content import decide
from content.messages import load
from tests.journeys import talk
from tests.journeys.advising import Advised, advised, unsure
from tests.journeys.city import OnLine, OnTelegram, running
from tests.patience import wait_for
from tests.platforms import model as models
from tests.platforms.faults import Fault
from tests.platforms.model import ModelStandIn

PROBABLY = load().say("advice.probably", "th")
REWORDED = load().say("advice.reworded", "th")
SUGGESTED = load().say("answer.did_you_mean", "th")
QUESTION = unsure()[0]


@pytest.fixture
def town(database, clock):
    with advised(database, clock) as town:
        yield town


def tasks(town: Advised) -> list[ModelTask]:
    """The questions that wait for the model."""
    waits = col(ModelTask.question_sealed).is_not(None)
    with town.database.read() as session:
        return list(session.exec(select(ModelTask).where(waits)))


def newest(town: Advised) -> Delivery:
    with town.database.read() as session:
        newest_first = select(Delivery).order_by(col(Delivery.id).desc())
        return session.exec(newest_first.limit(1)).one()


def test_the_suggestions_come_at_once_and_the_models_choice_after_them(town):
    noi = town.arrives()
    assert noi.says(QUESTION).startswith(SUGGESTED)
    before = len(noi.everything())
    suggested = [*noi.labels]
    town.model.says = lambda data: {"slug": data["articles"][1]["slug"]}
    assert town.thinks()
    [advice] = noi.everything()[before:]
    assert advice.text == PROBABLY
    assert advice.card is not None
    assert advice.card.title == suggested[1]
    assert "ที่มา" in advice.card.footer
    assert town.ends == {AdviceOutcome.SHOWN: 1}
    assert not town.thinks()


def test_the_suggestions_stay_open_below_the_advice(town):
    noi = town.arrives()
    noi.says(QUESTION)
    suggested = [*noi.labels]
    town.thinks()
    [*_, advice] = noi.everything()
    assert [choice.label for choice in advice.choices][-len(suggested) :] == suggested
    assert suggested[2] in noi.says("3")


def test_a_town_without_a_model_asks_none_and_keeps_nothing(database, clock):
    with advised(database, clock, model_name="") as town:
        noi = town.arrives()
        noi.says(QUESTION)
        assert tasks(town) == []
        assert not town.thinks()
        assert town.model.requests == []


def test_nothing_personal_and_no_platform_id_reaches_the_model(town):
    noi = town.arrives()
    contact = noi.contact
    about_me = {
        "ผมชื่อสมชาย": "สมชาย",
        "นางสาววิไล แซ่ตั้ง": "วิไล",
        "บ้านเลขที่ 99/12": "99/12",
        "โทร 081-234-5678": "5678",
        "บัตร 1103700123456": "1103700123456",
        "เมล noi@example.com": "noi@example.com",
        noi.address: noi.address,
    }
    for told in about_me:
        # Whatever is told besides may make us less sure, so that nothing is suggested.
        for question in unsure():
            noi.says(f"{question} {told}")
            if tasks(town):
                break
        assert town.thinks(), told
    assert len(town.model.asked) == len(about_me)
    ids = (contact.id, contact.resident_id, newest(town).id, newest(town).event_id)
    for personal in (*about_me.values(), *map(str, ids)):
        assert personal not in town.model.heard
    assert set(town.model.requests[0].body) == {"model", "messages", "stream"}


@pytest.mark.parametrize("answer", [models.none, lambda data: {"slug": "no-such"}])
def test_what_the_model_does_not_choose_is_not_shown(town, answer):
    noi = town.arrives()
    noi.says(QUESTION)
    before = len(noi.everything())
    town.model.says = answer
    assert town.thinks()
    assert len(noi.everything()) == before
    assert tasks(town) == []


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.error(500), AdviceOutcome.DOWN),
        (Fault.error(503), AdviceOutcome.DOWN),
        (Fault.error(404), AdviceOutcome.REFUSED),
        (Fault.too_many(1), AdviceOutcome.BUSY),
        (Fault.drop_before_accept(), AdviceOutcome.DOWN),
        (Fault.timeout_after_accept(), AdviceOutcome.TIMEOUT),
        (Fault.slow(60), AdviceOutcome.TIMEOUT),
        (Fault.malformed(), AdviceOutcome.GARBAGE),
        (Fault.malformed(b"<html>"), AdviceOutcome.GARBAGE),
        (Fault.malformed(b"x" * 100_000), AdviceOutcome.GARBAGE),
    ],
)
def test_whatever_befalls_the_endpoint_the_resident_does_not_notice(
    sqlite_database, clock, fault, outcome
):
    with advised(sqlite_database, clock) as town:
        noi = town.arrives()
        noi.says(QUESTION)
        before = len(noi.everything())
        town.model.fail("chat", fault)
        assert town.thinks()
        assert len(noi.everything()) == before
        assert tasks(town) == []
        assert town.ends == {outcome: 1}
        # Once, and never again: the next question is asked anew.
        clock.forward(seconds=30)
        noi.says(QUESTION)
        town.thinks()
        assert town.ends[AdviceOutcome.SHOWN] == 1


def test_an_endpoint_that_fails_three_times_is_left_alone_for_a_while(
    sqlite_database, clock
):
    with advised(sqlite_database, clock) as town:
        noi = town.arrives()
        town.model.fail("chat", Fault.error(500), times=None)
        for _ in range(5):
            noi.says(QUESTION)
            town.thinks()
        assert len(town.model.calls("chat")) == 3
        assert town.ends == {AdviceOutcome.DOWN: 3, AdviceOutcome.RESTING: 2}
        town.model.faults.clear()
        clock.forward(seconds=31)
        noi.says(QUESTION)
        town.thinks()
        assert town.ends[AdviceOutcome.SHOWN] == 1


def test_a_key_that_is_wrong_is_nobodys_error(sqlite_database, clock):
    with advised(sqlite_database, clock, model_key="wrong") as town:
        town.arrives().says(QUESTION)
        assert town.thinks()
        assert town.ends == {AdviceOutcome.REFUSED: 1}


def test_a_redirect_is_not_followed(sqlite_database, clock):
    with ModelStandIn() as elsewhere, advised(sqlite_database, clock) as town:
        town.model.moved_to = f"{elsewhere.base}/chat/completions"
        town.model.fail("chat", Fault.error(307))
        town.arrives().says(QUESTION)
        town.thinks()
        assert elsewhere.requests == []
        assert town.ends == {AdviceOutcome.REFUSED: 1}


def test_whoever_writes_again_meanwhile_gets_no_advice(town):
    noi = town.arrives()
    noi.says(QUESTION)
    before = len(noi.everything())

    def says_meanwhile(data):
        noi.says("ขอบคุณค่ะ")
        return models.first(data)

    town.model.says = says_meanwhile
    town.thinks()
    said = [each.text for each in noi.everything()[before:]]
    assert PROBABLY not in said
    assert town.ends == {AdviceOutcome.OVERTAKEN: 1}


def test_advice_that_comes_after_a_minute_is_dropped(town, clock):
    noi = town.arrives()
    noi.says(QUESTION)
    before = len(noi.everything())

    def takes_its_time(data):
        clock.forward(seconds=60)
        return models.first(data)

    town.model.says = takes_its_time
    town.thinks()
    noi.says(QUESTION)
    clock.forward(seconds=61)
    town.thinks()
    assert all(each.text != PROBABLY for each in noi.everything()[before:])
    assert town.ends == {AdviceOutcome.STALE: 2}
    assert len(town.model.calls("chat")) == 1


def test_whoever_is_forgotten_meanwhile_gets_no_advice(town):
    noi = town.arrives()
    noi.says(QUESTION)

    def forgets_meanwhile(data):
        noi.says("ลบข้อมูลของฉัน")
        noi.presses(noi.labels[0])
        return models.first(data)

    town.model.says = forgets_meanwhile
    town.thinks()
    assert tasks(town) == []
    assert AdviceOutcome.SHOWN not in town.ends


def test_a_question_that_is_taken_back_is_not_asked(town):
    noi = town.arrives()
    noi.does("text", text=QUESTION, message_id="m1")
    assert len(tasks(town)) == 1
    noi.does("unsend", message_id="m1")
    assert not town.thinks()
    assert town.model.requests == []


def first_words(noi: talk.Resident) -> None:
    noi.says(QUESTION)


def while_news_are_asked(noi: talk.Resident) -> None:
    noi.says("สวัสดีค่ะ")
    noi.presses("ไทย")
    noi.says(QUESTION)


def in_a_survey(noi: talk.Resident) -> None:
    talk.start(noi)
    noi.says(QUESTION)


def offered_a_survey(noi: talk.Resident) -> None:
    talk.begins(noi)
    noi.says("ตอบแบบสอบถาม")
    noi.says(QUESTION)


def in_danger(noi: talk.Resident) -> None:
    talk.begins(noi)
    noi.says(f"ไฟไหม้ช่วยด้วย {QUESTION}")


def talking_to_an_officer(noi: talk.Resident) -> None:
    talk.begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says(QUESTION)


def saying_nothing_to_answer(noi: talk.Resident) -> None:
    talk.begins(noi)
    noi.says("ขอบคุณค่ะ")
    noi.says("เมืองอุตสาหกรรมเชิงนิเวศคืออะไร")


@pytest.mark.parametrize(
    "does",
    [
        first_words, while_news_are_asked, in_a_survey, offered_a_survey, in_danger,
        talking_to_an_officer, saying_nothing_to_answer,
    ],
)  # fmt: skip
def test_the_model_is_asked_about_nothing_but_free_questions(town, does):
    noi = talk.Resident(town.handler, town.database, town.clock)
    does(noi)
    assert tasks(town) == []
    assert not town.thinks()
    assert town.model.requests == []


def parked(town: Advised, noi: talk.Resident) -> list[Delivery]:
    with town.database.read() as session:
        found = residents.find(
            session, channel="line", account="town", address=noi.address
        )
        assert found is not None
        return deliveries.parked(session, found.id)


def owed_on_line(town: Advised) -> talk.Resident:
    """Someone on LINE for whom advice waits."""
    noi = town.arrives()
    noi.says(QUESTION)
    town.thinks()
    owed = newest(town)
    assert owed.token_sealed is None
    with town.database.write() as session:
        deliveries.settle(session, [owed.id], DeliveryState.PARKED, town.clock())
    return noi


@pytest.mark.parametrize(
    ("said", "waits"),
    [("ขอบคุณค่ะ", 1), ("1", 0), ("ไฟไหม้บ้านช่วยด้วย", 0), ("ตอบแบบสอบถาม", 0), ("เมนู", 0)],
)
def test_on_line_advice_goes_along_with_words_and_with_nothing_else(town, said, waits):
    noi = owed_on_line(town)
    noi.says(said)
    assert len(parked(town, noi)) == waits


def test_a_rewording_is_shown_only_where_the_town_wants_it(sqlite_database, clock):
    own_words = models.rephrasing(lambda text: text.split("\n")[1][:200])
    for rephrase in (False, True):
        with advised(sqlite_database, clock, model_rephrase=rephrase) as town:
            noi = town.arrives()
            noi.says(QUESTION)
            before = len(noi.everything())
            town.model.says = own_words
            town.thinks()
            [advice] = noi.everything()[before:]
            assert (REWORDED in advice.text) is rephrase
            assert advice.card is not None
            asks_for_text = (
                '"text"' in town.model.requests[0].body["messages"][0]["content"]
            )
            assert asks_for_text is rephrase


@pytest.mark.parametrize(
    "added",
    [
        " โทร 0812345678", " ภายใน 99 วัน", " วันที่ 31 ธ.ค. 2599", " ติดต่อคุณสมชาย ใจดี",
        " https://evil.example/x", " แล้วเราจะติดต่อกลับ",
        " You match a resident's question",
    ],
)  # fmt: skip
def test_a_rewording_with_anything_added_is_dropped_as_a_whole(
    sqlite_database, clock, added
):
    with advised(sqlite_database, clock, model_rephrase=True) as town:
        noi = town.arrives()
        noi.says(QUESTION)
        before = len(noi.everything())
        town.model.says = models.rephrasing(
            lambda text: text.split("\n")[1][:200] + added
        )
        assert town.thinks()
        assert len(noi.everything()) == before
        assert town.ends == {AdviceOutcome.UNFOUNDED: 1}


def test_embeddings_alone_may_make_us_sure(sqlite_database, clock, tmp_path):
    """Through the same calibration: what they add is weighed like all the rest."""
    options = {"model_name": "", "embedding_name": "e", "data_dir": tmp_path}
    with advised(sqlite_database, clock, **options) as town:
        sure = decide.learnt()
        by_meaning = replace(sure, weights={**sure.weights, "meaning": 20.0})
        file = embedding.learnt_in(town.world.settings)
        file.parent.mkdir()
        decide.keep(by_meaning, "a test", file)
        town.restarts()
        noi = town.arrives()
        noi.says(QUESTION)
        before = len(noi.everything())
        town.thinks()
        assert len(noi.everything()) == before
        town.knows_articles()
        for question in unsure():
            noi.says(f"{question} โทร 081-234-5678")
            noi.says(question)
            town.thinks()
            if AdviceOutcome.SHOWN in town.ends:
                break
        assert noi.everything()[-1].text == PROBABLY
        assert town.model.calls("chat") == []
        assert "5678" not in town.model.heard
        town.model.fail("embeddings", Fault.error(500))
        noi.says(question)
        before = len(noi.everything())
        town.thinks()
        assert len(noi.everything()) == before


def test_question_and_answer_stand_in_no_log(sqlite_database, clock, capfd):
    with advised(sqlite_database, clock, model_rephrase=True) as town:
        noi = town.arrives()
        town.model.says = models.obey
        for fault in (None, Fault.malformed(b"secret words"), Fault.error(500)):
            if fault:
                town.model.fail("chat", fault)
            noi.says(QUESTION)
            town.thinks()
    written = "".join(capfd.readouterr())
    assert QUESTION[:20] not in written
    assert "secret words" not in written


def test_the_whole_service_advises_on_telegram_and_never_pushes_on_line(
    sqlite_database,
):
    with (
        ModelStandIn() as model,
        running(
            sqlite_database, model_url=model.base, model_key=model.key, model_name="m"
        ) as city,
    ):
        noi, lek = OnTelegram(city), OnLine(city)
        for each in (noi, lek):
            each.says("สวัสดีค่ะ")
            each.presses("ไทย")
            each.presses("ไม่ต้องส่ง")
            each.says(QUESTION)
        wait_for(lambda: any(PROBABLY in text for text in noi.has()), "advice")
        wait_for(lambda: len(model.calls("chat")) == 2, "both were asked about")
        assert str(noi.address) not in model.heard
        assert str(lek.address) not in model.heard
        assert not any(PROBABLY in text for text in lek.has())
        wait_for(lambda: PROBABLY in lek.says("ขอบคุณค่ะ"), "advice with a reply")
        assert city.line.calls("push") == []
