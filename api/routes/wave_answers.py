"""/api/v1/waves/{wave}/links, entries and outcomes: who came to a wave, and how."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self, cast

from fastapi import APIRouter, Request, Response, Security
from pydantic import Field, StringConstraints, model_validator

from api import problems
from api.auth import api_key
from api.dependencies import Now, ReadSession, WriteSession, settings_of
from api.errors import DomainError
from api.problems import Fault as Placed
from api.routes.shapes import Answer, Asked, Line, WaveKey, Words, refusals, words_of
from api.settings import Settings
from api.store import api_keys, entry, outcomes, wave_links, waves
from api.store.entry import EntryRefused
from api.store.models import ApiKey, WaveLink
from content.messages import Messages
from surveys import entering, record_words
from surveys.definition import Survey
from surveys.entering import Fault
from surveys.estimate.outcomes import (
    NO_RATE_NOT_DRAWN,
    NO_RATE_OPEN_LINK,
    TOLD,
    Code,
    Frame,
)
from surveys.flow import Answer as Given

router = APIRouter(prefix="/waves", tags=["waves"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["waves:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["waves:write"])]
PRINTED = "th"
"""The language of what LINE types before the code."""
LARGE = 10**12
Written = (
    Annotated[str, StringConstraints(max_length=2_000)]
    | Annotated[list[Annotated[str, StringConstraints(max_length=200)]], Field()]
    | Annotated[int, Field(strict=True, ge=-LARGE, le=LARGE)]
    | Annotated[float, Field(strict=True, ge=-LARGE, le=LARGE)]
)
Question = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class LinkLine(Answer):
    """A link that leads into the wave, for one channel and one community."""

    code: str
    """A response that came through it says so."""
    channel: str
    community: str | None
    url: str | None
    setting_missing: str | None
    """Without this setting there is no address, and `url` is null."""
    created_at: datetime


class LinksOf(Answer):
    items: list[LinkLine]


class LinkWanted(Asked):
    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [{"channel": "line", "community": "ชุมชนวัดอ้อมน้อย"}]
        }
    }

    channel: Literal["line", "telegram", "web"]
    community: Annotated[Line, StringConstraints(max_length=80)] | None = None


class EntryWanted(Asked):
    """One form. `key` is the sender's own number of it: sent again, it is one form.

    An answer is a choice's key (several as a list), a number, a day as YYYY-MM-DD or a
    text; `-` was skipped, `?` is not known. Of a household that was drawn and gave no
    answers, `outcome` says what became of it.
    """

    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [
                {
                    "key": "form-0017",
                    "mode": "enumerator",
                    "language": "th",
                    "adult": True,
                    "answers": {"heard": "yes", "info_trust": "4", "dialogue": "?"},
                },
                {"key": "house-0231", "outcome": "NC"},
            ]
        }
    }

    key: Annotated[Line, StringConstraints(max_length=entry.MOST_KEY)]
    mode: Literal["enumerator", "paper"] = "enumerator"
    language: Literal["th", "en", "my"] = "th"
    adult: bool | None = Field(
        default=None, description="whether they are of the age the wave asks for"
    )
    answers: Annotated[dict[Question, Written], Field(max_length=200)] | None = None
    outcome: Code | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.answers is None) == (self.outcome is None):
            raise ValueError("give answers or outcome, and not both")
        return self


class EntryLine(Answer):
    """What is kept of the form."""

    wave: str
    key: str
    new: bool
    """False: it was there already, and stays as it was first kept."""
    mode: str | None
    language: str | None
    entered_at: datetime | None
    outcome: Code | None
    """Of a household without answers."""


class Participation(Answer):
    """Of everybody who came. Neither rate is a response rate; fractions 0 to 1."""

    opened: int | None
    started: int
    completed: int
    participation_rate: float | None
    completion_rate: float | None


class OutcomesOf(Answer):
    """What became of those a wave asked, by AAPOR's codes, and the rates."""

    wave: str
    frame: str
    fixed: bool
    """Whether the wave is frozen, and this stays so."""
    outcomes: dict[str, int] | None
    """People by code: I P R NC O U NE. Null: nobody was invited by name."""
    drawn: int | None
    """How many were drawn, of a drawn sample."""
    unheard_of: int | None
    """Of these, of whom nothing was written down; they are among U."""
    rates: dict[str, float | None] | None
    """RR1 to RR6 and e as AAPOR defines them, fractions 0 to 1; null: see `reason`."""
    told: list[str]
    """Which of the rates may be told of this frame."""
    of: Words | None
    """Whose rate it is; of a list never the population's."""
    reason: Words | None
    """Why there is no rate."""
    participation: Participation


@router.get("/{wave}/links", responses=refusals(401, 403, 404, 422))
def list_links(
    key: Reads, session: ReadSession, request: Request, wave: WaveKey
) -> LinksOf:
    """The links of a wave, the oldest first."""
    found = wave_links.of_wave(session, waves.get(session, wave).id)
    return LinksOf(items=[_link(request, each) for each in found])


@router.post(
    "/{wave}/links", status_code=201, responses=refusals(401, 403, 404, 409, 422)
)
def make_link(
    key: Writes,
    session: WriteSession,
    request: Request,
    wave: WaveKey,
    wanted: LinkWanted,
    now: Now,
) -> LinkLine:
    """The link of this channel and community: one, however often it is asked for."""
    made = wave_links.make(
        session,
        waves.get(session, wave),
        wanted.channel,
        wanted.community,
        now,
        by=api_keys.actor(key),
    )
    return _link(request, made)


