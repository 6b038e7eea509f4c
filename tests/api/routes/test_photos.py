"""The route to pictures: a scope of its own, and the audit log has who looked."""

import pytest
from sqlmodel import select

from api.store import photos
from api.store.models import AuditEntry
from tests.api.store import rows
from tests.conftest import KEYS

PICTURE = b"\xff\xd8\xff\xdb the canal today"


@pytest.fixture
def sent(database, clock):
    """Two pictures of a wave, one of them here: where it is."""
    with database.write() as session:
        wave = rows.town(session, clock()).wave
        for address in ("Unoi", "Ulek"):
            contact = rows.person(session, clock(), address)
            made = rows.response(session, contact, wave, clock(), text="325708")
            photo = rows.photo(session, made.id, clock())
        photos.store(session, photo.id, photos.sealed(KEYS, photo.id, PICTURE))
    return f"/api/v1/waves/{wave.key}/photos", photo.id


def test_pictures_need_a_scope_of_their_own(client, key, sent):
    listed, id_ = sent
    for path in (listed, f"{listed}/{id_}"):
        assert client.get(path).status_code == 401
        assert client.get(path, headers=key("responses:read")).status_code == 403
        assert client.get(path, headers=key("photos:read")).status_code == 200


def test_the_list_tells_neither_whose_they_are_nor_when(client, key, sent):
    listed, id_ = sent
    items = client.get(listed, headers=key("photos:read")).json()["items"]
    assert {each["state"] for each in items} == {"waiting", "stored"}
    [stored] = [each for each in items if each["state"] == "stored"]
    assert stored == {
        "id": str(id_),
        "question": "z",
        "state": "stored",
        "reason": None,
        "media_type": "image/jpeg",
    }


def test_the_list_is_told_a_page_at_a_time(client, key, sent):
    listed, _ = sent
    headers = key("photos:read")
    first = client.get(listed, headers=headers, params={"limit": 1}).json()
    options = {"limit": 1, "after": first["next"]}
    second = client.get(listed, headers=headers, params=options).json()
    assert second["next"] is None
    assert first["items"] != second["items"]


def test_a_picture_is_handed_out_as_it_was_sent_and_kept_nowhere(
    client, key, sent, database
):
    listed, id_ = sent
    found = client.get(f"{listed}/{id_}", headers=key("photos:read"))
    assert found.content == PICTURE
    assert found.headers["content-type"] == "image/jpeg"
    assert found.headers["content-disposition"].startswith("attachment")
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["x-content-type-options"] == "nosniff"
    with database.read() as session:
        seen = session.exec(
            select(AuditEntry.subject).where(AuditEntry.action == "photo.show")
        )
        assert seen.all() == [f"photo:{id_}"]


def test_one_that_is_not_here_yet_or_of_no_such_wave_is_not_found(client, key, sent):
    listed, id_ = sent
    headers = key("photos:read")
    items = client.get(listed, headers=headers).json()["items"]
    [waiting] = [each["id"] for each in items if each["state"] == "waiting"]
    assert client.get(f"{listed}/{waiting}", headers=headers).status_code == 404
    elsewhere = f"/api/v1/waves/other/photos/{id_}"
    assert client.get(elsewhere, headers=headers).status_code == 404
