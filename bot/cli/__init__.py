"""The command line: `ecotown`, one module for each noun."""

import typer

from bot.cli import (
    audit,
    broadcast,
    case,
    content,
    db,
    evidence,
    indicator,
    line,
    officer,
    question,
    report,
    survey,
    telegram,
    wave,
)
from bot.cli.ask import ask
from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.serve import serve, worker

app = typer.Typer(
    help="The community-engagement chatbot of an eco-industrial town.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)
app.command()(serve)
app.command()(worker)
app.command()(chat)
app.command()(ask)
app.command()(check)
app.add_typer(content.app, name="content")
app.add_typer(survey.app, name="survey")
app.add_typer(wave.app, name="wave")
app.add_typer(indicator.app, name="indicator")
app.add_typer(evidence.app, name="evidence")
app.add_typer(report.app, name="report")
app.add_typer(broadcast.app, name="broadcast")
app.add_typer(case.app, name="case")
app.add_typer(question.app, name="question")
app.add_typer(officer.app, name="officer")
app.add_typer(audit.app, name="audit")
app.add_typer(line.app, name="line")
app.add_typer(telegram.app, name="telegram")
app.add_typer(db.app, name="db")


def main() -> None:
    """The `ecotown` command."""
    app()
