"""/api/v1/articles: live revisions, and new ones in an officer's name."""

import pytest

from api.store import articles, audit
from content import articles as files


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
