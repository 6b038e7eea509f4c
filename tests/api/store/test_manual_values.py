"""Values entered from a document, for an edition that the town has added itself."""

import pytest

from api.errors import DomainError
from api.store import frameworks, indicators, manual_values, releases, verifying
from surveys import catalogue, framework_sheet
from surveys.catalogue import Framework
from surveys.record import Absent
from tests.api import given
from tests.surveys.test_catalogue import framework

CODE, HASH = "TN-M1", "ab" * 32


@pytest.fixture
def edition(tmp_path, monkeypatch):
    """A town's own framework: one indicator that is entered, in percent."""
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    data = framework()
    indicator = data["dimensions"][0]["aspects"][0]["indicators"][0]
    indicator.update(
        code=CODE, measure=None, threshold={"value": 75, "rule": "value", "source": []}
    )
    people = dict(indicator, code="TN-M2", unit="people", threshold=None)
    data["dimensions"][0]["aspects"][0]["indicators"].append(people)
    made = Framework.model_validate(data)
    frameworks.add(made, framework_sheet.to_yaml(made))
    return made


def reworded(edition, **changed):
    """The next edition of it, in other words and by another formula; added.

    `changed` is what else is new in each of its indicators.
    """
    data = edition.model_dump(mode="json")
    data["edition"] = str(int(edition.edition) + 1)
    for each in data["dimensions"][0]["aspects"][0]["indicators"]:
        for name in ("definition", "base", "formula"):
            each[name] = {"th": f"{name} ใหม่", "en": f"new {name}"}
        each.update(changed)
    newer = Framework.model_validate(data)
    frameworks.add(newer, framework_sheet.to_yaml(newer))
    return newer


@pytest.fixture
def anna(database, clock):
    with database.write() as session:
        return given.officer(session, "anna", clock())


def enter(database, officer, now, value, code=CODE, period="2026", **more):
    given_ = {"n": None, "evidence_sha256": HASH, "source": "หนังสือ อน. 12/2569"}
    with database.write() as session:
        return manual_values.enter(
            session,
            code,
            period,
            value=value,
            officer_id=officer.id,
            now=now,
            **given_ | more,
        )


def test_an_entered_value_carries_its_document_and_says_what_cannot_apply(
    database, clock, edition, anna
):
    row = enter(database, anna, clock(), 80.0, n=12)
    with database.read() as session:
        value = indicators.find(session, CODE, "2026")
        verdict = verifying.verify(session, value)
        told = value.record["told"]
    assert (value.id, value.n, value.status) == (row.id, 12, "final")
    assert told["evidence"]["dataset_sha256"] == HASH
    assert told["evidence"]["source"] == "หนังสือ อน. 12/2569"
    assert told["threshold"]["outcome"] == "met"
    assert told["interval"]["reason"]["th"] == "เอกสารต้นทางไม่ได้บอกไว้"
    assert (told["period"]["first"], told["period"]["last"]) == (
        "2026-01-01",
        "2026-12-31",
    )
    assert verdict.matches
    assert "document" in verdict.unproven


def test_two_others_publish_it_never_who_entered_it(database, clock, edition, anna):
    with database.write() as session:
        boon, chai = (given.officer(session, each, clock()) for each in ("b1", "c1"))
    row = enter(database, anna, clock(), 80.0)
    with database.write() as session:
        with pytest.raises(DomainError) as raised:
            releases.propose(session, row.id, boon.id, clock())
        assert raised.value.values["fields"] == ("responsible", "contact")
        release = releases.propose(
            session, row.id, boon.id, clock(), responsible="กองคลัง", contact="02-0"
        )
    with database.write() as session, pytest.raises(DomainError, match="own_value"):
        releases.approve(
            session, release.id, anna.id, seen_sha256=release.sha256, now=clock()
        )
    with database.write() as session:
        published = releases.approve(
            session, release.id, chai.id, seen_sha256=release.sha256, now=clock()
        )
    record = releases.record_of(published)
    assert (record.responsible, record.contact) == ("กองคลัง", "02-0")
    assert isinstance(record.questions, Absent)


def test_another_value_needs_a_reason_and_the_same_one_is_refused(
    database, clock, edition, anna
):
    enter(database, anna, clock(), 80.0)
    with pytest.raises(DomainError, match="value_same"):
        enter(database, anna, clock(), 80.0)
    with pytest.raises(DomainError, match="value_reason"):
        enter(database, anna, clock(), 81.0)
    row = enter(database, anna, clock(), 70.0, reason="C-error")
    with database.read() as session:
        told = indicators.find(session, CODE, "2026").record["told"]
    assert (row.revision, row.status, row.reason) == (2, "revised", "C-error")
    assert told["revision"] == {
        "number": 2,
        "reason": "C-error",
        "before": 80.0,
        "notice": True,
    }


@pytest.mark.parametrize(
    ("code", "value", "more"),
    [
        (CODE, 100.1, {}),
        (CODE, -1.0, {}),
        (CODE, float("nan"), {}),
        ("TN-M2", 1.5, {}),
        (CODE, 50.0, {"n": -1}),
        (CODE, 50.0, {"source": " "}),
    ],
)
def test_what_the_unit_or_the_base_cannot_be_is_refused(
    database, clock, edition, anna, code, value, more
):
    with pytest.raises(DomainError) as raised:
        enter(database, anna, clock(), value, code, **more)
    assert raised.value.status == 422


def test_an_edition_never_changes_and_no_code_is_taken_twice(edition):
    with pytest.raises(DomainError, match="edition_exists"):
        frameworks.add(edition, "")
    other = edition.model_copy(update={"key": "other"})
    with pytest.raises(DomainError, match="code_taken"):
        frameworks.add(other, "")
    newer = edition.model_copy(update={"edition": "2"})
    path = frameworks.add(newer, framework_sheet.to_yaml(newer))
    assert catalogue.load(path) == newer
    assert frameworks.named(CODE)[0].edition == "2"
    assert frameworks.edition("tiny", "1") == edition
