"""/api/v1/questions: listed masked, settled by a key that may."""

import uuid

import pytest

from api.store import articles, audit, questions
from api.store import asked as asked_store
from content.decide import Outcome
from tests.content import small

ASKED = "รถขยะเข้าซอยเพชรเกษมตอนไหน"


@pytest.fixture
def asked(database, clock):
    with database.write() as session:
        return [
            questions.keep(
                session, resident_id=None, language="th", text=text, now=clock()
            )
            for text in ("โทร 081-234-5678", "ถังขยะสีอะไร")
        ]


def test_questions_are_told_masked_and_newest_first(client, key, asked):
    headers = key("questions:read")
    first = client.get("/api/v1/questions?limit=1", headers=headers).json()
    assert [row["text"] for row in first["items"]] == ["ถังขยะสีอะไร"]
    after = {"after": first["next"]}
    rest = client.get("/api/v1/questions", params=after, headers=headers).json()
    assert rest["next"] is None
    (row,) = rest["items"]
    assert "5678" not in row["text"]
    assert set(row) == {
        "id", "language", "text", "asked_at", "state", "answered_with"
    }  # fmt: skip


def test_a_question_is_read_by_its_id(client, key, asked):
    headers = key("questions:read")
    told = client.get(f"/api/v1/questions/{asked[1].id}", headers=headers).json()
    assert (told["text"], told["state"]) == ("ถังขยะสีอะไร", "open")
    missing = client.get(f"/api/v1/questions/{uuid.UUID(int=7)}", headers=headers)
    assert missing.status_code == 404


@pytest.mark.parametrize(
    ("verb", "state"), [("answered", "answered"), ("dismiss", "dismissed")]
)
def test_a_question_is_settled_once_in_the_keys_name(
    client, key, database, asked, verb, state
):
    headers = key("questions:write", "questions:read")
    path = f"/api/v1/questions/{asked[0].id}/{verb}"
    answer = client.post(path, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["state"] == state
    again = client.post(path, headers=headers)
    assert (again.status_code, again.json()["code"]) == (409, "question_settled")
    open_ = client.get("/api/v1/questions?state=open", headers=headers).json()
    assert [row["id"] for row in open_["items"]] == [str(asked[1].id)]
    with database.read() as session:
        entry = audit.list_(session).items[0]
    assert entry.action == f"question.{state}"
    assert entry.actor.startswith("key:")


@pytest.fixture
def town(database, clock):
    with database.write() as session:
        articles.sync(session, (*small.TOWN, small.WASTE), clock())
    clock.forward(minutes=1)


@pytest.fixture
def learns(key):
    return key("questions:read", "questions:write", "articles:read", "articles:write")


def kept(database, clock, *texts):
    with database.write() as session:
        return [
            str(
                questions.keep(
                    session, resident_id=None, language="th", text=text, now=clock()
                ).id
            )
            for text in texts
        ]


def test_open_questions_that_are_alike_are_told_as_one(client, key, database, clock):
    headers = key("questions:read", "questions:write")
    ids = kept(
        database, clock, "เก็บขยะวันไหนคะ", "ไฟดับแจ้งที่ไหน", "ขยะเก็บวันไหน", "ขยะเก็บวันไหน"
    )
    client.post(f"/api/v1/questions/{ids[3]}/dismiss", headers=headers)
    told = client.get("/api/v1/questions/groups", headers=headers).json()
    assert [(g["newest"]["id"], g["count"], g["others"]) for g in told["items"]] == [
        (ids[2], 2, [ids[0]]),
        (ids[1], 1, []),
    ]
    assert (told["questions"], told["complete"]) == (3, True)


def test_the_weeks_are_counted_to_the_one_that_has_begun(client, key, database, clock):
    for outcome in Outcome:
        with database.write() as session:
            asked_store.record(
                session, resident_id=None, language="th", text=ASKED, slug=None,
                outcome=outcome, confidence=0, message_hash=None, now=clock(),
            )  # fmt: skip
    headers = key("questions:read")
    told = client.get("/api/v1/questions/weeks?weeks=2", headers=headers).json()
    before, now = told["items"]
    assert (before["year"], before["week"], before["asked"]) == (2026, 47, 0)
    assert (now["week"], now["begins"]) == (48, "2026-11-23T00:00:00+07:00")
    counts = ("asked", "answered", "suggested", "unknown", "thumbs_up", "thumbs_down")
    assert [now[count] for count in counts] == [3, 1, 1, 1, 0, 0]


def test_a_question_is_answered_with_an_article_in_the_officers_name(
    client, learns, database, clock, town, officer
):
    one, other = kept(database, clock, ASKED, f"{ASKED}คะ")
    wanted = {"slug": "waste", "others": [other]}
    path = f"/api/v1/questions/{one}/answer-with"
    made = client.post(path, json=wanted, headers=learns)
    assert made.status_code == 200, made.json()
    told = made.json()
    assert (told["question"]["state"], told["slug"], told["number"], told["works"]) == (
        "answered", "waste", 2, True
    )  # fmt: skip
    article = client.get("/api/v1/articles/waste/th", headers=learns).json()
    assert f"  - {ASKED}\n" in article["source_text"]
    with database.read() as session:
        entries = audit.list_(session).items
    actors = {entry.action: entry.actor for entry in entries}
    assert actors["article.revise"] == f"officer:{officer.id}"
    assert actors["question.answered"].startswith("key:")
    again = client.post(path, json=wanted, headers=learns)
    assert (again.status_code, again.json()["code"]) == (409, "question_settled")


def test_a_question_no_article_answers_is_told_so_in_ones_own_words(
    client, learns, database, clock, town
):
    (one,) = kept(database, clock, "โทร 081-234-5678 เรื่องขยะ")
    path = f"/api/v1/questions/{one}/not-told"
    refused = client.post(path, json={"slug": "waste"}, headers=learns)
    assert (refused.status_code, refused.json()["code"]) == (422, "line_personal")
    wanted = {"slug": "waste", "line": "รถขยะมาวันอาทิตย์ไหม"}
    told = client.post(path, json=wanted, headers=learns).json()
    assert (told["question"]["state"], told["works"]) == ("dismissed", True)
    checked = client.get("/api/v1/questions/checked", headers=learns).json()
    assert [(row["text"], row["slug"]) for row in checked["items"]] == [
        ("รถขยะมาวันอาทิตย์ไหม", None)
    ]


def test_a_checked_question_is_put_down_and_taken_out(client, learns, town):
    wanted = {"text": "คลองดำ", "language": "th", "slug": "canal"}
    path = "/api/v1/questions/checked"
    made = client.post(path, json=wanted, headers=learns)
    assert made.status_code == 201
    told = client.get(path, headers=learns).json()
    assert told["items"] == [made.json()]
    gone = client.post(f"{path}/{made.json()['id']}/remove", headers=learns)
    assert gone.json() == made.json()
    assert client.get(path, headers=learns).json()["items"] == []


@pytest.mark.parametrize("verb", ["answer-with", "not-told"])
def test_a_key_that_writes_no_articles_turns_no_question_into_one(
    client, key, database, clock, town, verb
):
    (one,) = kept(database, clock, ASKED)
    path = f"/api/v1/questions/{one}/{verb}"
    headers = key("questions:read", "questions:write")
    answer = client.post(path, json={"slug": "waste"}, headers=headers)
    assert answer.status_code == 403
