"""The world is replaced whole when a revision lands, and built beside the chat."""

from api.settings import Settings
from api.store import articles as article_store
from bot import worlds as worlds_module
from bot.worlds import Worlds
from content import articles, effects, search
from content.effects import Asked, Expected, Wording
from tests.api import given
from tests.content import small


def shipped(*slugs):
    return [
        each
        for each in articles.load_all()
        if each.slug in slugs and each.language == "th"
    ]


def test_a_new_revision_is_told_and_found_without_a_restart(database, clock):
    [levels] = shipped("five-levels")
    with database.write() as session:
        article_store.sync(session, [levels], clock())
    worlds = Worlds(database, Settings())
    before = worlds()
    assert not worlds.refresh()
    changed = levels.source_text.replace(levels.title, "ขั้นบันไดห้าขั้นของเมือง")
    with database.write() as session:
        anna = given.officer(session, "anna", clock())
        article_store.revise(
            session,
            slug="five-levels",
            language="th",
            source_text=changed,
            author_id=anna.id,
            now=clock.forward(minutes=1),
        )
    assert worlds.refresh()
    assert worlds() is not before
    assert worlds().article("five-levels", "th").title == "ขั้นบันไดห้าขั้นของเมือง"
    index = worlds().index
    asked = search.question(index, "ขั้นบันไดห้าขั้น")
    [hit, *_] = search.ranked(index, asked, language="th")
    assert hit.slug == "five-levels"


def test_an_article_is_told_in_the_nearest_language(database, clock):
    with database.write() as session:
        article_store.sync(session, shipped("five-levels"), clock())
    world = Worlds(database, Settings())()
    assert world.article("five-levels", "my").language == "th"
    assert world.article("no-such-article", "th") is None


def test_what_a_revision_would_change_is_found_out_in_another_process(monkeypatch):
    live = [Wording(a.slug, a.language, a.source_text) for a in small.TOWN]
    revised = Wording("canal", "th", small.RIVER.source_text)
    asked = ([Expected("k", "คลองดำ", "th", "canal")], [Asked("ตลาดนัดอยู่ตรงไหน", "th")])
    expected = effects.weigh(live, revised, *asked)
    monkeypatch.setattr(search, "build", None)
    assert worlds_module.weigh(live, revised, *asked) == expected
    assert [each.expected.key for each in expected.lost] == ["k"]
