"""`ecotown serve` and `ecotown worker`: run the town."""

import asyncio
import signal
from typing import Annotated
from urllib.parse import urlsplit

import typer
import uvicorn

from api.console.entrance import join_link
from api.settings import Settings
from api.store import articles as article_store
from api.store import frameworks, migrate, officers, waves
from api.store.session import Database
from api.store.types import utc_now
from bot import logs
from bot.app import Town, create_app
from bot.cli import common
from bot.cli.check import problems
from content import articles
from surveys import definition


@common.said_plainly
def serve(
    prepare: Annotated[
        bool, typer.Option(help="Migrate and load the shipped content first.")
    ] = False,
    work: Annotated[
        bool, typer.Option(help="Handle, send and run jobs in this process too.")
    ] = True,
) -> None:
    """Webhooks, chat page, public pages, console and API; and, unless --no-work,
    everything `ecotown worker` does."""
    settings = common.settings()
    database = _ready(settings, prepare=prepare)
    town = Town(database, settings, works=work)
    config = uvicorn.Config(
        create_app(town),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=5,
        server_header=False,
    )
    server = uvicorn.Server(config)
    failures: list[str] = []

    def give_up() -> None:
        failures.append("a part of the service died")
        server.should_exit = True

    town.on_failure = give_up
    greet(database, settings)
    server.run()
    _leave(failures)


@common.said_plainly
def worker() -> None:
    """Handle events, send what is owed and run the jobs, without answering HTTP."""
    settings = common.settings()
    database = _ready(settings, prepare=False)
    failures = asyncio.run(_work(Town(database, settings)))
    _leave(failures)


def prepare_database(database: Database) -> None:
    """Bring a database to this program's tables and shipped content."""
    migrate.migrate(database)
    now = utc_now()
    with database.write() as session:
        article_store.sync(session, articles.load_all(), now)
        waves.ensure_shipped(session, [definition.first()], now)


async def _work(town: Town) -> list[str]:
    """Run until told to stop, or until a part of the town dies; why it died."""
    stop = asyncio.Event()
    failures: list[str] = []

    def give_up() -> None:
        failures.append("a part of the worker died")
        stop.set()

    town.on_failure = give_up
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    async with town.running():
        await stop.wait()
    return failures


def _leave(failures: list[str]) -> None:
    """With 1 after a failure, so that whatever started us starts us again."""
    if failures:
        common.fail("; ".join(failures))


def _ready(settings: Settings, *, prepare: bool) -> Database:
    """The database, standing where this program needs it; or a plain refusal."""
    logs.configure(settings.log_level)
    found = [*problems(), *frameworks.faults()]
    if found:
        common.fail("\n".join(str(problem) for problem in found))
    database = common.open_database(settings)
    if prepare:
        prepare_database(database)
    at = migrate.current(database)
    if at != migrate.head():
        common.fail(
            f"the database stands at {at or 'nothing'}, this program at "
            f"{migrate.head()}: run `ecotown db migrate` first"
        )
    return database


def greet(database: Database, settings: Settings) -> None:
    """What an operator must know at a start: on standard output, never in the log."""
    here = settings.address
    typer.echo(f"ecotown: {here}  chat: {here}/chat  console: {here}/console")
    with database.write() as session:
        token = officers.first_link(session, utc_now())
    if token is not None:
        typer.echo(
            "No officer has access. Open this link once, within a day, to get it:\n"
            f"  {join_link(here, token)}"
        )
    if not settings.municipality_phone:
        typer.echo(
            "Warning: ECOTOWN_MUNICIPALITY_PHONE is not set: emergency cards show "
            "national numbers only."
        )
    if settings.office is None:
        typer.echo(
            "Warning: ECOTOWN_OFFICE_HOURS is not set: who asks for a person is told "
            "no time to expect an answer at."
        )
    if settings.advice_on:
        typer.echo(
            "Language model: on. Questions we are unsure of go to "
            f"{urlsplit(settings.model_url).netloc}, names and numbers blotted out."
        )
    for name, is_on in (("LINE", settings.line_on), ("Telegram", settings.telegram_on)):
        typer.echo(f"{name}: {'on' if is_on else 'off (no credentials)'}")
