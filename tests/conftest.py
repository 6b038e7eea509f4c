"""What every test may ask for: a database of either kind, a clock, keys."""

import atexit
import gc
import logging
import os
import shutil
import sqlite3
import ssl
import sys
import tempfile
from collections.abc import Generator, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import hypothesis
import pytest
import structlog
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pydantic import BaseModel
from sqlalchemy import Dialect, Engine, event

from api.store import officers, session
from api.store.keys import Keys
from api.store.migrate import migrate
from api.store.session import Database
from bot import logs
from content import articles, search
from content.articles import Article
from content.search import Index, Recipe
from surveys import located, plain_text
from tests import postgres

# How long a test takes says more of the machine than of the code: figures of speed
# come from tests/benchmarks.
# In CI the same cases each time, so that what fails there is what was changed.
hypothesis.settings.register_profile(
    "ecotown",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
hypothesis.settings.load_profile("ecotown")
LONGEST = (
    "benchmarks/test_smoke.py",
    "surveys/replies/test_replies.py",
    "test_demo.py",
    "browser/test_console.py",
    "browser/test_chat.py",
    "browser/test_photo.py",
    "browser/test_layout.py",
    "browser/test_indicators.py",
    "bot/test_handler_together.py",
    "api/store/test_evidence.py",
    "api/store/test_records.py",
    "api/store/test_backup.py",
    "api/test_untold.py",
    "api/test_attack.py",
    "journeys/test_advice.py",
    "journeys/test_survey_way.py",
    "journeys/test_reporting.py",
    "journeys/test_logs.py",
    "surveys/test_flow.py",
    "surveys/replies/weighing/test_weighing.py",
    "surveys/replies/weighing/test_paraphrases.py",
    "bot/cli/test_check_all.py",
    "bot/cli/test_check.py",
    "bot/test_adviser.py",
    "bot/test_survey_states.py",
    "bot/test_worker.py",
    "bot/test_handler_crowd.py",
    "api/store/test_migrate.py",
    "api/routes/test_access.py",
    "surveys/xlsform/test_round_trip.py",
)
SHARED_ROOT = "ECOTOWN_TESTS_SHARED_ROOT"
KEYS = Keys(b"a root key for tests, no secret.")


class Clock:
    """A clock that stands still until it is told to move."""

    def __init__(self) -> None:
        # 10:00 in Bangkok, a Tuesday.
        self.time = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **step: float) -> datetime:
        self.time += timedelta(**step)
        return self.time


_built = cache(search.build)
_examine_text = located.examine_text
opened_sqlite = session._sqlite
slow_hasher = officers._hasher
Model = TypeVar("Model", bound=BaseModel)


def build_once(articles: Iterable[Article], recipe: Recipe | None = None) -> Index:
    """As `search.build`; named here so that another process can be asked for it."""
    return _built(tuple(articles), recipe)


def sqlite_that_outlives_no_power_cut(url: str) -> Engine:
    """As SQLite is opened, but no test cuts the power, and waiting for the disk is
    most of a commit. And rows nobody asked to order come backwards: PostgreSQL
    promises no order either, and keeps to one just often enough to hide it."""
    engine = opened_sqlite(url)
    engine.dialect, engine._compiled_cache = _compiling()

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA reverse_unordered_selects=ON")

    return engine


@cache
def quick_hasher() -> PasswordHash:
    """Passwords are hashed slowly on purpose; of the tests none guesses one."""
    return PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))


@cache
def _compiling() -> tuple[Dialect, Any]:
    """What a statement is compiled for, and what has been compiled. Each engine would
    bring its own: with a database for every test, all was compiled anew in each."""
    first = opened_sqlite("sqlite://")
    first.connect().close()
    return first.dialect, first._compiled_cache


@cache
def _examined(text: str, model: type[Model], loader: Any) -> Model | None:
    """Its value is the same in whichever file a text stands; its problems are not."""
    return _examine_text(text, model, file="", loader=loader)[0]


def examine_once(
    text: str, model: type[Model], *, file: str, loader: Any = located.PlainLoader
) -> tuple[Model | None, list[located.Problem]]:
    """As `located.examine_text`, for a text without a problem only once."""
    value = _examined(text, model, loader)
    if value is not None:
        return value, []
    return _examine_text(text, model, file=file, loader=loader)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest first, so that none of them is left to one worker
    when the others have finished."""
    rank = {f"tests/{name}": number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.nodeid.partition("::")[0], len(rank)))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is loaded and collected stays to the end, and is not to be looked through
    for garbage again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True, scope="session")
def _logs_apart() -> None:
    """Logs go to standard error, as in production: what commands print is theirs."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.__stderr__))


@pytest.fixture
def logs_as_before() -> Iterator[None]:
    """For who lets the program set up its logs: they are the next test's again."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    levels = {name: logging.getLogger(name).level for name in logs.LOUD}
    configured = structlog.get_config()
    yield
    structlog.configure(**configured)
    root.handlers = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture(autouse=True, scope="session")
def _each_thing_made_once() -> Iterator[None]:
    """Of the same text an article, a survey, an index or the form it is compared in is
    the same, and only ever read. And nobody here talks to a host whose certificate is
    to be checked: each client would read those of all authorities."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "build", build_once)
        patch.setattr(articles, "parse", lru_cache(maxsize=2000)(articles.parse))
        patch.setattr(located, "examine_text", examine_once)
        patch.setattr(plain_text, "plain", lru_cache(maxsize=20_000)(plain_text.plain))
        patch.setattr(officers, "_hasher", quick_hasher)
        patch.setattr(session, "_sqlite", sqlite_that_outlives_no_power_cut)
        patch.setattr(ssl.SSLContext, "load_verify_locations", lambda *_, **__: None)
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


def pytest_configure(config: pytest.Config) -> None:
    """Make one folder for all workers of this run, gone when the run is over.

    Not below pytest's own: PostgreSQL runs as another user when we are root, and
    another pytest closes its parent folder to that user.
    """
    if hasattr(config, "workerinput"):
        return
    root = Path(tempfile.mkdtemp(prefix="ecotown-tests-"))
    root.chmod(0o755)
    os.environ[SHARED_ROOT] = str(root)
    atexit.register(shutil.rmtree, root, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_root() -> Path:
    """The folder that all workers of this run share."""
    return Path(os.environ[SHARED_ROOT])


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = Database(f"sqlite:///{path}", KEYS)
    migrate(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_uri(shared_root: Path) -> str:
    uri = postgres.server_uri(shared_root)
    if uri is None:
        pytest.skip("no PostgreSQL here: no wheel of one for this kind of machine")
    postgres.ensure_template(uri, shared_root, KEYS)
    return uri


@pytest.fixture(scope="session")
def worker_postgres(postgres_uri: str, worker_id: str) -> Iterator[Database]:
    name = f"ecotown_{worker_id}"
    postgres.create(postgres_uri, name)
    database = Database(postgres.at(postgres_uri, name), KEYS)
    yield database
    database.close()
    postgres.drop(postgres_uri, name)


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "ecotown.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}", KEYS)
    yield database
    database.close()


@pytest.fixture
def postgres_database(worker_postgres: Database) -> Iterator[Database]:
    yield worker_postgres
    postgres.empty(worker_postgres)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Database:
    """The same test on both kinds of database."""
    return request.getfixturevalue(f"{request.param}_database")
