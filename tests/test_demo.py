"""The demonstration: a town of made-up people, which says so beside every number."""

import asyncio
import html
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from api.store import broadcasts, waves
from api.store.models import Broadcast, Case, Delivery, OpenQuestion, Report
from api.store.words import BroadcastState, DeliveryState, ReportState
from surveys import definition
from tests.demo import residents, town
from tests.demo.filling import fill
from tests.patience import PATIENCE_S, wait_for
from tests.platforms.calls import call
from tests.platforms.line import new_user_id

ROOT = Path(__file__).parent.parent
MADE_UP = {"th": "ข้อมูลสมมุติ", "en": "made up"}
TOO_FEW = "n<30"
ON_ITS_WAY = {DeliveryState.PENDING, DeliveryState.SENDING}


@pytest.fixture(scope="module")
def people():
    """Enough of them that every number is shown, some of each other kind."""
    survey = definition.first()
    everyone = residents.make(400, survey)
    finish = [who for who in everyone if who.completes and who.language != "my"]
    others = [who for who in everyone if not who.completes]
    return [*finish[:32], *others[:5]]


@pytest.fixture(scope="module")
def demo(people, tmp_path_factory):
    """A full town whose stand-ins answer at once."""
    folder = tmp_path_factory.mktemp("demo") / "town"
    with town.running(folder, latency_s=None) as running:
        filled = asyncio.run(fill(people, running))
        assert filled.unanswered == []
        assert filled.done == len(people)
        finished = sum(who.completes for who in people)
        wait_for(lambda: newest_n(running) == finished, "the figures of everyone")
        # Nobody is told a figure before the officers have released it.
        assert all(value["value"] is None for value in values(running))
        assert running.release() >= 5
        yield running


def values(demo):
    """Every value the API tells, translations apart left out."""
    items = call(f"{demo.url}/api/v1/indicators").body["items"]
    return [
        value
        for item in items
        for value in item["values"]
        if value["language"] == "all"
    ]


def newest_n(demo):
    """How many gave the answer that everyone has to give."""
    return max((value["n"] for value in values(demo)), default=0)


