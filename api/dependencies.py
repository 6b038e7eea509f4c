"""What endpoints are handed: the transaction, the time, the settings.

A transaction ends before the response is sent (`scope="function"`), so nobody is told
of what was not committed. `max_concurrency` keeps requests that wait for a transaction
out of the thread pool: the one that holds the writer needs a thread to finish.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Query, Request
from sqlmodel import Session

from api.ports import Ports, Weigh
from api.settings import Settings
from api.store.paging import MOST
from api.store.session import Database

WRITERS = 8
READERS = 12
# Each takes a core for seconds, and the memory of two indexes.
WEIGHERS = 1


def database_of(request: Request) -> Database:
    return cast(Database, request.app.state.database)


def settings_of(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def ports_of(request: Request) -> Ports:
    return cast(Ports, request.app.state.ports)


def now_of(request: Request) -> datetime:
    return cast(datetime, request.app.state.clock())


def _read(request: Request) -> Iterator[Session]:
    with database_of(request).read() as session:
        yield session


def _write(request: Request) -> Iterator[Session]:
    with database_of(request).write() as session:
        yield session


def _weigh(request: Request) -> Iterator[Weigh]:
    yield ports_of(request).weigh


ReadSession = Annotated[
    Session, Depends(_read, scope="function", max_concurrency=READERS)
]
WriteSession = Annotated[
    Session, Depends(_write, scope="function", max_concurrency=WRITERS)
]
Weighing = Annotated[Weigh, Depends(_weigh, scope="function", max_concurrency=WEIGHERS)]
"""To find out what a revision would change; with no transaction open."""
StoreOf = Annotated[Database, Depends(database_of)]
"""For what opens its own transactions."""
Now = Annotated[datetime, Depends(now_of)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="rows a page")]
After = Annotated[
    str | None,
    Query(
        max_length=100,
        pattern=r"^[A-Za-z0-9:._-]+$",
        description="`next` of the page before",
    ),
]
