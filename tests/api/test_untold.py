"""No page and no route tells anybody a figure that two officers have not released."""

import re
from dataclasses import replace

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import create_app
from api.pages import routes
from api.settings import Settings
from api.store import shown, values
from api.store.models import IndicatorValue, Wave
from api.store.words import WaveState
from surveys import record_words
from surveys.definition import Group
from surveys.estimate import wilson
from surveys.record import Changed, Revision
from tests.api import given
from tests.api.store import releasing, waving

CODE, N, GAVE = "ET-S5", 1237, 457
SKIPPED, UNKNOWN = 6271, 7919
RELEASED = 900  # of 1000
# What may stand in a path or a query, where it stands there.
FILLED = {"code": CODE, "slug": "a", "wave": "w1", "name": "style.css", "period": "w1"}
QUERIES = ("", "?format=csv", "?period=w1", "?status=final", "?lang=en")


def signs():
    """The planted figures, as they are or rounded."""
    bounds = wilson(GAVE, N)
    found = [GAVE, SKIPPED, UNKNOWN]
    for figure in (GAVE / N, bounds.low, bounds.high):
        found += [f"{figure * 100:.4f}"[:-1], f"{figure * 100:.1f}"]
        found += [f"{figure * 100:.0f}%", f"{figure:.4f}"[:-1]]
    return [re.escape(str(each)) for each in found]


PLANTED = re.compile(rf"(?<![\d.])({'|'.join(signs())})")


@pytest.fixture
def app(database, clock, tmp_path):
    return create_app(database, Settings(data_dir=tmp_path), clock=clock)


@pytest.fixture
def client(app):
    with TestClient(app) as opened:
        yield opened


def plant(session, wave, now, **more):
    return releasing.put(
        session, wave, CODE, N, GAVE, now, approved=False,
        skipped=SKIPPED, dont_know=UNKNOWN, **more,
    )  # fmt: skip


def provisional(session, wave, now):
    plant(session, wave, now, status=values.PROVISIONAL)


def closed(session, wave, now):
    wave.state, wave.closes_at = WaveState.CLOSED, now
    plant(session, wave, now, status=values.PROVISIONAL)


def settled(session, wave, now):
    wave.state, wave.frozen_at = WaveState.FROZEN, now
    plant(session, wave, now)


def revised(session, wave, now):
    releasing.put(session, wave, CODE, 1000, RELEASED, now)
    plant(session, wave, now, revision=2, status=values.REVISED)


def taken_back(session, wave, now):
    plant(session, wave, now)
    gone = {"value": record_words.TOO_FEW, "interval": record_words.TOO_FEW}
    before = Revision(number=2, reason="C-error", before=GAVE / N * 100)
    plant(
        session, wave, now, revision=2, status=values.WITHDRAWN, revised=before, **gone
    )


def compared(session, wave, now):
    """A released value that was compared with, and follows, ones that were not."""
    plant(session, wave, now)
    other = waving.opened(session, now, "w0")
    plant(session, other, now)
    change = Changed(
        since="w0", since_revision=1, value=90 - GAVE / N * 100, low=1.5, high=2.5,
        method="newcombe", direction="increased", words=record_words.UNWEIGHTED,
    )  # fmt: skip
    before = Revision(number=2, reason="R-data", before=GAVE / N * 100)
    releasing.put(
        session, wave, CODE, 1000, RELEASED, now, revision=2, change=change,
        revised=before,
    )  # fmt: skip


STAGES = (provisional, closed, settled, revised, taken_back, compared)


@pytest.fixture(params=STAGES, ids=lambda stage: stage.__name__)
def stage(request, database, clock):
    with database.write() as session:
        wave = waving.opened(session, clock())
        request.param(session, session.get_one(Wave, wave.id), clock())
    return request.param


def pages(routes):
    """The paths of pages, also of routers that are in a router."""
    for route in routes:
        if isinstance(route, APIRoute) and "GET" in route.methods:
            yield route.path
        elif inner := getattr(route, "original_router", None):
            yield from pages(inner.routes)


