"""What the commands share: settings, the database, the present moment."""

import json
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, TypeVar

import typer
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from api import settings as settings_module
from api.errors import DomainError
from api.settings import PREFIX, Settings
from api.store.keys import Keys
from api.store.session import Database, is_transient
from content import messages

P = ParamSpec("P")
R = TypeVar("R")


def settings() -> Settings:
    """The settings of this process, or a plain refusal that names what is wrong."""
    try:
        return settings_module.load()
    except ValidationError as error:
        # Never the value: it may be a secret.
        wrong = (
            f"{PREFIX}{each['loc'][0]}".upper() + f": {each['msg']}"
            for each in error.errors(include_url=False, include_input=False)
        )
        fail("\n".join(wrong).replace("Value error, ", ""))


_opened: list[Database] = []


def open_database(given: Settings | None = None) -> Database:
    """The database the settings name; it is not migrated here. `said_plainly`
    closes it when the command ends."""
    chosen = given or settings()
    key = settings_module.root_key(chosen)
    if chosen.database.startswith("sqlite"):
        settings_module.data_folder(chosen)
    database = Database(chosen.database, Keys(key))
    _opened.append(database)
    return database


def fail(message: str) -> NoReturn:
    """Say what is wrong and leave with 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)


def json_lines(file: Path, *needed: str) -> Iterator[dict[str, Any]]:
    """The objects of a file, one a line. Ends with file and line of what is wrong."""
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        if not isinstance(found, dict) or any(key not in found for key in needed):
            keys = ", ".join(f'"{key}"' for key in needed)
            fail(f"{file}:{number}: not a JSON object with {keys}")
        yield found


def said_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """A domain error, or a database out of reach, becomes one line a person
    understands, and exit code 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except DomainError as error:
            fail(messages.load().say(error.key, "en", **error.values))
        except DBAPIError as error:
            if not is_transient(error):
                raise
            # As a `repr` an address hides its password; drivers say none either.
            where = ", ".join(repr(each.engine.url) for each in _opened)
            why, *_ = str(error.orig).splitlines() or [type(error.orig).__name__]
            fail(f"The database {where} cannot be used: {why}")
        finally:
            while _opened:
                _opened.pop().close()

    return run
