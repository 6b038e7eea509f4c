"""The command line: `ecotown`, one module for each noun."""

import gc
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# Name -> module. Loaded when it is called: a service that runs for months need not
# hold what writes workbooks and PDFs.
GROUPS = (
    "content",
    "survey",
    "wave",
    "indicator",
    "evidence",
    "report",
    "broadcast",
    "case",
    "question",
    "officer",
    "audit",
    "line",
    "telegram",
    "db",
)
COMMANDS: Mapping[str, str] = {
    "serve": "serve",
    "worker": "serve",
    "chat": "chat",
    "ask": "ask",
    "check": "check",
    **{name: name for name in GROUPS},
}


class _WhenCalled(TyperGroup):
    """A group whose commands are loaded one at a time."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        # What is loaded stays: to look through it for garbage meanwhile takes a sixth
        # of a start.
        gc.disable()
        try:
            module = import_module(f"bot.cli.{COMMANDS[cmd_name]}")
        finally:
            gc.enable()
        if cmd_name in GROUPS:
            loaded: typer.Typer = module.app
        else:
            loaded = typer.Typer()
            loaded.command()(getattr(module, cmd_name))
        command = typer.main.get_command(loaded)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=_WhenCalled, no_args_is_help=True, pretty_exceptions_show_locals=False
)


@app.callback()
def _ecotown() -> None:
    """The community-engagement chatbot of an eco-industrial town."""


def main() -> None:
    """The `ecotown` command."""
    app()
