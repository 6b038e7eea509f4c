"""An evidence pack is gathered from a frozen wave that nobody has touched."""

import dataclasses
import io
import json
from collections import Counter

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlmodel import col

from api.errors import DomainError
from api.store import evidence, frameworks, indicators, marking, waves
from api.store.models import Answer, IndicatorValue, Invitation, Response
from content.dates import say_date
from content.richmenu import FONTS
from surveys.anonymity import HIDDEN, K
from surveys.estimate.outcomes import Frame
from surveys.evidence import files, words
from surveys.evidence.pack import Status
from surveys.flow import State
from tests.api import answered, given
from tests.api.store import evidencing, waving

SOCIAL = "ecotown_social_draft"


def pack_of(database, now, key="w1", *, draft=False):
    """The pack of a wave; put together when the transaction is over."""
    with database.read() as session:
        gathered = evidence.of_wave(session, key, draft=draft)
    return evidence.put_together(gathered, now)


def render(pack):
    return files.render(pack, fonts=FONTS, say_date=say_date)


@pytest.fixture
def wave(database, clock):
    return evidencing.frozen(database, clock())


def test_the_pack_holds_what_was_fixed_at_freezing(database, clock, wave):
    pack = pack_of(database, clock())
    (told,) = pack.waves
    assert pack.name == "w1"
    assert told.dataset_sha256 == wave.evidence["sha256"]
    assert told.questionnaire_sha256 == wave.evidence["survey_sha256"]
    assert told.dataset_rows == 239
    assert told.method.frame is Frame.OPEN_LINK
    assert told.method.frame_note == "ลิงก์ในกลุ่มชุมชน"
    assert {each.key: each.n for each in told.method.modes} == wave.evidence["modes"]
    assert told.rates.rr1 is None
    assert told.opened_link.completed == 239
    assert [(each.key, each.n) for each in told.exclusions] == [("staff", 1)]
    assert ("same_address", 1) in [(each.key, each.n) for each in told.flags]
    assert set(told.versions) == {q.key for q in told.survey.questions}


def test_the_tables_are_the_answers_in_the_database(database, clock, wave):
    (told,) = pack_of(database, clock(), draft=True).waves
    with database.read() as session:
        counted = Counter(
            session.scalars(
                select(col(Answer.value))
                .join(Response, col(Response.id) == col(Answer.response_id))
                .where(
                    col(Answer.question_key) == "heard",
                    col(Answer.state) == State.ANSWERED,
                    col(Response.wave_id) == wave.id,
                    col(Response.excluded).is_(None),
                )
            )
        )
    heard = next(each for each in told.tallies if each.question == "heard")
    assert {row.key: row.n for row in heard.rows} == counted
    assert heard.asked == 239


def test_the_figures_are_the_settled_values_with_their_records(database, clock, wave):
    pack = pack_of(database, clock(), draft=True)
    with database.read() as session:
        kept = {
            each.code: (each.value, each.low, each.high, each.n)
            for each in indicators.latest(session, framework=SOCIAL)
            if each.period == "w1"
        }
    told = {
        each.record.code: (each.value, each.low, each.high, each.n)
        for each in pack.figures
    }
    assert told == kept
    verify = "ecotown indicator verify ET-S1 w1 --revision 1"
    assert pack.figures[0].verify == verify
    assert [each.record.code for each in pack.figures] == [
        code for code in (i.code for _, i in frameworks.listed()) if code in kept
    ]


def test_the_sample_stands_beside_the_population(database, clock, wave):
    (told,) = pack_of(database, clock(), draft=True).waves
    (margin,) = told.coverage
    role = next(each for each in told.tallies if each.question == "role")
    assert margin.source == "ทะเบียนราษฎร"
    assert {each.key: each.population for each in margin.shares} == evidencing.ROLES
    assert [each.n for each in margin.shares] == [row.n for row in role.rows]
    assert told.weighting.weighted
    record = pack_of(database, clock(), draft=True).figures[0].record
    assert told.weighting.n_eff == record.weighting.n_eff


def test_without_population_figures_nothing_is_weighted(database, clock):
    evidencing.frozen(database, clock(), margins=False)
    (told,) = pack_of(database, clock()).waves
    assert told.coverage == ()
    assert not told.weighting.weighted
    assert told.margins_sha256 is None


