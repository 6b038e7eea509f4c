"""A correction of what people were told becomes a draft, which officers send."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from api.errors import DomainError
from api.store import broadcasts, indicators, notices, releases, reports, waves
from api.store.models import Broadcast, Delivery
from api.store.words import ReportState
from content import summary
from tests.api import answered, given
from tests.api.store import cuts, waving

CODE = "TN-1"


@pytest.fixture
def officers(database, clock):
    with database.write() as session:
        names = ("anna", "boon", "chai")
        return [given.officer(session, each, clock()) for each in names]


@pytest.fixture
def town(database, clock, officers, tmp_path, monkeypatch):
    """A wave whose value can be published, and corrected by a new edition."""
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    cuts.add("tn", {CODE: cuts.share("dialogue", 4, 5)})

    class Town:
        def __init__(self):
            with database.write() as session:
                wave = waving.opened(session, clock())
                rows = [{"dialogue": 1 + number % 5} for number in range(100)]
                answered.fill(session, wave, rows, clock())
            waving.frozen(database, wave, clock.forward(days=7))
            self.wave = wave

        def value(self):
            with database.read() as session:
                return indicators.find(session, CODE, "w1")

        def publish(self):
            with database.write() as session:
                release = releases.propose(
                    session, self.value().id, officers[0].id, clock()
                )
                releases.approve(
                    session,
                    release.id,
                    officers[1].id,
                    seen_sha256=release.sha256,
                    now=clock.forward(hours=1),
                )

        def correct(self, reason="C-error"):
            wider = cuts.share("dialogue", 3, 4, 5)
            cuts.add("tn", {CODE: wider}, edition="2")
            with database.write() as session:
                indicators.compute(session, self.wave.id, clock(), reason=reason)

        def due(self):
            with database.read() as session:
                return [(each.code, each.revision) for each in notices.due(session)]

        def draft(self):
            with database.write() as session:
                return notices.draft(session, self.value(), officers[0].id, clock())

    return Town()


def test_who_was_told_a_wrong_figure_is_to_hear_of_it_once(town, database, officers):
    assert town.due() == []
    town.publish()
    town.correct()
    # Nobody is told of a correction that two officers have not published yet.
    assert town.due() == []
    town.publish()
    assert town.due() == [(CODE, 2)]
    report = town.draft()
    assert report.state is ReportState.DRAFT
    assert town.due() == []
    with pytest.raises(DomainError, match=r"^error\.notice_drafted$"):
        town.draft()
    thai, english = report.texts["th"], report.texts["en"]
    assert english["title"] == "Correction: TN-1, w1"
    assert "Told before: 40.0%" in english["body"]
    assert "Right is: 60.0%" in english["body"]
    assert "Likely range 50.2-69.1, 100 answers" in english["body"]
    assert "ที่เคยบอกไว้: 40.0%" in thai["body"]
    assert "\n\n" not in thai["body"]


def test_a_draft_is_short_enough_and_goes_out_only_by_two_officers(
    town, database, clock, officers
):
    town.publish()
    town.correct()
    town.publish()
    report = town.draft()
    for language, said in report.texts.items():
        assert summary.problems(said["title"], said["body"], language) == ()
    with database.read() as session:
        for table in (Broadcast, Delivery):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    with database.write() as session:
        proposed = broadcasts.propose(session, report.id, officers[1].id, clock())
    with (
        pytest.raises(DomainError, match=r"^error\.own_report$"),
        database.write() as session,
    ):
        broadcasts.approve(
            session, proposed.id, officers[0].id,
            seen_sha256=proposed.content_sha256, now=clock(), delay=timedelta(0),
        )  # fmt: skip
    with database.write() as session:
        broadcasts.approve(
            session, proposed.id, officers[2].id,
            seen_sha256=proposed.content_sha256, now=clock(), delay=timedelta(0),
        )  # fmt: skip


def test_what_was_never_published_needs_no_notice(town):
    town.correct()
    town.publish()
    assert town.due() == []
    with pytest.raises(DomainError, match=r"^error\.no_notice$"):
        town.draft()


def test_a_planned_revision_needs_no_notice(town):
    town.publish()
    town.correct(reason="R-data")
    town.publish()
    assert town.due() == []


def test_a_figure_that_is_taken_back_is_told_at_once(town, database, clock, officers):
    town.publish()
    with database.write() as session:
        releases.withdraw(
            session,
            town.value().id,
            officers[0].id,
            reason="C-error",
            why="คำถามแปลผิด",
            now=clock(),
        )
    assert town.due() == [(CODE, 2)]
    report = town.draft()
    assert "This figure is taken back: " in report.texts["en"]["body"]
    assert "คำถามแปลผิด" in report.texts["en"]["body"]
    assert "Right is" not in report.texts["en"]["body"]
    for language, said in report.texts.items():
        assert summary.problems(said["title"], said["body"], language) == ()
    with database.read() as session:
        assert reports.published(session).items == []
        assert waves.get(session, "w1").frozen_at is not None
