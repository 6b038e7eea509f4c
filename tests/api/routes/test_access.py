"""Who may ask what: every operation of the document, its key, its scope, its shape."""

import csv
import io
import json
import uuid

import pytest
import schemathesis
from hypothesis import HealthCheck
from hypothesis import given as for_any
from hypothesis import settings as hypothesis_settings
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.store import api_keys
from api.store.api_keys import SCOPES
from api.store.session import Database
from tests.api import given
from tests.conftest import KEYS

# Open to everyone: numbers, and reports once they are published.
OPEN = {
    ("get", "/api/v1/indicators"),
    ("get", "/api/v1/indicators/{code}"),
    ("get", "/api/v1/indicators/{code}/metadata"),
    ("get", "/api/v1/indicators/{code}/values"),
    ("get", "/api/v1/reports"),
    ("get", "/api/v1/reports/{slug}"),
}
# What is a file and no JSON: the media types it comes as.
FILES = {
    ("get", "/api/v1/surveys/{survey}.xlsx"): {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    ("get", "/api/v1/waves/{wave}/responses.{form}"): {
        "text/csv; charset=utf-8",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    ("get", "/api/v1/waves/{wave}/photos/{photo_id}"): {
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/heic",
    },
}


def document():
    """What the API says of itself; it needs no database."""
    nowhere = Database("sqlite://", KEYS)
    told = create_app(nowhere, Settings()).openapi()
    nowhere.close()
    return told


DOCUMENT = document()


def operations():
    """(method, path, operation) of the whole document."""
    return [
        (method, path, operation)
        for path, methods in DOCUMENT["paths"].items()
        for method, operation in methods.items()
    ]


OPERATIONS = operations()
KEPT = [each for each in OPERATIONS if each[:2] not in OPEN]
IDS = [f"{method} {path}" for method, path, _ in OPERATIONS]
every = pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)


def scopes_of(operation):
    needs = operation.get("security", [])
    return {scope for need in needs for scope in need.get("key", ())}


def filled(path):
    """The address with something of the right shape in each place."""
    for name, value in (
        ("language", "th"),
        ("slug", "a"),
        ("wave", "a"),
        ("code", "A-1"),
    ):
        path = path.replace(f"{{{name}}}", value)
    while "{" in path:
        start, end = path.index("{"), path.index("}")
        path = path[:start] + str(uuid.UUID(int=7)) + path[end + 1 :]
    return path


def check_as_told(method, path, status, kind):
    """Whether the document tells of such an answer, and what it comes as."""
    told = DOCUMENT["paths"][path][method]["responses"]
    status = str(status)
    assert status in told, f"{method} {path}: {status}"
    media = {each.split(";")[0] for each in told[status].get("content", {})}
    assert kind.split(";")[0] in media or not media, f"{method} {path}: {status} {kind}"


def test_the_document_says_what_everyone_may_ask():
    told = {(way, path) for way, path, each in OPERATIONS if {} in each["security"]}
    assert told == OPEN


@pytest.mark.parametrize("noun", ["surveys", "waves", "indicators"])
@pytest.mark.usefixtures("small")
def test_a_list_comes_as_csv_too(client, key, noun):
    headers = key(*SCOPES)
    told = client.get(f"/api/v1/{noun}?limit=100", headers=headers).json()["items"]
    answer = client.get(f"/api/v1/{noun}?format=csv&limit=1", headers=headers)
    kind = answer.headers["content-type"]
    check_as_told("get", f"/api/v1/{noun}", answer.status_code, kind)
    header, *rows, last = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert last == ["#rows", str(len(told))]
    assert answer.headers["x-row-count"] == str(len(told))
    assert len(rows) == len(told) > 0
    named = [dict(zip(header, row, strict=True)) for row in rows]
    name = {"surveys": "KEY", "waves": "REF_PERIOD", "indicators": "SERIES"}[noun]
    assert [each[name] for each in named] == [
        each["code" if noun == "indicators" else "key"] for each in told
    ]


@every
def test_what_is_told_has_a_shape(method, path, operation):
    told = next(
        answer for code, answer in operation["responses"].items() if code < "300"
    )
    if (method, path) in FILES:
        assert set(told["content"]) == FILES[method, path]
        assert told["description"]
    else:
        assert "$ref" in told["content"]["application/json"]["schema"]
    assert operation.get("description") or operation["summary"]


def examples():
    """(name of the shape, example) of everything that has one."""
    return [
        pytest.param(name, example, id=f"{name} {number}")
        for name, shape in DOCUMENT["components"]["schemas"].items()
        for number, example in enumerate(shape.get("examples", []))
    ]


@pytest.mark.parametrize(("name", "example"), examples())
def test_an_example_has_the_shape_it_is_an_example_of(name, example):
    shape = {
        "components": DOCUMENT["components"],
        "$ref": f"#/components/schemas/{name}",
    }
    OAS31Validator(shape, format_checker=oas31_format_checker).validate(example)


@every
def test_what_is_asked_may_hold_nothing_unknown(method, path, operation):
    if "requestBody" not in operation:
        return
    wanted = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    name = wanted.rsplit("/", 1)[1]
    assert DOCUMENT["components"]["schemas"][name]["additionalProperties"] is False


@every
def test_each_operation_names_scopes_of_the_list(method, path, operation):
    assert scopes_of(operation) <= SCOPES
    assert scopes_of(operation) or (method, path) in OPEN
    changes = method != "get"
    assert all(scope.endswith(":write") == changes for scope in scopes_of(operation))


# The door is the same on both databases, and one app serves all of a test's calls:
# only what lies behind the door is asked on both.
@pytest.fixture
def door(sqlite_database, settings, clock):
    with TestClient(create_app(sqlite_database, settings, clock=clock)) as opened:
        yield opened


@pytest.fixture
def door_key(sqlite_database, clock):
    def make(*scopes):
        with sqlite_database.write() as session:
            return given.key(session, officer, clock(), *scopes)

    with sqlite_database.write() as session:
        officer = given.officer(session, "anna", clock())
    return make


def refused(client, operations, headers=None):
    """Operation -> the status and code it is refused with."""
    return {
        (method, path): (answer.status_code, answer.json()["code"])
        for method, path, _ in operations
        for answer in [client.request(method, filled(path), headers=headers)]
    }


def test_without_a_key_nothing_is_told(door):
    told = refused(door, KEPT)
    assert told == dict.fromkeys(told, (401, "key_missing"))
    assert len(told) == len(OPERATIONS) - len(OPEN) > 20
    answer = door.get("/api/v1/updates")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_an_unknown_key_is_refused_even_where_none_is_needed(door):
    keyed = [each for each in OPERATIONS if scopes_of(each[2])]
    told = refused(door, keyed, {"Authorization": "Bearer 0123.abc"})
    assert told == dict.fromkeys(told, (401, "key_unknown"))


def test_a_key_of_other_scopes_is_refused(door, door_key):
    for scope in sorted(SCOPES):
        opened = [each for each in OPERATIONS if scope in scopes_of(each[2])]
        assert opened, f"{scope} opens nothing"
        told = refused(door, opened, door_key(*(SCOPES - {scope})))
        assert told == dict.fromkeys(told, (403, "scope_missing"))


def test_a_key_of_its_scope_gets_past_the_door(client, key):
    for method, path, operation in OPERATIONS:
        scopes = scopes_of(operation)
        headers = key(*scopes) if scopes else {}
        answer = client.request(method, filled(path), headers=headers)
        assert answer.status_code in (200, 404, 422), f"{method} {path}"


def test_a_revoked_key_is_refused(client, database, clock, key):
    headers = key("updates:read")
    assert client.get("/api/v1/updates", headers=headers).status_code == 200
    prefix = headers["Authorization"].split()[1].split(".")[0]
    with database.write() as session:
        api_keys.revoke(session, prefix, by="cli", now=clock())
    assert client.get("/api/v1/updates", headers=headers).status_code == 401


def test_no_key_approves_a_broadcast():
    assert not any("approve" in path for _, path, _ in OPERATIONS)
    assert "broadcasts:write" not in SCOPES


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "after=%00", "limit=x"])
def test_a_page_is_of_one_to_a_hundred(client, query):
    answer = client.get(f"/api/v1/reports?{query}")
    assert answer.status_code == 422
    assert answer.json()["faults"]