@pytest.mark.parametrize(
    ("modes", "agreed", "entered"),
    [
        (["line"], True, False),
        (["paper", "enumerator"], False, True),
        (["line", "paper"], True, True),
    ],
)
def test_of_answers_that_others_entered_no_consent_is_claimed(
    database, clock, modes, agreed, entered
):
    with database.write() as session:
        made = waving.opened(session, clock())
        for mode in modes:
            rows = [{"heard": "yes", "role": "lives"}] * 40
            answered.fill(session, made, rows, clock(), mode=mode)
    waving.frozen(database, made, clock.forward(days=7))
    (told,) = pack_of(database, clock()).waves
    said = told.method.consent.en
    assert ("People agreed before" in said) == agreed
    assert ("no record of consent" in said) == entered


def test_answers_to_unreviewed_words_are_told_apart(database, clock):
    evidencing.frozen(database, clock(), people=100, burmese=40)
    (told,) = pack_of(database, clock()).waves
    heard = {each.language: each.n for each in told.tallies if each.question == "heard"}
    assert heard == {"all": 99, "my": 40}
    assert told.exclusions[-1].n == 40
    assert "no speaker has reviewed" in told.exclusions[-1].label.en


def test_few_answers_to_unreviewed_words_are_only_counted(database, clock):
    evidencing.frozen(database, clock(), people=100, burmese=3)
    pack = pack_of(database, clock())
    (told,) = pack.waves
    assert {each.language for each in told.tallies} == {"all"}
    languages = {each.key: (each.n, each.few) for each in told.method.languages}
    assert languages["my"] == (None, True)
    assert [(each.n, each.few) for each in told.exclusions][-1] == (None, True)
    assert languages["th"] == (None, False)
    assert len(pack.rows[0].rows) + pack.rows[0].left_out == 99


def test_rows_are_told_only_where_five_look_alike(database, clock, wave):
    (rows,) = pack_of(database, clock()).rows
    assert "suggestion" not in rows.header
    assert "day" not in rows.header
    places = [rows.header.index(key) for key in ("channel", "years")]
    alike = Counter(tuple(row[at] for at in places) for row in rows.rows)
    assert rows.rows
    assert all(count >= K for count in alike.values())
    # Three people took part: neither the table nor the rows say who did not.
    assert {row[rows.header.index("took_part")] for row in rows.rows} == {HIDDEN}


def test_nothing_anybody_typed_is_in_any_file(database, clock, wave):
    made = render(pack_of(database, clock()))
    book = load_workbook(io.BytesIO(made["evidence.xlsx"]))
    cells = " ".join(
        str(cell) for sheet in book for row in sheet.values for cell in row
    )
    for text in (made["evidence.json"].decode(), made["tables.csv"].decode(), cells):
        assert "ท่อน้ำหลังวัด" not in text
        assert "081-234-5678" not in text
    with database.read() as session:
        ids = session.scalars(select(col(Response.id))).all()
    assert ids
    assert not any(str(each) in cells or each.hex in cells for each in ids)


def test_the_same_wave_is_the_same_files_to_the_byte(database, clock, wave):
    assert render(pack_of(database, clock())) == render(pack_of(database, clock()))


def test_a_wave_that_is_not_frozen_has_no_pack(database, clock):
    with database.write() as session:
        version = waves.store_version(session, evidencing.SURVEY, clock())
        waves.open_wave(
            session, key="w1", version=version, population="all", now=clock()
        )
    with database.read() as session, pytest.raises(DomainError) as refused:
        evidence.of_wave(session, "w1")
    assert refused.value.key == "error.wave_not_frozen"


def test_a_wave_in_which_an_answer_was_touched_has_no_pack(database, clock, wave):
    with database.read() as session:
        touched, kept = session.execute(
            select(col(Answer.response_id), col(Answer.value))
            .join(Response, col(Response.id) == col(Answer.response_id))
            .where(
                col(Answer.question_key) == "info_ease",
                col(Response.excluded).is_(None),
                col(Response.wave_id) == wave.id,
            )
            .limit(1)
        ).one()
    evidencing.tamper(
        database,
        update(Answer)
        .where(
            col(Answer.response_id) == touched, col(Answer.question_key) == "info_ease"
        )
        .values(value=1 if kept == 5 else 5),
    )
    for gather in (
        lambda session: evidence.of_wave(session, "w1"),
        lambda session: evidence.of_framework(session, SOCIAL, "w1"),
    ):
        with database.read() as session, pytest.raises(DomainError) as refused:
            gather(session)
        assert refused.value.key == "error.evidence_broken"


