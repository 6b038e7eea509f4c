"""/api/v1/reports: drafts for a key, published ones for everyone."""

import uuid

import pytest

from api.errors import DomainError
from api.store import audit, broadcasts, reports
from api.store.words import BroadcastState, ReportState
from tests.api import given

WANTED = {
    "texts": given.TEXTS,
    "source_name": "เทศบาล",
    "source_url": "https://example.org/news",
    "as_of": "2026-11-20",
}


@pytest.fixture
def headers(key):
    return key("reports:read", "reports:write")


@pytest.fixture
def slug(client, headers):
    return client.post("/api/v1/reports", json=WANTED, headers=headers).json()["slug"]


def test_a_draft_is_written_in_the_officers_name(
    client, headers, database, officer, slug
):
    told = client.get(f"/api/v1/reports/{slug}", headers=headers).json()
    assert told["state"] == "draft"
    assert told["texts"] == given.TEXTS
    with database.read() as session:
        report = reports.by_slug(session, slug)
    assert report.author_id == officer.id
    assert told["content_sha256"] == reports.content_sha256(report)
    assert "author_id" not in told


def test_a_draft_is_not_for_everyone(client, headers, slug):
    assert client.get(f"/api/v1/reports/{slug}").status_code == 404
    assert client.get("/api/v1/reports").json()["items"] == []
    assert client.get("/api/v1/reports?state=draft").json()["items"] == []
    listed = client.get("/api/v1/reports", headers=headers).json()
    assert [row["slug"] for row in listed["items"]] == [slug]


def test_a_published_report_is_for_everyone(client, database, clock, slug):
    with database.write() as session:
        report = reports.by_slug(session, slug)
        report.state, report.published_at = ReportState.PUBLISHED, clock()
    assert client.get(f"/api/v1/reports/{slug}").json()["state"] == "published"
    listed = client.get("/api/v1/reports").json()
    assert [row["slug"] for row in listed["items"]] == [slug]


def edit(client, headers, slug, **change):
    told = client.get(f"/api/v1/reports/{slug}", headers=headers).json()
    wanted = {"seen_sha256": told["content_sha256"]} | change
    return client.patch(f"/api/v1/reports/{slug}", json=wanted, headers=headers)


def test_a_draft_is_edited_and_what_was_proposed_of_it_is_void(
    client, headers, database, slug
):
    before = client.post(f"/api/v1/reports/{slug}/propose", headers=headers).json()
    texts = {"th": {"title": "หัวข้อใหม่", "body": "เนื้อหาใหม่"}}
    edited = edit(client, headers, slug, texts=texts)
    assert edited.status_code == 200
    assert edited.json()["texts"] == texts
    assert edited.json()["state"] == "draft"
    assert edited.json()["source_url"] == WANTED["source_url"]
    assert edited.json()["as_of"] == WANTED["as_of"]
    told = client.get(f"/api/v1/reports/{slug}", headers=headers).json()
    assert told == edited.json()
    with database.read() as session:
        entries = audit.list_(session, limit=2).items
        broadcast = broadcasts.get(session, uuid.UUID(before["id"]))
    assert broadcast.state is BroadcastState.CANCELLED
    assert [entry.action for entry in entries] == ["key.edit_report", "report.edit"]
    assert entries[0].actor.startswith("key:")


def test_an_edit_of_words_that_have_changed_is_refused(client, headers, slug):
    seen = client.get(f"/api/v1/reports/{slug}", headers=headers).json()
    seen = seen["content_sha256"]
    assert edit(client, headers, slug, source_name="อบต.").status_code == 200
    late = edit(client, headers, slug, source_name="อื่น", seen_sha256=seen)
    assert (late.status_code, late.json()["code"]) == (409, "edited_meanwhile")


def test_a_reports_address_of_its_source_can_be_taken_away(client, headers, slug):
    assert edit(client, headers, slug, source_url=None).json()["source_url"] is None


def test_a_published_report_is_not_edited(client, headers, database, clock, slug):
    with database.write() as session:
        report = reports.by_slug(session, slug)
        report.state, report.published_at = ReportState.PUBLISHED, clock()
    late = edit(client, headers, slug, source_name="อื่น")
    assert (late.status_code, late.json()["code"]) == (409, "report_published")


def test_who_stands_behind_a_key_cannot_approve_what_it_proposed(
    client, headers, database, clock, officer, slug
):
    proposed = client.post(f"/api/v1/reports/{slug}/propose", headers=headers)
    assert proposed.status_code == 201
    assert proposed.json()["state"] == "proposed"
    with database.write() as session:
        report = reports.by_slug(session, slug)
        broadcast = broadcasts.of_report(session, report.id)
        assert broadcast.author_id == officer.id
        with pytest.raises(DomainError, match=r"error\.own_report"):
            broadcasts.approve(
                session,
                broadcast.id,
                officer.id,
                seen_sha256=broadcast.content_sha256,
                now=clock(),
                delay=broadcasts.VALID,
            )
    again = client.post(f"/api/v1/reports/{slug}/propose", headers=headers)
    assert again.status_code == 409


def test_what_a_resident_could_not_read_in_a_minute_is_not_proposed(client, headers):
    long = {"th": {"title": "หัวข้อ", "body": "ก" * 1000}}
    slug = client.post(
        "/api/v1/reports", json=WANTED | {"texts": long}, headers=headers
    ).json()["slug"]
    refused = client.post(f"/api/v1/reports/{slug}/propose", headers=headers)
    assert refused.status_code == 422
    assert refused.json()["code"].startswith("lint.")


@pytest.mark.parametrize(
    "change",
    [
        {"texts": {"en": given.TEXTS["en"]}},
        {"texts": given.TEXTS | {"fr": given.TEXTS["en"]}},
        {"texts": {"th": {"title": "x" * 121, "body": "y"}}},
        {"texts": {"th": {"title": "x", "body": "y", "more": "z"}}},
        {"state": "published"},
        {"author_id": "x"},
    ],
)
def test_a_report_of_the_wrong_shape_is_refused(client, headers, change):
    answer = client.post("/api/v1/reports", json=WANTED | change, headers=headers)
    assert answer.status_code == 422
