"""/api/v1/updates: what happened, kept with its source."""

import pytest

WANTED = {
    "title": "ตรวจคลอง",
    "body": "เก็บน้ำสามจุด",
    "source_name": "เทศบาล",
    "source_url": "https://example.org/news",
    "happened_on": "2026-11-01",
}


def test_an_update_is_kept_and_told(client, key):
    headers = key("updates:read", "updates:write")
    made = client.post("/api/v1/updates", json=WANTED, headers=headers)
    assert made.status_code == 201
    assert made.json().items() >= WANTED.items()
    path = f"/api/v1/updates/{made.json()['id']}"
    assert client.get(path, headers=headers).json() == made.json()
    listed = client.get("/api/v1/updates", headers=headers).json()
    assert listed == {"items": [made.json()], "next": None}


@pytest.mark.parametrize(
    "change",
    [
        {"source_url": "javascript:alert(1)"},
        {"happened_on": "soon"},
        {"title": "x" * 201},
        {"body": ""},
        {"author_id": None},
    ],
)
def test_an_update_of_the_wrong_shape_is_refused(client, key, change):
    answer = client.post(
        "/api/v1/updates", json=WANTED | change, headers=key("updates:write")
    )
    assert answer.status_code == 422