def on_line(demo, *texts):
    """The last thing said to somebody new who writes this on LINE."""
    user = new_user_id()
    for text in texts:
        before = len(demo.line.messages_to(user))
        assert demo.line.say(user, text) == 200
        demo.line.wait_until(lambda: len(demo.line.messages_to(user)) > before)  # noqa: B023
    return demo.line.messages_to(user)[-1]["text"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_first_page_shows_every_number_and_says_it_is_made_up(demo, language):
    reply = call(f"{demo.url}/?lang={language}")
    page = html.unescape(reply.raw.decode())
    bars = re.findall(r"<h3>(?:(?!</h3>).)*</h3>\s*<p><strong>\d+%", page, re.DOTALL)
    told = [value for value in values(demo) if value["value"] is not None]
    assert len(bars) == len(told) >= 5
    assert all(MADE_UP[language] in bar for bar in bars)
    assert TOO_FEW not in page
    # And beside the count of those who have answered.
    assert MADE_UP[language] in page.partition('class="count"')[0]


def test_the_api_says_of_every_value_that_it_is_made_up(demo):
    found = values(demo)
    assert len(found) == len(
        [row for row in call(f"{demo.url}/api/v1/indicators").body["items"]
         if row["values"]]
    )  # fmt: skip
    for value in found:
        assert value["n"] >= 30
        assert value["made_up"] is True
    # Where fewer than five gave one of the answers, no value is told.
    assert sum(value["value"] is not None for value in found) >= 5


def test_the_chat_says_that_its_numbers_are_made_up(demo):
    said = on_line(demo, "สวัสดี", "ไทย", "ไม่ต้องส่ง", "ความคืบหน้า")
    told = [value for value in values(demo) if value["value"] is not None]
    assert len(re.findall(r"\d+%", said)) >= len(told) >= 5
    assert "ข้อมูลสมมุติ" in said
    assert TOO_FEW not in said


def test_the_survey_says_that_it_is_made_up_before_it_begins(demo):
    said = on_line(demo, "สวัสดี", "ไทย", "ไม่ต้องส่ง", "ตอบแบบสอบถาม")
    assert "ข้อมูลสมมุติ" in said


def test_nothing_that_is_owed_stays_under_way(demo):
    """Only the web page's waits: for a browser that has gone."""

    def under_way():
        with demo.database.read() as session:
            return session.scalar(
                select(func.count())
                .select_from(Delivery)
                .where(
                    col(Delivery.state).in_(ON_ITS_WAY), col(Delivery.channel) != "web"
                )
            )

    wait_for(lambda: under_way() == 0, "all was sent")
    with demo.database.read() as session:
        rows = session.execute(
            select(col(Delivery.channel), col(Delivery.state), func.count()).group_by(
                col(Delivery.channel), col(Delivery.state)
            )
        ).all()
    ended = {(channel, state) for channel, state, _ in rows}
    assert ended <= {
        ("line", DeliveryState.SENT),
        ("telegram", DeliveryState.SENT),
        ("web", DeliveryState.SENT),
        ("web", DeliveryState.PENDING),
        ("web", DeliveryState.SENDING),
    }


def test_no_stand_in_saw_an_invalid_request(demo):
    for platform in (demo.line, demo.telegram):
        answered = [each for each in platform.requests if each.outcome is not None]
        assert len(answered) > 50
        refused = [each.endpoint for each in answered if not each.accepted]
        assert refused == []


def test_all_channels_subscribe_to_news(demo, people):
    with demo.database.read() as session:
        audience = broadcasts.audience(session)
    wanted: dict[str, int] = {}
    for who in people:
        if who.subscribes:
            wanted[who.channel] = wanted.get(who.channel, 0) + 1
    assert {name: sum(counts.values()) for name, counts in audience.items()} == wanted
    assert set(wanted) == {"line", "telegram", "web"}


def test_residents_have_asked_and_wait_for_an_officer(demo):
    with demo.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 2
        assert session.scalar(select(func.count()).select_from(OpenQuestion)) >= 1


def test_the_report_is_real_and_waits_for_the_second_officer(demo):
    with demo.database.read() as session:
        (report,) = session.scalars(select(Report)).all()
        (broadcast,) = session.scalars(select(Broadcast)).all()
    assert report.state is ReportState.PROPOSED
    assert broadcast.state is BroadcastState.PROPOSED
    assert report.author_id == broadcast.author_id
    assert not report.made_up
    assert report.source_url


def test_both_officers_can_sign_in(demo):
    assert list(demo.passwords) == ["malee", "somsak"]
    for login, password in demo.passwords.items():
        assert len(password) >= 15
        form = f"login={login}&password={password}".encode()
        reply = call(
            f"{demo.url}/console/sign-in",
            "POST",
            raw=form,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert reply.status == 303
        assert "set-cookie" in reply.headers


def test_both_waves_are_marked_the_frozen_one_and_the_next(demo):
    with demo.database.read() as session:
        newer, older = waves.list_(session)
    assert (newer.made_up, newer.state) == (True, "open")
    assert (older.made_up, older.state) == (True, "frozen")


def test_what_is_told_was_released_by_both_officers(demo):
    told = [value for value in values(demo) if value["value"] is not None]
    assert {value["state"] for value in told} == {"released"}
    assert all(len(value["approved_by"]) == 2 for value in told)


def test_the_same_seed_makes_the_same_people():
    survey = definition.first()
    assert residents.make(60, survey) == residents.make(60, survey)
    assert residents.make(60, survey) != residents.make(60, survey, seed=1)


def test_four_hundred_are_of_every_kind():
    survey = definition.first()
    everyone = residents.make(400, survey)
    assert sum(who.completes for who in everyone) == 320
    assert sum(who.subscribes for who in everyone) == 250
    assert {who.channel for who in everyone} == {"line", "telegram", "web"}
    assert {who.language for who in everyone} == {"th", "en", "my"}


def test_it_starts_says_what_to_open_and_stops_at_once(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    demo = subprocess.Popen(
        [sys.executable, "-m", "tests.demo"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "ECOTOWN_PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        told = ""
        while "begin to talk" not in told:
            line = demo.stdout.readline()
            assert line, demo.stderr.read()
            told += line
        assert call(f"http://127.0.0.1:{port}/readyz").status == 200
        demo.send_signal(signal.SIGINT)
        # Whoever would not stop is still there then.
        rest, complaints = demo.communicate(timeout=PATIENCE_S)
    finally:
        demo.kill()
    assert demo.returncode == 0
    assert complaints == ""
    assert "Stopping." in rest
    for path in ("/chat", "/console"):
        assert f"http://localhost:{port}{path}" in told
    assert re.search(r"malee +\S{15,}", told)
    assert (tmp_path / "data/demo/ecotown.db").exists()


def test_a_taken_port_ends_it_before_anything_is_thrown_away(tmp_path):
    kept = tmp_path / "data/demo/ecotown.db"
    kept.parent.mkdir(parents=True)
    kept.write_text("of a demonstration that still runs")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tests.demo"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "ECOTOWN_PORT": str(port)},
            capture_output=True,
            text=True,
            timeout=2 * PATIENCE_S,
        )
    assert done.returncode == 1
    assert str(port) in done.stdout
    assert kept.read_text() == "of a demonstration that still runs"
