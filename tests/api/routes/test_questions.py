"""/api/v1/questions: listed masked, settled by a key that may."""

import uuid

import pytest

from api.store import audit, questions


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
    assert set(row) == {"id", "language", "text", "asked_at", "state"}


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
