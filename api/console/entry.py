"""Answers entered for people without a telephone, one form a person.

All questions stand on one page of plain fields: it works without JavaScript, on the
telephone of whoever goes from door to door.
"""

from dataclasses import dataclass, field
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from api import auth
from api.console import view
from api.dependencies import database_of, now_of
from api.errors import DomainError
from api.store import entry, waves
from api.store.entry import EntryRefused
from api.store.models import Officer, Wave
from api.store.words import WaveState
from surveys import entering
from surveys.definition import Survey
from surveys.entering import Fault
from surveys.flow import Answer
from surveys.question import Question

router = APIRouter(prefix="/entry")
MOST_FIELDS = 2_000
AGREED = "agreed"
Spoken = Annotated[str, Query(max_length=2)]


@dataclass(frozen=True)
class Written:
    """The form as it was sent; of a new one nothing is written."""

    key: str
    language: str
    agreed: bool = False
    adult: bool = False
    values: dict[str, list[str]] = field(default_factory=dict)

    def holds(self, name: str, value: str) -> bool:
        return value in self.values.get(name, [])

    def text(self, name: str) -> str:
        return next(iter(self.values.get(name, [])), "")


@router.get("")
def open_waves(request: Request, officer: auth.SignedIn) -> Response:
    """The waves that answers can be entered in."""
    with database_of(request).read() as session:
        found = [
            (wave, waves.survey_of(session, wave)) for wave in waves.open_waves(session)
        ]
    return view.page(request, "entry_waves.html", officer, found=found)


@router.get("/{wave_key}")
def new_form(
    request: Request,
    officer: auth.SignedIn,
    wave_key: str,
    language: Spoken = "",
    saved: Annotated[bool, Query()] = False,
) -> Response:
    wave, survey = _asked(request, wave_key)
    spoken = language if language in survey.languages else survey.languages[0]
    written = Written(str(uuid4()), spoken)
    return _form(request, officer, wave, survey, written, saved=saved)


@router.post("/{wave_key}")
async def save(request: Request, officer: auth.SignedIn, wave_key: str) -> Response:
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        written = _read(form)
    return await run_in_threadpool(_saved, request, officer, wave_key, written)


def _saved(
    request: Request, officer: Officer, wave_key: str, written: Written
) -> Response:
    wave, survey = _asked(request, wave_key)
    answers, faults = _answers(survey, written)
    wrong = {name: _error(fault, written) for name, fault in faults.items()}
    if not written.agreed:
        wrong[AGREED] = DomainError(422, "console.enter_agreed_missing")
    if wrong:
        now = now_of(request)
        found = entry.check(survey, wave, answers, now, adult=written.adult)
        also = {_name(key): _error(fault, written) for key, fault in found.items()}
        return _form(request, officer, wave, survey, written, faults=also | wrong)
    try:
        with database_of(request).write() as session:
            entry.record(
                session,
                wave,
                answers,
                mode=entry.ENUMERATOR,
                officer_id=officer.id,
                language=written.language,
                entered_key=written.key,
                now=now_of(request),
                adult=written.adult if wave.min_age is not None else None,
            )
    except EntryRefused as error:
        told = {_name(key): _error(each, written) for key, each in error.faults.items()}
        return _form(request, officer, wave, survey, written, faults=told)
    except DomainError as error:
        return _form(request, officer, wave, survey, written, faults={"form": error})
    # Where one person spoke Burmese, the next one next door may too.
    where = f"/console/entry/{wave.key}?saved=1&language={written.language}"
    return view.go(where)


def _asked(request: Request, wave_key: str) -> tuple[Wave, Survey]:
    with database_of(request).read() as session:
        wave = waves.get(session, wave_key)
        if wave.state is not WaveState.OPEN:
            raise DomainError(409, "error.wave_not_open", key=wave.key)
        return wave, waves.survey_of(session, wave)


def _read(form: FormData) -> Written:
    values: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str) and value.strip():
            values.setdefault(name, []).append(value)
    single = {name: given[0] for name, given in values.items()}
    return Written(
        key=single.get("key", ""),
        language=single.get("language", ""),
        agreed=AGREED in values,
        adult=_name(entry.ADULT) in values,
        values=values,
    )


def _answers(
    survey: Survey, written: Written
) -> tuple[dict[str, Answer], dict[str, Fault]]:
    """What is written, and what cannot be read, by the name of its field."""
    answers: dict[str, Answer] = {}
    faults: dict[str, Fault] = {}
    for question in entering.questions(survey):
        given = written.values.get(_name(question.key), [])
        reply = written.values.get(_reply(question.key), [])
        found = entering.read(question, given or reply)
        if isinstance(found, Fault):
            faults[_name(question.key)] = found
        elif found is not None:
            answers[question.key] = found
    return answers, faults


def _error(fault: Fault, written: Written) -> DomainError:
    said = fault.said
    if fault.message is not None:
        said = fault.message.say(written.language)
    return DomainError(422, fault.key, said=said)


def _name(key: str) -> str:
    """The field of a question."""
    return f"q-{key.removeprefix('#')}" if key == entry.ADULT else f"q.{key}"


def _reply(key: str) -> str:
    """The field of "skipped" and "does not know", beside one that is written into."""
    return f"s.{key}"


def _may_be_left(survey: Survey, question: Question) -> bool:
    """Whether it may be that the question is not asked at all."""
    groups = {group.key: group for group in survey.groups}
    group = groups.get(question.group or "")
    by_rule = question.ask_if is not None or (group and group.ask_if is not None)
    return bool(by_rule) or not question.required


def _form(
    request: Request,
    officer: Officer,
    wave: Wave,
    survey: Survey,
    written: Written,
    *,
    faults: view.Faults = view.NO_FAULTS,
    saved: bool = False,
) -> Response:
    return view.page(
        request,
        "entry.html",
        officer,
        faults=faults,
        wave=wave,
        survey=survey,
        written=written,
        questions=entering.questions(survey),
        left={each.key for each in survey.questions if _may_be_left(survey, each)},
        adult_name=_name(entry.ADULT),
        saved=saved,
    )