def test_a_place_in_a_list_that_is_none_is_refused(client):
    answer = client.get("/api/v1/reports?after=nothing")
    assert answer.status_code == 422
    assert answer.json()["code"] == "bad_cursor"


def test_a_fault_names_its_place_and_not_what_was_sent(client, key):
    answer = client.post(
        "/api/v1/updates",
        json={"title": "secret", "body": 7, "more": "secret"},
        headers=key("updates:write"),
    )
    assert answer.status_code == 422
    places = [fault["at"] for fault in answer.json()["faults"]]
    assert ["body", "body"] in places
    assert ["body", "more"] in places
    assert "secret" not in answer.text


@pytest.mark.parametrize("bad", ["\x00", "\ud800"])
def test_characters_no_database_keeps_are_refused(client, key, bad):
    wanted = {
        "title": f"a{bad}",
        "body": "b",
        "source_name": "s",
        "happened_on": "2026-11-01",
    }
    headers = {**key("updates:write"), "Content-Type": "application/json"}
    answer = client.post("/api/v1/updates", content=json.dumps(wanted), headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "body", [b"{", b"\xff\xfe", b"[" * 100_000, b"null", b'{"title": 1e999}', b""]
)
def test_a_body_that_is_no_json_of_ours_is_refused(client, key, body):
    headers = {**key("updates:write"), "Content-Type": "application/json"}
    answer = client.post("/api/v1/updates", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.json()["code"] == "invalid_input"


ODD = hypothesis_settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_no_input_breaks_the_api(sqlite_database, clock, settings):
    """Requests made from the document itself, odd ones among them: never a 5xx."""
    app = create_app(sqlite_database, settings, clock=clock)
    with sqlite_database.write() as session:
        officer = given.officer(session, "anna", clock())
        given.report(session, officer, clock())
        headers = given.key(session, officer, clock(), *SCOPES)
    statuses = set()

    def check(case):
        answer = case.call(headers=headers)
        statuses.add(answer.status_code)
        assert answer.status_code < 500, f"{case.method} {case.path}"
        if answer.status_code != 405:  # that is of no operation
            [kind] = answer.headers.get("content-type", [""])
            check_as_told(case.method.lower(), case.path, answer.status_code, kind)

    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    for found in schema.get_all_operations():
        ODD(for_any(case=found.ok().as_strategy())(check))()
    assert {200, 201, 404, 422} <= statuses
