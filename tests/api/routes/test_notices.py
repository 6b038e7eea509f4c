"""/api/v1/notices: what people have to hear of, and the draft that tells them."""

import pytest

from api.store import audit, releases, reports
from tests.api import given
from tests.api.store import releasing, waving

PATH = "/api/v1/notices"
WANTED = {"code": "ET-S5", "period": "w1"}


@pytest.fixture
def headers(key):
    return key("reports:read", "reports:write")


@pytest.fixture
def corrected(database, clock, officer):
    """A released value that an officer has withdrawn."""
    with database.write() as session:
        wave = waving.opened(session, clock())
        value = releasing.put(session, wave, "ET-S5", 100, 40, clock())
        releases.withdraw(
            session, value.id, officer.id, reason="C-error", why="นับซ้ำ", now=clock()
        )


def due(client, headers):
    answer = client.get(PATH, headers=headers)
    assert answer.status_code == 200
    return answer.json()["items"]


def test_a_correction_is_due_until_its_notice_is_drafted(
    client, headers, database, officer, corrected
):
    [told] = due(client, headers)
    assert (told["code"], told["period"], told["language"]) == ("ET-S5", "w1", "all")
    assert (told["revision"], told["status"], told["reason"]) == (
        2, "withdrawn", "C-error",
    )  # fmt: skip
    drafted = client.post(PATH, json=WANTED, headers=headers)
    assert drafted.status_code == 201
    assert drafted.json()["state"] == "draft"
    texts = drafted.json()["texts"]
    # The name is too long for a title: it stands in the text.
    assert texts["en"]["title"] == "Correction: 24 Nov 2026"
    assert texts["en"]["body"].startswith("Satisfaction with the dialogue between ")
    assert texts["th"]["title"].startswith("แก้ไขตัวเลข: ความพอใจต่อการพูดคุย")
    with database.read() as session:
        report = reports.by_slug(session, drafted.json()["slug"])
    assert report.author_id == officer.id
    assert due(client, headers) == []
    again = client.post(PATH, json=WANTED, headers=headers)
    assert (again.status_code, again.json()["code"]) == (409, "notice_drafted")


def test_the_draft_goes_the_way_of_any_report(client, headers, corrected):
    drafted = client.post(PATH, json=WANTED, headers=headers).json()
    address = f"/api/v1/reports/{drafted['slug']}"
    assert client.get(address).status_code == 404
    assert client.get(address, headers=headers).json() == drafted
    change = {"seen_sha256": drafted["content_sha256"], "texts": given.TEXTS}
    assert client.patch(address, json=change, headers=headers).status_code == 200
    proposed = client.post(f"{address}/propose", headers=headers)
    assert proposed.json()["state"] == "proposed"


def test_the_audit_log_names_the_key(client, headers, database, corrected):
    client.post(PATH, json=WANTED, headers=headers)
    with database.read() as session:
        entries = audit.list_(session, limit=2).items
    assert {each.action for each in entries} == {"value.notice", "report.write"}
    assert all(each.actor.startswith("key:") for each in entries)


def test_what_nobody_has_to_hear_of_is_refused(client, headers, database, clock):
    with database.write() as session:
        wave = waving.opened(session, clock())
        releasing.put(session, wave, "ET-S5", 100, 40, clock())
    assert due(client, headers) == []
    answer = client.post(PATH, json=WANTED, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_notice")


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        (WANTED | {"period": "w9"}, 404),
        (WANTED | {"code": "XX-9"}, 404),
        (WANTED | {"language": "my"}, 404),
        (WANTED | {"code": "et s5"}, 422),
        (WANTED | {"more": 1}, 422),
        ({"code": "ET-S5"}, 422),
    ],
)
def test_what_is_not_there_or_not_asked_rightly_is_refused(
    client, headers, wanted, status
):
    assert client.post(PATH, json=wanted, headers=headers).status_code == status


def test_reading_and_writing_have_the_scopes_of_reports(client, key):
    reads, writes = key("reports:read"), key("reports:write")
    assert client.get(PATH, headers=writes).status_code == 403
    assert client.post(PATH, json=WANTED, headers=reads).status_code == 403
