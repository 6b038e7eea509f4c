"""`ecotown survey understand`: what replies mean; nothing is stored."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import common
from surveys.replies import brief
from surveys.replies.brief import BadQuestion

NEEDED = ("id", "question", "reply")


class BadLine(ValueError):
    """Why a line tells no reply to a question."""


def understand(
    file: Annotated[
        Path,
        typer.Option(
            exists=True,
            dir_okay=False,
            help='JSON lines: {"id": ..., "question": {"kind": ...}, "reply": ...}',
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON a line.")] = False,
) -> None:
    """Say what each typed reply to its question means. Needs no database.

    A line that is none is told with its number; the others are answered all the same.
    """
    any_wrong = False
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            told = _told(line)
            meaning = brief.means(told["question"], told["reply"])
        except (BadLine, BadQuestion) as error:
            typer.echo(f"{file}:{number}: {error}", err=True)
            any_wrong = True
            continue
        if as_json:
            found = {"id": told["id"], "means": meaning}
            typer.echo(json.dumps(found, ensure_ascii=False))
        else:
            typer.echo(f"{told['id']}: {told['reply']}: {_plainly(meaning)}")
    if any_wrong:
        raise typer.Exit(1)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        common.fail(f"{file}:1: not UTF-8")


def _told(line: str) -> dict[str, Any]:
    """The line's object. Raises BadLine."""
    try:
        told = json.loads(line)
        # Half a character, which "\\ud800" stands for, cannot be written out again.
        json.dumps(told, ensure_ascii=False).encode()
    except ValueError as error:
        raise BadLine(f"not JSON: {error}") from error
    except RecursionError as error:
        raise BadLine("nested too deep") from error
    if not isinstance(told, dict):
        raise BadLine("not a JSON object")
    for key in NEEDED:
        if key not in told:
            raise BadLine(f'has no "{key}"')
    if not isinstance(told["question"], dict):
        raise BadLine('"question" is not an object')
    if not isinstance(told["reply"], str):
        raise BadLine('"reply" is not a text')
    return told


def _plainly(meaning: dict[str, Any]) -> str:
    name, value = next(iter(meaning.items()))
    return f"{name} {value}" if name == "answer" else name
