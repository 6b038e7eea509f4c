"""A correction of what people were told becomes a draft, which officers send."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from api.errors import DomainError
from api.store import (
    audit,
    broadcasts,
    indicators,
    notices,
    releases,
    reports,
    waves,
)
from api.store.models import Broadcast, Delivery, Report, Wave
from api.store.words import ReportState
from content import summary
from surveys.record_words import FEW_ALIKE
from tests.api import answered, given
from tests.api.store import cuts, releasing, waving

CODE = "TN-1"
NAME = {"th": "คำ", "en": "A word"}


@pytest.fixture
def officers(database, clock):
    with database.write() as session:
        names = ("anna", "boon", "chai")
        return [given.officer(session, each, clock()) for each in names]


@pytest.fixture
def town(database, clock, officers, tmp_path, monkeypatch):
    """A wave whose value can be published, and corrected by a new edition."""
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    cuts.add("tn", {CODE: cuts.share("dialogue", 4, 5)}, name=NAME)

    class Town:
        def __init__(self):
            with database.write() as session:
                wave = waving.opened(session, clock())
                counts = {1: 35, 2: 5, 3: 20, 4: 20, 5: 20}
                rows = [{"dialogue": p} for p, n in counts.items() for _ in range(n)]
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

        def correct(self, reason="C-error", points=(3, 4, 5), edition="2"):
            shares = {CODE: cuts.share("dialogue", *points)}
            cuts.add("tn", shares, edition=edition, name=NAME)
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
    assert english["title"] == "Correction: A word, 1 Dec 2026"
    assert thai["title"] == "แก้ไขตัวเลข: คำ, 1 ธ.ค. 2569"
    assert english["body"].startswith(
        "A word\nSurvey: Life in the eco-industrial town, 1 Dec 2026\n"
    )
    for said in (*thai.values(), *english.values()):
        assert CODE not in said
        assert "w1" not in said
    assert english["body"].endswith("We are sorry for the mistake.")
    assert "Told before: 40.0%" in english["body"]
    assert "Right is: 60.0%" in english["body"]
    assert "Likely range 50.2-69.1, 100 answers" in english["body"]
    assert "ที่เคยบอกไว้: 40.0%" in thai["body"]
    assert "\n\n" not in thai["body"]


@pytest.mark.parametrize("reason", ["C-error", "R-data"])
def test_a_correction_of_a_correction_that_nobody_was_told_is_told(town, reason):
    """From 40 to 60, which is never published, to 65: that is little beside 60."""
    town.publish()
    town.correct()
    town.correct(reason, points=(2, 3, 4, 5), edition="3")
    assert town.due() == []
    town.publish()
    assert town.due() == [(CODE, 3)]
    body = town.draft().texts["en"]["body"]
    assert "Told before: 40.0%" in body
    assert "Right is: 65.0%" in body
    assert body.endswith("We are sorry for the mistake.")
    assert town.due() == []


def test_a_correction_after_one_whose_notice_was_never_written_is_told_of_the_first(
    town,
):
    town.publish()
    town.correct()
    town.publish()
    town.correct(points=(2, 3, 4, 5), edition="3")
    # What is said is the first correction, until the second one is published.
    assert town.due() == [(CODE, 2)]
    town.publish()
    assert town.due() == [(CODE, 3)]
    body = town.draft().texts["en"]["body"]
    assert "Told before: 40.0%" in body
    assert "Right is: 65.0%" in body


def test_who_heard_of_a_correction_need_not_hear_of_a_little_more(town):
    town.publish()
    town.correct()
    town.publish()
    town.correct(points=(2, 3, 4, 5), edition="3")
    assert "Right is: 60.0%" in town.draft().texts["en"]["body"]
    town.publish()
    assert town.due() == []


def test_a_mistake_that_was_undone_before_anybody_was_told_is_not_told(town):
    town.publish()
    town.correct()
    town.correct(points=(4, 5), edition="3")
    town.publish()
    assert town.due() == []


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


def take_back(town, database, clock, officers, reason):
    with database.write() as session:
        releases.withdraw(
            session,
            town.value().id,
            officers[0].id,
            reason=reason,
            why="คำถามแปลผิด",
            now=clock(),
        )


def test_a_change_of_method_is_no_mistake(town, database, clock, officers):
    town.publish()
    take_back(town, database, clock, officers, "R-method")
    assert town.due() == [(CODE, 2)]
    texts = town.draft().texts
    assert texts["en"]["title"] == "Counted another way: A word, 1 Dec 2026"
    assert texts["th"]["title"] == "เปลี่ยนวิธีคิดตัวเลข: คำ, 1 ธ.ค. 2569"
    lines = texts["en"]["body"].splitlines()
    assert lines[-2:] == [
        "The way this figure is worked out has changed.",
        "The figure told before was no mistake.",
    ]
    assert "sorry" not in texts["en"]["body"]
    assert "ขออภัย" not in texts["th"]["body"]
    assert "ตัวเลขเดิมไม่ได้ผิดค่ะ" in texts["th"]["body"]


def test_better_data_are_neither_a_mistake_nor_another_method(
    town, database, clock, officers
):
    town.publish()
    take_back(town, database, clock, officers, "R-data")
    texts = town.draft().texts
    assert texts["en"]["title"] == "Figure taken back: A word, 1 Dec 2026"
    for language, said in texts.items():
        assert summary.problems(said["title"], said["body"], language) == ()
    assert "mistake" not in texts["en"]["body"]
    assert "has changed" not in texts["en"]["body"]


def test_what_comes_after_a_figure_was_taken_back_is_told_with_the_old_figure(
    town, database, clock, officers
):
    town.publish()
    take_back(town, database, clock, officers, "C-error")
    town.draft()
    town.correct()
    assert town.due() == []
    town.publish()
    assert town.due() == [(CODE, 3)]
    body = town.draft().texts["en"]["body"]
    assert "Told before: 40.0%" in body
    assert "Right is: 60.0%" in body


def test_a_figure_that_was_not_told_is_not_called_told_before(
    town, database, clock, officers
):
    """Few alike: its value was kept back, and its place says so."""
    with database.write() as session:
        wave = session.get_one(Wave, town.wave.id)
        kept = {"value": FEW_ALIKE, "interval": FEW_ALIKE}
        releasing.put(session, wave, CODE, 100, 42, clock(), revision=2, **kept)
    town.correct()
    town.publish()
    assert town.due() == [(CODE, 3)]
    texts = town.draft().texts
    assert "Right is: 60.0%" in texts["en"]["body"]
    assert "Told before" not in texts["en"]["body"]
    assert "ที่เคยบอกไว้" not in texts["th"]["body"]


def test_a_figure_that_is_taken_back_is_told_at_once(town, database, clock, officers):
    town.publish()
    take_back(town, database, clock, officers, "C-error")
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


def test_two_officers_at_once_get_one_draft(town, database, clock, officers):
    """The second asks while the first has not yet kept what it wrote."""
    town.publish()
    town.correct()
    town.publish()
    value, waits, refused = town.value(), threading.Event(), []
    take_turn = notices.take_turn

    def second():
        try:
            with database.write() as session:
                notices.draft(session, value, officers[1].id, clock())
        except DomainError as error:
            refused.append(error.key)

    def seen(session, what):
        waits.set()
        take_turn(session, what)

    thread = threading.Thread(target=second)
    with database.write() as session:
        notices.draft(session, value, officers[0].id, clock())
        with pytest.MonkeyPatch.context() as patch:
            for module in (notices, reports, audit):
                patch.setattr(module, "take_turn", seen)
            thread.start()
            # On SQLite it does not come so far before this transaction ends.
            if database.engine.dialect.name != "sqlite":
                waits.wait()
    thread.join()
    assert refused == ["error.notice_drafted"]
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Report)) == 1


def test_a_draft_is_marked_as_the_figure_that_was_told_is(town, database, clock):
    town.publish()
    town.correct()
    town.publish()
    with database.write() as session:
        wave = session.get_one(Wave, town.wave.id)
        releasing.put(
            session, wave, CODE, 100, 60, clock(), revision=3, made_up=True,
            approved=False, status="revised", reason="R-data",
        )  # fmt: skip
    assert town.value().made_up
    assert not town.draft().made_up