def addresses(app):
    """Everything that can be asked for without a key, with all that may be asked."""
    known = [path for path, ways in app.openapi()["paths"].items() if "get" in ways]
    for path in (*known, *pages(routes.router.routes), "/metrics", "/readyz"):
        for name, filled in FILLED.items():
            path = path.replace(f"{{{name}}}", filled)
        tells = "indicators" in path or path == "/"
        yield from (path + query for query in (QUERIES if tells else QUERIES[:1]))


def test_no_public_address_tells_an_unreleased_figure(app, client, stage):
    found, answered = list(addresses(app)), 0
    headers = {"Accept": "text/html, */*"}
    for path in found:
        answer = client.get(path, headers=headers, follow_redirects=False)
        told = PLANTED.findall(answer.text)
        assert told == [], path
        answered += answer.status_code == 200
    assert answered > 30
    for path in ("/", "/indicators", f"/indicators/{CODE}", "/api/v1/indicators"):
        assert path in found


def test_the_figure_is_recognised_where_the_office_asks(client, database, clock, stage):
    with database.write() as session:
        officer = given.officer(session, "dang", clock())
        headers = given.key(session, officer, clock(), "indicators:read")
    path = f"/api/v1/indicators/{CODE}/values"
    for query in ("", "?format=csv"):
        told = client.get(path + query, headers=headers).text
        assert PLANTED.search(told) is not None
    assert client.get(path, headers={"Authorization": "Bearer 0"}).status_code == 401


def test_a_key_without_the_scope_is_refused(client, database, clock):
    with database.write() as session:
        officer = given.officer(session, "dang", clock())
        headers = given.key(session, officer, clock(), "reports:read")
    assert client.get("/api/v1/indicators", headers=headers).status_code == 403


def test_what_is_told_of_a_released_value_is_what_was_released(client, database, clock):
    with database.write() as session:
        wave = waving.opened(session, clock())
        revised(session, wave, clock())
    newer, older = client.get(f"/api/v1/indicators/{CODE}/values").json()["items"]
    assert (older["value"], older["state"], older["n"]) == (90.0, "released", 1000)
    assert (newer["value"], newer["state"], newer["n"]) == (None, "collecting", N)
    row = client.get(f"/api/v1/indicators/{CODE}").json()
    assert [each["value"] for each in row["values"]] == [90.0]


@pytest.mark.parametrize(
    ("skipped", "dont_know", "told"),
    [(0, 0, True), (5, 12, True), (3, 12, False), (12, 4, False)],
)
def test_a_few_who_skipped_or_did_not_know_are_not_counted_out(
    client, database, clock, skipped, dont_know, told
):
    with database.write() as session:
        wave = waving.opened(session, clock())
        releasing.put(
            session, wave, CODE, 400, 200, clock(), skipped=skipped, dont_know=dont_know
        )
    (value,) = client.get(f"/api/v1/indicators/{CODE}/values").json()["items"]
    expected = (skipped, dont_know) if told else (None, None)
    assert (value["skipped"], value["dont_know"]) == expected
    assert ("fewer than five" in str(value["reasons"].get("skipped"))) is not told


def test_how_many_gave_a_certain_other_answer_is_not_told_before(
    client, database, clock
):
    with database.write() as session:
        wave = waving.opened(session, clock())
        releasing.put(
            session, wave, "ET-S14", 4, 2, clock(), approved=False,
            status=values.PROVISIONAL,
        )  # fmt: skip
    (value,) = client.get("/api/v1/indicators/ET-S14/values").json()["items"]
    assert value["n"] is None
    assert "certain other answer" in value["reasons"]["n"]["en"]


RULE = {"in": [{"var": "heard"}, ["yes"]]}


def with_question(**changed):
    """The shipped survey with its question of the dialogue changed."""
    asked = waving.LIFE.question("dialogue")
    questions = tuple(
        each.model_copy(update=changed) if each == asked else each
        for each in waving.LIFE.questions
    )
    led = (Group(key="led", ask_if=RULE),) if "group" in changed else ()
    groups = (*waving.LIFE.groups, *led)
    return waving.LIFE.model_copy(update={"questions": questions, "groups": groups})


