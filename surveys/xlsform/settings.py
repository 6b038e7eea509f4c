"""Reads the settings sheet: what the survey is called, and what stands round it."""

import re
from pathlib import Path
from typing import Any

from surveys.definition import MOST_VERSION
from surveys.question import Language
from surveys.xlsform import columns, drafts, lines
from surveys.xlsform.columns import PREFIX, Line
from surveys.xlsform.lines import Context

_WORDS = {"intro": drafts.INTRO, "thanks": drafts.THANKS, "purpose": drafts.PURPOSE}
OURS = ("level", "status", "key_question", "longer", "reviewed", *_WORDS)
_READ = {"form_id", "form_title", "version", "default_language", *OURS}
# Of an encrypted or counted form: they say how answers are sent, not what is asked.
_SILENT = {"public_key", "submission_url", "style", "instance_name", "auto_send"}
_SILENT |= {"auto_delete", "omit_instanceid", "clean_text_values", "name"}
_SILENT |= {"allow_choice_duplicates", "instance_xmlns", "namespaces"}


def read(context: Context, settings: Line | None, path: Path) -> dict[str, Any]:
    """The fields of a survey that are no questions."""
    key = _key(context, settings, path)
    fields: dict[str, Any] = {
        "key": key,
        "version": _version(context, settings),
        "title": _title(context, settings) or _named(context, path),
        "languages": list(context.spoken.languages),
        "level": _cell(settings, "level").casefold() or "consult",
        "status": _cell(settings, "status").casefold() or "draft",
        "reviewed": dict.fromkeys(_languages(_cell(settings, "reviewed")), True),
        "longer": (settings.raw("longer") if settings else "") or None,
        "key_question": _cell(settings, "key_question") or None,
    }
    drafted = []
    for name, ours in _WORDS.items():
        said = lines.text(context, settings, name) if settings else None
        if said is None:
            drafted.append(name)
        fields[name] = said or drafts.among(ours, context.spoken.languages)
    if drafted:
        context.findings.note(
            f"there is no {', '.join(drafted)}; drafts of ours stand in", "settings"
        )
    if settings is not None:
        _tell_unread(context, settings)
    return fields


def _languages(said: str) -> list[str]:
    """Languages one after the other; what is none is left for the survey to refuse."""
    words = re.findall(r"[^\s,;]+", said)
    return [columns.language(word) or word for word in words]


def _cell(settings: Line | None, name: str) -> str:
    return settings.cell(name) if settings else ""


def _key(context: Context, settings: Line | None, path: Path) -> str:
    said = _cell(settings, "form_id") or path.stem
    key = re.sub(r"[^a-z0-9_]+", "_", said.casefold()).strip("_")
    if not key:
        key = "form"
    elif not key[0].isalpha():
        key = f"form_{key}"
    if key != said:
        context.findings.note(
            f"the survey is called {key} (form_id {said!r})", "settings"
        )
    return key


def _version(context: Context, settings: Line | None) -> int:
    said = _cell(settings, "version")
    found = re.fullmatch(r"[vV]?\.?\s*(\d{1,18})(?:\.0+)?(?:\s.*)?", said)
    number = int(found[1]) if found else 1
    if not 1 <= number <= MOST_VERSION:
        number = 1
    if said and said != str(number):
        context.findings.note(f"version {said!r} becomes {number}", "settings")
    return number


def _title(context: Context, settings: Line | None) -> dict[Language, str] | None:
    """One title stands for every language, where no column of ours says it in more."""
    if settings is None:
        return None
    titles = {**settings.said("form_title"), **settings.said(PREFIX + "title")}
    said = next(iter(settings.said("form_title").values()), "")
    own = {language: words for language, words in titles.items() if language}
    languages = context.spoken.languages
    if lines.PUT_IN.search(said):
        context.wrong(settings, "form_title puts an answer into the text")
    if own and said:
        own.setdefault(languages[0], said)
    elif said:
        own = dict.fromkeys(languages, said)
    if not own:
        return None
    for language in context.spoken.missing(own):
        context.wrong(settings, f"form_title has no words in {language}")
    return {**dict.fromkeys(languages, "?"), **own}


def _named(context: Context, path: Path) -> dict[Language, str]:
    context.findings.note("there is no form_title; the file's name is it", "settings")
    return dict.fromkeys(context.spoken.languages, path.stem)


def _tell_unread(context: Context, settings: Line) -> None:
    unread = [
        column.header
        for column in settings.table.columns
        if column.at in settings.cells
        and column.name not in _READ | _SILENT
        and not column.name.startswith(PREFIX)
    ]
    if unread:
        context.findings.note(f"not used: {', '.join(unread)}", "settings")
