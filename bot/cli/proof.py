"""An officer at the command line proves who they are, as in the console."""

import sys
from typing import Annotated

import typer

from api import auth
from api.store.models import Officer
from api.store.session import Database
from api.store.types import utc_now

As = Annotated[str, typer.Option("--as", help="The officer's login.")]
PasswordStdin = Annotated[
    bool,
    typer.Option("--password-stdin", help="Read the password from standard input."),
]


def prove(database: Database, login: str, *, password_stdin: bool) -> Officer:
    """Ask for the password of `login`, unseen. A DomainError where it is wrong."""
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt(f"Password of {login}", hide_input=True)
    return auth.prove(database, login, password, utc_now())