@pytest.mark.parametrize("led", [{"ask_if": RULE}, {"group": "led"}], ids=str)
@pytest.mark.parametrize("status", [values.PROVISIONAL, values.FINAL])
def test_nor_is_how_many_were_led_to_a_question_by_another_answer(
    client, database, clock, led, status
):
    with database.write() as session:
        wave = waving.opened(session, clock(), survey=with_question(**led))
        releasing.put(
            session, wave, CODE, 40, 20, clock(), approved=False, status=status
        )
    (value,) = client.get(f"/api/v1/indicators/{CODE}/values").json()["items"]
    assert value["n"] is None
    assert "certain other answer" in value["reasons"]["n"]["en"]


@pytest.mark.parametrize(("n", "told"), [(1, None), (4, None), (5, 5)])
@pytest.mark.parametrize("language", ["all", "my"])
def test_a_few_answers_are_not_counted_out_as_they_come_in(
    client, database, clock, n, told, language
):
    with database.write() as session:
        wave = waving.opened(session, clock())
        releasing.put(
            session, wave, CODE, n, 0, clock(), approved=False,
            status=values.PROVISIONAL, language=language,
        )  # fmt: skip
    (value,) = client.get(f"/api/v1/indicators/{CODE}/values").json()["items"]
    assert value["n"] == told
    reason = value["reasons"].get("n", {}).get("en", "")
    assert ("fewer than five have answered" in reason) is (told is None)
    if language == "all":
        page = client.get(f"/indicators/{CODE}?lang=en").text
        assert (f"{n} have answered so far" in page) is (told == 5)


@pytest.fixture
def followed(database, clock):
    """A released value that was compared with the released one of the wave before;
    what came of that one is added."""

    def followed(*after):
        with database.write() as session:
            first = waving.opened(session, clock(), "w0")
            second = waving.opened(session, clock(), "w1")
            releasing.put(session, first, CODE, 1000, 800, clock())
            change = Changed(
                since="w0", since_revision=1, value=10.0, low=6.5, high=13.5,
                method="newcombe", direction="increased",
                words=record_words.CHANGES["increased"],
            )  # fmt: skip
            releasing.put(session, second, CODE, 1000, 900, clock(), change=change)
            for number, (status, reason, approved) in enumerate(after, 2):
                releasing.put(
                    session, first, CODE, 1000, 850, clock(), revision=number,
                    status=status, approved=approved, reason=reason,
                )  # fmt: skip

    return followed


GONE = (values.WITHDRAWN, "R-data", False)


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ((), None),
        (((values.REVISED, "R-data", True),), None),
        # Nobody has heard of it yet: what was told stands.
        (((values.REVISED, "C-error", False),), None),
        (((values.REVISED, "C-error", True),), "was wrong and has been corrected"),
        ((GONE,), "has been withdrawn"),
        ((GONE, (values.REVISED, "C-error", True)), "has been withdrawn"),
    ],
)
def test_a_change_is_told_as_long_as_the_value_before_stands(
    client, database, followed, after, reason
):
    followed(*after)
    items = client.get(f"/api/v1/indicators/{CODE}/values?period=w1").json()["items"]
    (value,) = items
    page = client.get(f"/indicators/{CODE}?lang=en").text
    if reason is None:
        assert value["change"]["words"]["en"] == "increased"
        assert "increased" in page
        return
    assert value["change"] is None
    assert reason in value["reasons"]["change"]["en"]
    assert "increased" not in page


def test_the_command_that_is_told_finds_the_very_value(client, database, clock):
    with database.write() as session:
        wave = waving.opened(session, clock())
        for number in (1, 2):
            releasing.put(session, wave, CODE, 100, 50, clock(), revision=number)
        releasing.put(session, wave, CODE, 40, 20, clock(), language="my")
    items = client.get(f"/api/v1/indicators/{CODE}/values").json()["items"]
    ending = {each["evidence"]["verify"].partition(" w1 ")[2] for each in items}
    assert ending == {
        "--revision 1", "--revision 2", "--revision 1 --language my",
    }  # fmt: skip


def test_where_two_frameworks_have_a_code_the_command_names_the_framework(
    database, clock
):
    with database.write() as session:
        wave = waving.opened(session, clock())
        row = releasing.put(session, wave, CODE, 100, 50, clock())
        (value,) = shown.of(session, [row])
        assert "--framework" not in value.verify
        fields = row.model_dump() | {"framework": "tn"}
        other = replace(value, row=IndicatorValue(**fields))
        assert other.verify.endswith("--revision 1 --framework tn")