@router.post(
    "/{wave}/entries",
    status_code=201,
    response_model=EntryLine,
    responses={
        200: {"model": EntryLine, "description": "it was there already"},
        **refusals(401, 403, 404, 409, 422),
    },
)
def enter(
    key: Writes,
    session: WriteSession,
    request: Request,
    reply: Response,
    wave: WaveKey,
    wanted: EntryWanted,
    now: Now,
) -> EntryLine | Response:
    """Store the answers of somebody without a telephone, or what became of a household.

    The key has to act for an officer, who stands beside the answers. The same rules
    hold as in the chat; what is at fault is told with its place, and nothing stored.
    """
    found = waves.get(session, wave)
    officer_id = api_keys.officer_of(session, key)
    was_there = entry.is_stored(session, found, wanted.key)
    if wanted.outcome is not None:
        new = entry.outcome(
            session,
            found,
            wanted.key,
            wanted.outcome,
            officer_id=officer_id,
            now=now,
        )
        reply.status_code = 201 if new else 200
        return _entered(wave, wanted, new=new, outcome=wanted.outcome)
    survey = waves.survey_of(session, found)
    try:
        answers = {} if was_there else _answers(survey, wanted.answers or {})
        kept = entry.record(
            session,
            found,
            answers,
            mode=wanted.mode,
            officer_id=officer_id,
            language=wanted.language,
            entered_key=wanted.key,
            now=now,
            adult=wanted.adult if found.min_age is not None else None,
        )
    except EntryRefused as error:
        return _refused(request, error)
    reply.status_code = 200 if was_there else 201
    return _entered(
        wave,
        wanted,
        new=not was_there,
        mode=kept.mode,
        language=kept.language,
        entered_at=kept.started_at,
    )


@router.get("/{wave}/outcomes", responses=refusals(401, 403, 404, 422))
def get_outcomes(key: Reads, session: ReadSession, wave: WaveKey) -> OutcomesOf:
    """How many completed, refused, were not met; the response rates, or why none."""
    found = waves.get(session, wave)
    told = found.evidence or outcomes.told(session, found)
    frame = Frame(found.frame)
    whose = {
        Frame.INVITED_LIST: record_words.OF_INVITED,
        Frame.PROBABILITY: record_words.OF_SAMPLE,
    }
    has_rates = told["rates"] is not None
    return OutcomesOf(
        wave=wave,
        frame=frame,
        fixed=found.evidence is not None,
        outcomes=None if told["outcomes"] is None else _by_code(told["outcomes"]),
        drawn=found.drawn,
        unheard_of=told["unheard_of"],
        rates=told["rates"],
        told=list(TOLD[frame]) if has_rates else [],
        of=words_of(whose[frame]) if has_rates else None,
        reason=_why(told),
        participation=Participation.model_validate(told["participation"]),
    )


def _link(request: Request, link: WaveLink) -> LinkLine:
    settings: Settings = settings_of(request)
    words = cast(Messages, request.app.state.messages)
    url = missing = None
    try:
        url = wave_links.url(link, settings, typed=words.say("link.typed", PRINTED))
    except DomainError as error:
        missing = str(error.values["setting"])
    return LinkLine(
        code=link.code,
        channel=link.channel,
        community=link.community,
        url=url,
        setting_missing=missing,
        created_at=link.created_at,
    )


def _answers(survey: Survey, written: Mapping[str, Any]) -> dict[str, Given]:
    """What was sent, read as a form is. Raises EntryRefused."""
    answers: dict[str, Given] = {}
    faults: dict[str, Fault] = {}
    asked = {question.key: question for question in entering.questions(survey)}
    for name, value in written.items():
        question = asked.get(name)
        if question is None:
            faults[name] = Fault("entry.astray")
            continue
        found = entering.read(question, value if _is_text(value) else str(value))
        if isinstance(found, Fault):
            faults[name] = found
        elif found is not None:
            answers[name] = found
    if faults:
        raise EntryRefused(faults, survey)
    return answers


def _is_text(value: object) -> bool:
    return isinstance(value, str | list)


def _refused(request: Request, error: EntryRefused) -> Response:
    """Every fault with its place, in words."""
    words = cast(Messages, request.app.state.messages)
    spoken = request.headers.get("accept-language", "en")[:2].lower()
    lang = spoken if spoken in ("th", "en") else "en"
    placed = []
    for name, fault in error.faults.items():
        at = ["adult"] if name == entry.ADULT else ["answers", name]
        placed.append(Placed(at=["body", *at], reason=entry.say(words, fault, lang)))
    first = next(iter(error.faults))
    told = DomainError(
        422, "error.entry_refused", question=first, reason=placed[0].reason
    )
    return problems.answer(request, told, *placed)


def _entered(wave: str, wanted: EntryWanted, *, new: bool, **kept: Any) -> EntryLine:
    nothing = {"mode": None, "language": None, "entered_at": None, "outcome": None}
    return EntryLine(wave=wave, key=wanted.key, new=new, **{**nothing, **kept})


def _by_code(counted: Mapping[str, int]) -> dict[str, int]:
    return {code.value: counted[code.name.lower()] for code in Code}


def _why(told: Mapping[str, Any]) -> Words | None:
    if told["rates"] is not None:
        return None
    if told["rates_reason"] == NO_RATE_OPEN_LINK:
        return words_of(record_words.no_outcome(told["participation"]).reason)
    if told["rates_reason"] == NO_RATE_NOT_DRAWN:
        return words_of(record_words.NOT_DRAWN.reason)
    return words_of(record_words.NOBODY_INVITED.reason)