def test_a_pack_of_made_up_answers_is_a_draft_that_says_so(database, clock):
    evidencing.frozen(database, clock(), made_up=True)
    with database.read() as session:
        gathered = evidence.of_wave(session, "w1")
    official = dataclasses.replace(gathered, official=True)
    pack = evidence.put_together(official, clock())
    assert (pack.made_up, pack.status) == (True, Status.DRAFT)


def test_a_wave_of_the_towns_own_survey_is_official(database, clock, wave):
    with database.read() as session:
        gathered = evidence.of_wave(session, "w1")
    assert evidence.put_together(gathered, clock()).status is Status.DRAFT
    official = dataclasses.replace(gathered, official=True)
    assert evidence.put_together(official, clock()).status is Status.OFFICIAL


def test_the_reminders_that_were_sent_are_counted(database, clock):
    with database.write() as session:
        contacts = [given.contact(session, f"U{each}", clock()) for each in range(3)]
    invited = [
        Invitation(
            resident_id=contact.resident_id, invited_at=clock(), reminded=reminded
        )
        for reminded, contact in enumerate(contacts)
    ]
    evidencing.frozen(database, clock(), invited=invited)
    (told,) = pack_of(database, clock()).waves
    assert (told.method.reminders.sent, told.method.reminders.people) == (3, 2)


def test_a_framework_is_told_by_the_key_of_a_wave_and_by_the_year(database, clock):
    evidencing.frozen(database, clock(), "w1")
    clock.forward(days=100)
    evidencing.frozen(database, clock(), "w2", seed=2)
    with database.read() as session:
        one = evidence.of_framework(session, SOCIAL, "w2", draft=True)
        year = evidence.of_framework(session, SOCIAL, "2026", draft=True)
        both = [evidence.of_framework(session, SOCIAL, each) for each in ("2027-Q1",)]
    assert {each.period for each in one.figures} == {"w2"}
    assert {each.period for each in year.figures} == {"w1"}
    assert {each.key for each in both[0].waves} == {"w2"}
    pack = evidence.put_together(one, clock())
    assert (pack.kind, pack.name, pack.rows) == ("framework", f"{SOCIAL} w2", ())
    assert pack.figures[0].change is not None
    assert render(pack)["draft-not-released-evidence.pdf"].startswith(b"%PDF-")


def test_a_period_without_a_value_is_refused(database, clock, wave):
    for key, period in ((SOCIAL, "2019"), (SOCIAL, "w9"), ("nobody", "w1")):
        with database.read() as session, pytest.raises(DomainError) as refused:
            evidence.of_framework(session, key, period)
        assert refused.value.status == 404


def test_a_frozen_wave_without_values_still_has_its_evidence(database, clock):
    evidencing.frozen(database, clock(), people=40, counted=False)
    pack = pack_of(database, clock())
    assert pack.figures == ()
    assert pack.waves[0].dataset_rows == 39
    assert render(pack)["evidence.pdf"].startswith(b"%PDF-")


def test_only_the_newest_revision_is_told(database, clock, wave):
    with database.write() as session:
        value = indicators.find(session, "ET-S1", "w1")
        corrected = IndicatorValue(
            **{
                **value.model_dump(exclude={"id", "record"}),
                "value": 50.0,
                "revision": 2,
                "status": "revised",
                "reason": "C-error",
            },
            record={**value.record, "told": {**value.record["told"], "value": 50.0}},
        )
        session.add(corrected)
    told = [
        each.value
        for each in pack_of(database, clock(), draft=True).figures
        if each.record.code == "ET-S1"
    ]
    assert told == [50.0]


def test_json_of_a_real_pack_is_read_back(database, clock, wave):
    made = render(pack_of(database, clock(), draft=True))
    data = json.loads(made["draft-not-released-evidence.json"])
    assert data["waves"][0]["dataset_rows"] == 239
    assert (
        data["figures"][0]["concepts"]["OBS_VALUE"]
        == data["figures"][0]["record"]["value"]
    )


@pytest.mark.parametrize("reason", marking.Exclusion)
def test_every_reason_to_leave_a_response_out_has_words(reason):
    assert words.text(f"exclusion.{reason}")
