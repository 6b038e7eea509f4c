"""Signing in and out, and joining by a one-time link."""

import re

import pytest

from api.console import passwords
from api.errors import DomainError
from api.store import officers
from tests.api import given
from tests.api.console.conftest import browser

PASSWORD = "five green boats on the canal"
JOIN = {"name": "Malee S.", "login": "malee", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def link(database, clock):
    with database.write() as session:
        return "/console/join/" + officers.invite(session, now=clock())


@pytest.fixture(scope="module")
def password_hash():
    return officers.hash_password(PASSWORD)


@pytest.fixture
def malee(database, clock, password_hash):
    with database.write() as session:
        return given.officer(session, "malee", clock(), password_hash=password_hash)


def sign_in(client, password, **more):
    return client.post(
        "/console/sign-in", data={"login": "malee", "password": password, **more}
    )


def test_the_right_password_opens_the_console(stranger, malee):
    answer = sign_in(stranger, PASSWORD)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/console"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert PASSWORD not in cookie
    assert "Malee" in stranger.get("/console").text


def test_a_wrong_password_is_refused_without_saying_which_part_was_wrong(
    stranger, malee
):
    wrong = sign_in(stranger, "not the password at all")
    unknown = stranger.post(
        "/console/sign-in", data={"login": "nobody", "password": PASSWORD}
    )
    for answer in (wrong, unknown):
        assert answer.status_code == 422
        assert "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง" in answer.text
        assert "set-cookie" not in answer.headers
    assert PASSWORD not in unknown.text


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(
    stranger, malee, clock
):
    for _ in range(5):
        sign_in(stranger, "not the password at all")
    assert "โปรดรอ" in sign_in(stranger, PASSWORD).text
    clock.forward(minutes=16)
    assert sign_in(stranger, PASSWORD).status_code == 303


def test_after_signing_in_the_page_that_was_asked_for_opens(stranger, malee):
    asked = stranger.get("/console/cases")
    assert asked.headers["location"] == "/console/sign-in?next=/console/cases"
    answer = sign_in(stranger, PASSWORD, next="/console/cases")
    assert answer.headers["location"] == "/console/cases"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/console",
        "//evil.example",
        "/console//evil.example",
        "/console/\\evil.example",
        "/consoles",
        "javascript:alert(1)",
    ],
)
def test_signing_in_never_leads_out_of_the_console(stranger, malee, elsewhere):
    answer = sign_in(stranger, PASSWORD, next=elsewhere)
    assert answer.headers["location"] == "/console"


def test_signing_out_ends_the_session_itself(stranger, malee):
    sign_in(stranger, PASSWORD)
    token = stranger.cookies["ecotown"]
    stranger.post("/console/sign-out")
    stranger.cookies.set("ecotown", token)
    assert stranger.get("/console").status_code == 303


def test_over_https_the_cookie_is_bound_to_the_host(app, malee):
    secure = browser(app)
    secure.base_url = "https://town.example"
    cookie = sign_in(secure, PASSWORD).headers["set-cookie"]
    assert cookie.startswith("__Host-ecotown=")
    assert "Secure" in cookie


def test_an_invitation_makes_an_officer_and_signs_them_in(stranger, link, database):
    assert stranger.get(link).headers["referrer-policy"] == "no-referrer"
    answer = stranger.post(link, data=JOIN)
    assert answer.headers["location"] == "/console"
    assert "Malee S." in stranger.get("/console").text
    with database.read() as session:
        assert officers.by_login(session, "malee").password_hash.startswith("$argon2")


def test_an_invitation_works_once(stranger, link):
    stranger.post(link, data=JOIN)
    again = stranger.post(link, data={**JOIN, "login": "other"})
    assert again.status_code == 404
    assert stranger.get(link).status_code == 404


def test_an_invitation_is_void_after_a_day(stranger, link, clock):
    clock.forward(hours=24, seconds=1)
    assert stranger.get(link).status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"again": PASSWORD + "."}, "again"),
        ({"password": "too short", "again": "too short"}, "password"),
        ({"login": "ไทย"}, "login"),
        ({"name": " "}, "name"),
        ({"password": "malee likes boats", "again": "malee likes boats"}, "password"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(stranger, link, change, field):
    answer = stranger.post(link, data={**JOIN, **change})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert re.search(rf'aria-describedby="[^"]*{field}-error"', answer.text)
    assert PASSWORD not in answer.text
    # The link still stands: nothing was used up.
    assert stranger.post(link, data=JOIN).status_code == 303


def test_faults_are_told_in_the_officers_language(stranger, link):
    answer = stranger.post(link + "?lang=en", data={**JOIN, "again": "x"})
    assert "The two passwords differ" in answer.text


@pytest.mark.parametrize(
    "password",
    ["Correct Horse Battery Staple", "qwerty-uiop.123456", "1Q2W3E4R5T6Y7U8I"],
)
def test_well_known_passwords_are_refused_however_they_are_spaced(password):
    with pytest.raises(DomainError, match="password_common"):
        passwords.check(password, password, login="malee", name="Malee S.")


def test_a_password_of_other_words_passes():
    passwords.check(PASSWORD, PASSWORD, login="malee", name="มาลี ศรีสุข")
