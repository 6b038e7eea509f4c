"""What a person sees when a page cannot be shown."""

import pytest
from starlette.testclient import TestClient

from api.errors import DomainError


def test_an_unknown_address_is_told_in_thai_and_in_english(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "ไม่พบหน้านี้" in answer.text
    assert '<p class="quiet" lang="en"><strong>Page not found' in answer.text
    assert 'href="/chat"' in answer.text


def test_a_form_from_another_site_is_refused_with_a_page(client):
    answer = client.post("/console/sign-in", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "เข้าหน้านี้ไม่ได้" in answer.text


@pytest.mark.parametrize(
    ("status", "words"), [(503, "ระบบยังไม่พร้อม"), (500, "ระบบขัดข้อง")]
)
def test_trouble_on_our_side_keeps_the_numbers_to_call(app, client, status, words):
    @app.get("/trouble")
    def trouble():
        raise DomainError(status, "error.generic")

    answer = client.get("/trouble")
    assert answer.status_code == status
    assert words in answer.text
    assert 'href="tel:1669"' in answer.text


def test_a_failure_nobody_foresaw_is_a_page_without_its_words(app):
    @app.get("/broken")
    def broken():
        raise RuntimeError("secret words")

    quiet = TestClient(
        app, raise_server_exceptions=False, headers={"Accept": "text/html"}
    )
    answer = quiet.get("/broken")
    assert answer.status_code == 500
    assert "ระบบขัดข้อง" in answer.text
    assert "secret" not in answer.text


def test_another_reason_is_said_in_its_own_words(app, client):
    @app.get("/conflict")
    def conflict():
        raise DomainError(409, "error.case_closed")

    answer = client.get("/conflict?lang=en")
    assert answer.status_code == 409
    assert "This cannot be done" in answer.text


def test_a_program_gets_json_where_a_person_gets_a_page(client):
    asked = {"Accept": "application/json"}
    answer = client.get("/nowhere", headers=asked)
    assert answer.headers["content-type"] == "application/problem+json"
