"""What `ecotown serve` takes: seconds to be ready, memory once people talk to it and
officers revise what it answers."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from api.settings import Settings
from api.store import articles as article_store
from api.store.session import Database
from api.store.types import utc_now
from content import articles
from tests.api import given as given_rows
from tests.benchmarks import children, cli, databases
from tests.benchmarks.figures import Figure, median
from tests.platforms.line import LineStandIn, new_user_id
from tests.platforms.telegram import TelegramStandIn, new_chat_id

MOST_MB = 350
READY_S = 5.0
STARTS = 3
RESIDENTS = 10
QUESTIONS = 10
PAGES = ("/", "/chat", "/privacy", "/console", "/api/v1/openapi.json")
PATIENCE_S = 60.0
SAMPLE_S = 0.01
# Once the index is built the server reads it, and lets the old one go.
SETTLED_S = 1.0
PROC = Path("/proc")


def measure(quick: bool) -> list[Figure]:
    starts, residents = (1, 1) if quick else (STARTS, RESIDENTS)
    with ExitStack() as stack:
        database = stack.enter_context(databases.fresh("sqlite"))
        assert database is not None
        line = stack.enter_context(LineStandIn(latency_s=None))
        telegram = stack.enter_context(TelegramStandIn(latency_s=None))
        given = children.settings(
            database, line_url=line.url, telegram_url=telegram.url
        ).model_copy(update={"port": _free_port()})
        line.webhook_url = f"http://{children.HOST}:{given.port}/webhooks/line"
        key = _key(database)
        ready, memory = [], 0.0
        for _ in range(starts):
            with _serve(given) as (process, took):
                ready.append(took)
                _chat(line, telegram, residents)
                for page in PAGES:
                    children.until_answered(given.port, page, any_status=True)
                _revise(database, given.port, key)
                memory = max(memory, _peak_mb(process.pid))
    return [_memory(memory, residents), _start(ready)]


@contextmanager
def _serve(given: Settings) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The command itself, and the seconds after which it was ready."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [Path(sys.executable).with_name("ecotown"), "serve"],
        env=children.environment(given),
        stdout=subprocess.DEVNULL,
    )
    try:
        children.until_answered(given.port, "/readyz")
        yield process, time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_S)


def _chat(line: LineStandIn, telegram: TelegramStandIn, residents: int) -> None:
    """Residents on both channels who greet, choose Thai and ask."""
    asked = [each.asked_as[0] for each in articles.load_all() if each.language == "th"]
    line.clear()
    before = len(telegram.calls("sendMessage"))
    for _ in range(residents):
        user, chat = new_user_id(), new_chat_id()
        for text in ("สวัสดีค่ะ", "ไทย", *asked[:QUESTIONS]):
            line.say(user, text)
            telegram.say(chat, text)
    said = residents * (QUESTIONS + 2)
    line.wait_until(lambda: len(line.replies()) >= said, timeout_s=PATIENCE_S)
    telegram.wait_until(
        lambda: len(telegram.calls("sendMessage")) - before >= said,
        timeout_s=PATIENCE_S,
    )


def _key(database: Database) -> dict[str, str]:
    now = utc_now()
    with database.write() as session:
        officer = given_rows.officer(session, "anna", now)
        return given_rows.key(session, officer, now, "articles:write")


def _revise(database: Database, port: int, key: dict[str, str]) -> None:
    """An officer changes an article; the index is built anew for it, aside."""
    with database.read() as session:
        live = article_store.live(session)[0]
    body = {"source_text": f"{live.source_text}\n\nเพิ่มเติม", "seen": live.number}
    connection = http.client.HTTPConnection(children.HOST, port)
    path = f"/api/v1/articles/{live.slug}/{live.language}"
    headers = key | {"Content-Type": "application/json"}
    connection.request("POST", path, json.dumps(body), headers)
    response = connection.getresponse()
    if response.status >= 300:
        raise RuntimeError(f"the article was not revised: {response.status}")
    connection.close()


def _peak_mb(pid: int) -> float:
    """The most memory held until the process that builds the index has come and gone,
    and the index is in use."""
    reached, came, gone_at = 0.0, False, None
    deadline = time.monotonic() + PATIENCE_S
    while gone_at is None or time.monotonic() < gone_at + SETTLED_S:
        if time.monotonic() > deadline:
            raise RuntimeError("no index was built")
        processes, held = resident(pid)
        reached = max(reached, held)
        came |= processes > 1
        if came and gone_at is None and processes == 1:
            gone_at = time.monotonic()
        time.sleep(SAMPLE_S)
    return reached


def resident(pid: int) -> tuple[int, float]:
    """A process and all that it has started: how many, and their resident memory in
    MB (2^20)."""
    table = _proc() if PROC.joinpath("self/stat").exists() else _ps()
    family: set[int] = set()
    found = {pid}
    while found:
        family |= found
        found = {
            child
            for child, (parent, _) in table.items()
            if parent in family and child not in family
        }
    known = [table[each][1] for each in family if each in table]
    return len(known), sum(known) / 2**20


def _proc() -> dict[int, tuple[int, int]]:
    """Process -> (its parent, resident bytes), where the kernel says so in files."""
    page = os.sysconf("SC_PAGE_SIZE")
    table: dict[int, tuple[int, int]] = {}
    for folder in PROC.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            # The name in parentheses may hold anything.
            fields = folder.joinpath("stat").read_text().rpartition(")")[2].split()
            pages = folder.joinpath("statm").read_text().split()[1]
        except OSError:  # it has ended
            continue
        table[int(folder.name)] = int(fields[1]), int(pages) * page
    return table


def _ps() -> dict[int, tuple[int, int]]:
    """The same from `ps`, which tells kilobytes."""
    listed = subprocess.run(
        ["ps", "-axo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout
    rows = (line.split() for line in listed.splitlines())
    return {int(pid): (int(parent), int(kb) * 1024) for pid, parent, kb in rows}


def _free_port() -> int:
    with socket.create_server((children.HOST, 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _memory(reached: float, residents: int) -> Figure:
    return Figure(
        "memory of `ecotown serve`, all content, LINE and Telegram on",
        f"under {MOST_MB} MB",
        f"{reached:.0f} MB",
        met=reached < MOST_MB,
        note="the most held at once, resident, children included: chats of "
        f"{2 * residents} residents, a look at each kind of page, a revised article "
        "and the child that builds the index anew; SQLite",
    )


def _start(ready: list[float]) -> Figure:
    reached = median(ready)
    return Figure(
        "start of `ecotown serve` until /readyz",
        f"under {READY_S:.0f} s",
        f"{reached:.1f} s",
        met=reached < READY_S,
        note=f"from a prepared database; median of {len(ready)}; a third each is "
        "Python's imports, the platforms' libraries and the reading of all content",
    )


if __name__ == "__main__":
    cli.main(measure)
