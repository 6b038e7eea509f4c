"""A whole town on loopback, and a real Chromium to look at it."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from api.settings import Settings
from api.store import officers
from api.store.session import Database
from api.store.types import utc_now
from bot import webchat
from bot.app import Town, create_app
from bot.cli.serve import prepare_database
from tests.conftest import KEYS
from tests.patience import PATIENCE_S

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Of what a page is to show: its own are 5 and 30 seconds.
PATIENCE_MS = PATIENCE_S * 1000
expect.set_options(timeout=PATIENCE_MS)
PASSWORD = "five green boats on the canal"


@dataclass(frozen=True)
class Served:
    """A town that answers at `url`."""

    url: str
    database: Database


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    # Not for longer: it keeps an event loop running, which asyncio.run elsewhere
    # would meet.
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium here, and in CI nothing may be skipped")
    if path is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("town")
    database = Database(f"sqlite:///{folder / 'ecotown.db'}", KEYS)
    prepare_database(database)
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    settings = Settings(data_dir=folder, public_url=url, broadcast_delay_s=600)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(Town(database, settings)),
            log_config=None,
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the town did not start"
        time.sleep(0.05)
    with pytest.MonkeyPatch.context() as patch:
        # Without a script the page comes with the answer, or never shows it.
        patch.setattr(webchat, "FORM_WAIT_S", PATIENCE_S)
        yield Served(url, database)
    server.should_exit = True
    thread.join()
    listener.close()
    database.close()


@pytest.fixture
def page(chromium: Browser, town: Served) -> Iterator[Page]:
    """A resident's phone, new to the town."""
    context = chromium.new_context(
        base_url=town.url, viewport={"width": 360, "height": 740}
    )
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console",
        lambda message: (
            faults.append(message.text) if "Content Security" in message.text else None
        ),
    )
    yield opened
    context.close()
    assert faults == []


def waited(page: Page, sent: list[str], times: int) -> None:
    """Let as long pass as it takes until something was sent so many times."""
    for _ in range(100):
        if len(sent) >= times:
            return
        page.clock.fast_forward(5_000)
        page.wait_for_timeout(50)
    raise AssertionError(f"it was sent {len(sent)} times")


@pytest.fixture(scope="module")
def invitations(town: Served) -> list[str]:
    """Two links that make officers."""
    with town.database.write() as session:
        tokens = [officers.invite(session, now=utc_now()) for _ in range(2)]
    return [f"/console/join/{token}" for token in tokens]
