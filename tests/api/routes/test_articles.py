"""/api/v1/articles: live revisions, and new ones in an officer's name."""

import pytest

from api.ports import Ports
from api.store import articles, audit, checked
from api.store import asked as asked_store
from content import articles as files
from content import effects
from content.decide import Outcome
from tests.content import small


@pytest.fixture
def shipped(database, clock):
    found = files.load_all()[:3]
    with database.write() as session:
        articles.sync(session, found, clock())
    return found


@pytest.fixture
def headers(key):
    return key("articles:read", "articles:write")


def path(article):
    return f"/api/v1/articles/{article.slug}/{article.language}"


def test_live_articles_are_listed_by_name(client, headers, shipped):
    first = client.get("/api/v1/articles?limit=2", headers=headers).json()
    after = {"after": first["next"]}
    rest = client.get("/api/v1/articles", params=after, headers=headers).json()
    names = [(row["slug"], row["language"]) for row in first["items"] + rest["items"]]
    assert names == sorted((a.slug, a.language) for a in shipped)
    assert rest["next"] is None


def test_an_article_is_told_whole(client, headers, shipped):
    told = client.get(path(shipped[0]), headers=headers).json()
    assert told["title"] == shipped[0].title
    assert told["source_text"].startswith("---")
    assert told["shipped"] is True
    missing = client.get("/api/v1/articles/no-such-thing/th", headers=headers)
    assert missing.status_code == 404


def test_a_revision_is_live_at_once_in_the_officers_name(
    client, headers, database, officer, shipped
):
    told = client.get(path(shipped[0]), headers=headers).json()
    text = told["source_text"].replace(shipped[0].title, "Another title")
    wanted = {"source_text": text, "seen": told["number"]}
    made = client.post(path(shipped[0]), json=wanted, headers=headers)
    assert made.status_code == 201
    assert made.json()["title"] == "Another title"
    assert made.json()["number"] == told["number"] + 1
    assert client.get(path(shipped[0]), headers=headers).json() == made.json()
    late = client.post(path(shipped[0]), json=wanted, headers=headers)
    assert late.status_code == 409
    with database.read() as session:
        by_key, by_officer = audit.list_(session, limit=2).items
    assert by_key.actor.startswith("key:")
    assert by_officer.actor == f"officer:{officer.id}"


def test_a_text_with_a_fault_is_refused_with_its_reason(client, headers, shipped):
    wanted = {"source_text": "no front matter"}
    answer = client.post(path(shipped[0]), json=wanted, headers=headers)
    assert answer.status_code == 422
    assert "front matter" in answer.json()["detail"]
    assert answer.json()["code"] == "article_fault"


def test_an_article_is_withdrawn_and_restored_in_the_keys_name(
    client, headers, database, shipped
):
    one = f"/api/v1/articles/{shipped[0].slug}"
    gone = client.post(f"{one}/withdraw", headers=headers).json()
    assert gone["withdrawn_at"]
    assert client.get(path(shipped[0]), headers=headers).status_code == 404
    back = client.post(f"{one}/restore", headers=headers).json()
    assert back == {"slug": shipped[0].slug, "withdrawn_at": None}
    assert client.get(path(shipped[0]), headers=headers).status_code == 200
    with database.read() as session:
        last, first = audit.list_(session, limit=2).items
    assert (first.action, last.action) == ("article.withdraw", "article.restore")
    assert first.actor.startswith("key:")
    assert last.actor.startswith("key:")


@pytest.mark.parametrize("verb", ["withdraw", "restore"])
def test_an_unknown_article_is_not_found(client, headers, verb):
    answer = client.post(f"/api/v1/articles/no-such-thing/{verb}", headers=headers)
    assert answer.status_code == 404


@pytest.fixture
def dark(database, clock, officer):
    """A checked question that only the article about the canal answers."""
    with database.write() as session:
        articles.sync(session, small.TOWN, clock())
        checked.put(
            session, text="คลองดำ", language="th", slug="canal",
            officer_id=officer.id, now=clock(),
        )  # fmt: skip
        asked_store.record(
            session, resident_id=None, language="th", text="น้ำคลองเหม็น", slug="canal",
            outcome=Outcome.ANSWER, confidence=1, message_hash=None, now=clock(),
        )  # fmt: skip
    clock.forward(minutes=1)


def test_a_revision_that_loses_a_checked_question_is_refused_by_its_name(
    client, headers, database, dark
):
    wanted = {"source_text": small.RIVER.source_text}
    refused = client.post("/api/v1/articles/canal/th", json=wanted, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (409, "questions_lost")
    assert "คลองดำ" in refused.json()["detail"]
    wanted["accept_losses"] = True
    made = client.post("/api/v1/articles/canal/th", json=wanted, headers=headers)
    assert made.status_code == 201
    with database.read() as session:
        _, by_officer = audit.list_(session, limit=2).items
    assert len(by_officer.details["lost"]) == 1


def test_a_wording_is_tried_and_not_written(client, key, headers, dark):
    path = "/api/v1/articles/canal/th"
    wanted = {"source_text": small.RIVER.source_text}
    may = key("articles:write", "questions:write")
    told = client.post(f"{path}/try", json=wanted, headers=may).json()
    assert [each["text"] for each in told["lost"]] == ["คลองดำ"]
    assert (told["caught"], told["unchanged"], told["recent_tried"]) == ([], 0, 1)
    (recent,) = told["recent"]
    assert recent["before"] == {"outcome": "answer", "articles": ["canal"]}
    assert recent["after"] == {"outcome": "unknown", "articles": []}
    live = client.get(path, headers=headers).json()
    assert live["source_text"] == small.CANAL.source_text
    refused = client.post(f"{path}/try", json=wanted, headers=headers)
    assert refused.status_code == 403


def test_a_revision_is_weighed_by_the_bot_where_there_is_one(
    app, client, headers, dark
):
    weighed = []

    def weigh(*given):
        weighed.append(given)
        return effects.Effects()

    app.state.ports = Ports(weigh=weigh)
    wanted = {"source_text": small.RIVER.source_text}
    made = client.post("/api/v1/articles/canal/th", json=wanted, headers=headers)
    assert made.status_code == 201
    assert len(weighed) == 1
