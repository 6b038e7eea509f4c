"""/api/v1/broadcasts: the ledger, without who the recipients are."""

import pytest

from api.store import broadcasts
from api.store.models import Delivery
from api.store.types import uuid7
from api.store.words import DeliveryKind, DeliveryState
from tests.api import given


@pytest.fixture
def broadcast(database, clock, officer):
    with database.write() as session:
        report = given.report(session, officer, clock())
        made = broadcasts.propose(session, report.id, officer.id, clock())
        for number in range(3):
            met = given.contact(session, f"U{number}", clock())
            session.add(
                Delivery(
                    contact_id=met.id,
                    channel="line",
                    account="town",
                    kind=DeliveryKind.BROADCAST,
                    broadcast_id=made.id,
                    state=DeliveryState.PARKED if number else DeliveryState.SENT,
                    reason="quota" if number else None,
                    created_at=clock(),
                    not_before=clock(),
                )
            )
    return made


@pytest.fixture
def headers(key):
    return key("broadcasts:read")


def test_broadcasts_are_listed(client, headers, broadcast):
    (row,) = client.get("/api/v1/broadcasts", headers=headers).json()["items"]
    path = f"/api/v1/broadcasts/{broadcast.id}"
    assert client.get(path, headers=headers).json() == row
    assert row["state"] == "proposed"
    assert row["content_sha256"] == broadcast.content_sha256


def test_the_ledger_is_counted(client, headers, broadcast):
    path = f"/api/v1/broadcasts/{broadcast.id}/ledger"
    assert client.get(path, headers=headers).json()["items"] == [
        {"channel": "line", "state": "parked", "reason": "quota", "count": 2},
        {"channel": "line", "state": "sent", "reason": None, "count": 1},
    ]


def test_recipients_are_told_one_by_one_and_unnamed(client, headers, broadcast):
    path = f"/api/v1/broadcasts/{broadcast.id}/deliveries"
    first = client.get(path, params={"limit": 2}, headers=headers).json()
    after = {"after": first["next"]}
    rest = client.get(path, params=after, headers=headers).json()
    rows = first["items"] + rest["items"]
    assert len({row["id"] for row in rows}) == 3
    assert rest["next"] is None
    assert not {"contact_id", "address", "account"} & set(rows[0])


def test_an_unknown_broadcast_is_not_found(client, headers):
    for more in ("", "/ledger", "/deliveries"):
        path = f"/api/v1/broadcasts/{uuid7()}{more}"
        assert client.get(path, headers=headers).status_code == 404
