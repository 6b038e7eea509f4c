"""`ecotown survey understand`: what replies mean; nothing is stored."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import common
from surveys import replies
from surveys.replies import BadQuestion

NEEDED = ("id", "question", "reply")


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
    """Say what each typed reply to its question means. Needs no database."""
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        told = _told(file, number, line)
        try:
            meaning = replies.means(told["question"], told["reply"])
        except BadQuestion as error:
            common.fail(f"{file}:{number}: {error}")
        if as_json:
            found = {"id": told["id"], "means": meaning}
            typer.echo(json.dumps(found, ensure_ascii=False))
        else:
            typer.echo(f"{told['id']}: {told['reply']}: {_plainly(meaning)}")


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        common.fail(f"{file}:1: not UTF-8")


def _told(file: Path, number: int, line: str) -> dict[str, Any]:
    """The line's object. Ends with file, line and reason where it is none."""
    try:
        told = json.loads(line)
    except ValueError as error:
        common.fail(f"{file}:{number}: not JSON: {error}")
    if not isinstance(told, dict):
        common.fail(f"{file}:{number}: not a JSON object")
    for key in NEEDED:
        if key not in told:
            common.fail(f'{file}:{number}: has no "{key}"')
    if not isinstance(told["question"], dict):
        common.fail(f'{file}:{number}: "question" is not an object')
    if not isinstance(told["reply"], str):
        common.fail(f'{file}:{number}: "reply" is not a text')
    return told


def _plainly(meaning: dict[str, Any]) -> str:
    name, value = next(iter(meaning.items()))
    return f"{name} {value}" if name == "answer" else name
