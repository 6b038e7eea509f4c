"""The demonstration town: the real service, fresh, with stand-ins on loopback."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api import settings as settings_module
from api.settings import Settings
from api.store import migrate, waves
from api.store.keys import Keys
from api.store.session import Database
from api.store.types import utc_now
from bot.app import Town, create_app
from bot.cli.serve import prepare_database
from surveys import definition
from surveys.definition import Survey
from tests.demo import officers
from tests.platforms.line import LineStandIn
from tests.platforms.server import HOST, LoopbackServer
from tests.platforms.telegram import TelegramStandIn

WAVE, NEXT = "made-up", "made-up-2"
# LINE's free plan in Thailand.
LINE_QUOTA = 300
# Short enough to wait for, long enough to take an approval back.
BROADCAST_DELAY_S = 10


@dataclass(frozen=True, slots=True)
class Demo:
    """What runs, and where."""

    url: str
    line: LineStandIn
    telegram: TelegramStandIn
    database: Database
    survey: Survey
    passwords: dict[str, str]

    def release(self) -> int:
        """Its officers close the survey and release the results; how many values. The
        next round opens, so that whoever looks at the demonstration can answer too."""
        now = utc_now()
        with self.database.read() as session:
            wave_id = waves.get(session, WAVE).id
        told = officers.release(self.database, wave_id, now)
        with self.database.write() as session:
            _open(session, NEXT, self.survey, now)
        return told


@contextmanager
def running(
    folder: Path,
    *,
    port: int = 0,
    latency_s: tuple[float, float] | None = (0.1, 0.3),
) -> Iterator[Demo]:
    """A fresh town in `folder`, whatever was there before.

    `latency_s` is how long the stand-ins take for an answer.
    """
    shutil.rmtree(folder, ignore_errors=True)
    secret = secrets.token_hex(16)
    with (
        LineStandIn(latency_s=latency_s, secret=secret, quota_limit=LINE_QUOTA) as line,
        TelegramStandIn(latency_s=latency_s) as telegram,
    ):
        settings = _settings(folder, line, telegram)
        database = Database(settings.database, Keys(settings_module.root_key(settings)))
        try:
            survey, passwords = _prepare(database)
            # The made-up people are told apart by the address a proxy hands on:
            # one household may not write as much as four hundred do.
            app: Any = create_app(Town(database, settings))
            app = ProxyHeadersMiddleware(app, trusted_hosts=HOST)
            with LoopbackServer(app, port=port, lifespan="on", grace_s=1) as server:
                line.webhook_url = f"{server.url}/webhooks/line"
                yield Demo(server.url, line, telegram, database, survey, passwords)
        finally:
            database.close()


def _settings(folder: Path, line: LineStandIn, telegram: TelegramStandIn) -> Settings:
    """Nothing of the environment may point the made-up people at a real town."""
    return Settings(
        data_dir=folder,
        database_url="",
        secret_key="",
        public_url="",
        line_channel_secret=line.secret,
        line_access_token=line.token,
        line_api_url=line.url,
        telegram_token=telegram.token,
        telegram_secret="",
        telegram_api_url=telegram.url,
        broadcast_delay_s=BROADCAST_DELAY_S,
        trusted_proxies="",
    )


def _prepare(database: Database) -> tuple[Survey, dict[str, str]]:
    """Tables, articles, one wave that says what it is, and the officers."""
    migrate.migrate(database)
    now = utc_now()
    survey = definition.first()
    with database.write() as session:
        _open(session, WAVE, survey, now)
    prepare_database(database)
    return survey, officers.arrive(database, now)


def _open(session: Session, key: str, survey: Survey, now: datetime) -> None:
    """A wave that says what it is, with all that its figures have to carry."""
    wave = waves.open_wave(
        session,
        key=key,
        version=waves.store_version(session, survey, now),
        population="made-up people of the demonstration",
        now=now,
        made_up=True,
    )
    wave.frame_note = "stand-ins for LINE, Telegram and the web page"
    wave.responsible = "made-up officers of the demonstration"
    wave.contact = "-"
