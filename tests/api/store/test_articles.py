"""Articles in the database: files first, an officer's wording over them."""

from datetime import timedelta

import pytest

from api.errors import DomainError
from api.store import articles as store
from api.store import audit
from content import articles
from tests.api import given

FILE = """---
title: {title}
topic: water
asked_as: [คลองดำ]
facts: []
sources: [{{name: a, url: null}}]
as_of: 2021-11-16
as_of_note: null
volatile: false
ask: null
review_by: 2027-02-28
owner: b
---
คำตอบ
"""


def text(title):
    return FILE.format(title=title)


def shipped(*titles, slug="canal", language="th"):
    return [
        articles.parse(text(title), slug=slug, language=language) for title in titles
    ]


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        return given.officer(session, "somsri", clock())


@pytest.fixture
def sync(database, clock):
    def run(*files):
        with database.write() as session:
            return store.sync(session, files, clock())

    return run


@pytest.fixture
def revise(database, clock, officer):
    def run(title, *, slug="canal", language="th", **options):
        with database.write() as session:
            return store.revise(
                session,
                slug=slug,
                language=language,
                source_text=text(title),
                author_id=officer.id,
                now=clock(),
                **options,
            )

    return run


def live(database):
    with database.read() as session:
        return [
            (r.slug, r.language, r.number, r.source_text) for r in store.live(session)
        ]


def stamp(database):
    with database.read() as session:
        return store.stamp(session)


def test_shipped_files_are_added_once(database, sync):
    files = [*shipped("น้ำ"), *shipped("water", language="en")]
    assert sync(*files) == 2
    assert sync(*files) == 0
    assert live(database) == [
        ("canal", "en", 1, text("water")),
        ("canal", "th", 1, text("น้ำ")),
    ]


def test_a_changed_file_is_a_new_revision(database, sync):
    sync(*shipped("น้ำ"))
    assert sync(*shipped("น้ำใหม่")) == 1
    assert live(database) == [("canal", "th", 2, text("น้ำใหม่"))]


def test_a_changed_file_never_goes_over_an_officers_wording(database, sync, revise):
    sync(*shipped("น้ำ"))
    revise("ของเจ้าหน้าที่")
    assert sync(*shipped("น้ำใหม่")) == 0
    assert live(database) == [("canal", "th", 2, text("ของเจ้าหน้าที่"))]


def test_an_officer_may_write_a_new_article(database, revise, officer):
    made = revise("ใหม่", slug="new-one")
    assert (made.number, made.shipped, made.author_id) == (1, False, officer.id)
    assert live(database) == [("new-one", "th", 1, text("ใหม่"))]


def test_a_wording_with_a_fault_is_refused_with_its_line(database, officer, clock):
    with (
        pytest.raises(DomainError) as caught,
        database.write() as session,
    ):
        store.revise(
            session,
            slug="canal",
            language="th",
            source_text=text("น้ำ").replace("topic: water", "topic: wine"),
            author_id=officer.id,
            now=clock(),
        )
    assert caught.value.status == 422
    assert caught.value.values["reason"].startswith("th/canal.md:3: topic")
    assert live(database) == []


def test_two_officers_at_once_do_not_overwrite_each_other(database, sync, revise):
    sync(*shipped("น้ำ"))
    revise("คนแรก", seen=1)
    with pytest.raises(DomainError, match=r"^error\.article_changed$"):
        revise("คนที่สอง", seen=1)
    revise("คนที่สอง", seen=2)
    assert live(database)[0][2] == 3


def test_a_withdrawn_article_is_not_live_and_comes_back(database, sync, clock):
    sync(*shipped("น้ำ"))
    with database.write() as session:
        store.withdraw(session, "canal", by="cli", now=clock())
    assert live(database) == []
    assert sync(*shipped("น้ำ")) == 0
    with database.write() as session:
        store.restore(session, "canal", by="cli", now=clock())
    assert len(live(database)) == 1


def test_withdrawing_twice_is_recorded_once(database, sync, clock):
    sync(*shipped("น้ำ"))
    for _ in range(2):
        with database.write() as session:
            store.withdraw(session, "canal", by="cli", now=clock())
    with database.read() as session:
        actions = [entry.action for entry in audit.list_(session).items]
    assert actions.count("article.withdraw") == 1


def test_an_article_nobody_wrote_cannot_be_withdrawn(database, clock):
    with (
        pytest.raises(DomainError, match=r"^error\.not_found$"),
        database.write() as session,
    ):
        store.withdraw(session, "nothing", by="cli", now=clock())


def test_the_stamp_changes_with_whatever_is_live(database, sync, revise, clock):
    seen = [stamp(database)]

    def changed():
        seen.append(stamp(database))
        return seen[-1] not in seen[:-1]

    sync(*shipped("น้ำ"))
    assert changed()
    assert stamp(database) == seen[-1]
    clock.forward(seconds=1)
    revise("ของเจ้าหน้าที่")
    assert changed()
    with database.write() as session:
        store.withdraw(session, "canal", by="cli", now=clock() + timedelta(1))
    assert changed()


def test_what_is_live_can_be_exported_and_read_again(database, sync, revise, tmp_path):
    sync(*shipped("น้ำ"), *shipped("bins", slug="bins", language="en"))
    revise("ของเจ้าหน้าที่")
    with database.read() as session:
        files = store.export(session)
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    titles = {a.slug: a.title for a in articles.load_all(tmp_path)}
    assert titles == {"canal": "ของเจ้าหน้าที่", "bins": "bins"}


def test_every_wording_is_kept(database, sync, revise):
    sync(*shipped("น้ำ"))
    revise("ของเจ้าหน้าที่")
    with database.read() as session:
        numbers = [r.number for r in store.history(session, "canal", "th")]
        newest = store.get(session, "canal", "th")
    assert numbers == [2, 1]
    assert newest.source_text == text("ของเจ้าหน้าที่")


def test_the_shipped_articles_are_taken_in(database, sync):
    files = articles.load_all()
    assert sync(*files) == len(files)
    assert len(live(database)) == len(files)
