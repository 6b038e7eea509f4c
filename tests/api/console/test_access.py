"""Nobody sees or does anything in the console without being signed in."""

import importlib
import pkgutil
import uuid

from fastapi.routing import APIRoute

from api import console
from api.store import officers

OPEN = {"/console/sign-in", "/console/sign-out", "/console/join/{token}"}


def addresses():
    """Every method and path of the console's modules, ids filled in."""
    for module in pkgutil.iter_modules(console.__path__):
        found = importlib.import_module(f"api.console.{module.name}")
        for route in getattr(getattr(found, "router", None), "routes", ()):
            if isinstance(route, APIRoute):
                for method in route.methods:
                    yield method, f"/console{route.path}"


def filled(path: str) -> str:
    for noun in ("report", "broadcast", "case", "question", "officer"):
        path = path.replace(f"{{{noun}_id}}", str(uuid.uuid4()))
    path = path.replace("{wave_key}", "no-such-wave")
    assert "{" not in path
    return path


def test_every_address_of_the_console_sends_a_stranger_to_sign_in(stranger):
    guarded = [(m, p) for m, p in addresses() if p not in OPEN]
    assert len(guarded) > 20
    for method, path in guarded:
        answer = stranger.request(method, filled(path))
        assert answer.status_code == 303, (method, path)
        assert answer.headers["location"].startswith("/console/sign-in?next=")


def test_every_page_of_the_console_opens_for_an_officer(anna):
    pages = [p for m, p in addresses() if m == "GET" and "{" not in p]
    assert "/console/reports/new" in pages
    for path in pages:
        answer = anna.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        assert "<h1" in answer.text


def test_what_does_not_exist_is_not_found_rather_than_broken(anna):
    for method, path in addresses():
        if ("_id}" in path or "_key}" in path) and "officers" not in path:
            form = {"text": "x", "read": "yes", "title_th": "x", "body_th": "x"}
            answer = anna.request(
                method, filled(path), data=form if method == "POST" else None
            )
            assert answer.status_code == 404, (method, path)


def test_nothing_of_the_console_is_kept_by_a_browser_or_a_proxy(anna):
    assert anna.get("/console").headers["cache-control"] == "no-store"


def test_an_officer_whose_account_ends_is_signed_out_at_once(
    anna, boon, database, clock
):
    assert anna.get("/console").status_code == 200
    with database.write() as session:
        officers.disable(session, anna.officer.id, by="cli", now=clock())
    assert anna.get("/console").status_code == 303


def test_a_browser_left_alone_for_an_hour_is_signed_out(anna, clock):
    clock.forward(minutes=59)
    assert anna.get("/console").status_code == 200
    clock.forward(minutes=61)
    assert anna.get("/console").status_code == 303
