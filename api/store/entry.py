"""Answers of people without a telephone, written down by somebody for them.

A form has a number of its own: the same number is the same response, however often it
is sent, and whatever else a later copy of it says.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from sqlmodel import Session

from api.errors import DomainError
from api.store import responses, waves
from api.store.locks import held
from api.store.models import Invitation, Response, Wave
from api.store.words import ResponseState, WaveState
from content.dates import BANGKOK
from content.messages import Messages
from surveys import entering
from surveys.definition import Survey
from surveys.entering import Fault
from surveys.estimate.outcomes import Code, Frame
from surveys.flow import Answer

ENUMERATOR, PAPER = "enumerator", "paper"
MODES = (ENUMERATOR, PAPER)
MOST_KEY = 80
ADULT = "#adult"
"""The place of a fault about the age, beside those of questions."""


class EntryRefused(DomainError):
    """Answers that cannot be taken: every fault, by question."""

    def __init__(self, faults: Mapping[str, Fault], survey: Survey) -> None:
        key, fault = next(iter(faults.items()))
        super().__init__(422, "error.entry_refused", question=key, reason=fault.key)
        self.faults = faults
        self.survey = survey


def record(
    session: Session,
    wave: Wave,
    answers: Mapping[str, Answer],
    *,
    mode: str,
    officer_id: UUID,
    language: str,
    entered_key: str,
    now: datetime,
    adult: bool | None = None,
) -> Response:
    """One complete response; the one there is, if the form was entered before.

    The same rules hold as in the chat. A quota that is full refuses nobody who has been
    asked already. Raises DomainError, `EntryRefused` where answers are at fault.
    """
    if mode not in MODES:
        raise DomainError(422, "error.entry_mode", modes=", ".join(MODES))
    id_ = _id(wave, entered_key)
    kept = session.get(Response, id_)
    if kept is not None:
        return kept
    locked = _open(session, wave)
    survey = waves.survey_of(session, locked)
    if language not in survey.languages:
        raise DomainError(422, "error.entry_language", language=language)
    faults = check(survey, locked, answers, now, adult=adult)
    if faults:
        raise EntryRefused(faults, survey)
    response = Response(
        id=id_,
        wave_id=locked.id,
        state=ResponseState.STARTED,
        language=language,
        mode=mode,
        entered_by=officer_id,
        adult=adult,
        started_at=now,
    )
    session.add(response)
    session.flush()
    for question in survey.questions:
        if question.key in answers:
            responses.record(session, response, question, answers[question.key], now)
    responses.set_state(session, response, ResponseState.COMPLETE, now)
    if locked.frame == Frame.PROBABILITY:
        _settle(session, locked, entered_key, Code.COMPLETE, now)
    waves.record(
        session,
        locked,
        "enter",
        by=f"officer:{officer_id}",
        now=now,
        response=id_,
        mode=mode,
    )
    return response


def say(messages: Messages, fault: Fault, language: str) -> str:
    """A fault in words."""
    said = fault.said if fault.message is None else fault.message.say(language)
    return messages.say(fault.key, language, said=said)


def check(
    survey: Survey,
    wave: Wave,
    answers: Mapping[str, Answer],
    now: datetime,
    *,
    adult: bool | None = None,
) -> dict[str, Fault]:
    """What is wrong with the answers, by question."""
    found: dict[str, Fault] = {}
    if wave.min_age is not None and adult is not True:
        found[ADULT] = Fault("entry.adult", str(wave.min_age))
    return found | entering.faults(
        survey, answers, today=now.astimezone(BANGKOK).date()
    )


def outcome(
    session: Session,
    wave: Wave,
    entered_key: str,
    code: Code,
    *,
    officer_id: UUID,
    now: datetime,
) -> bool:
    """What became of a household that was drawn, where nobody answered: refused, not
    met, not eligible; whether that is new. A later visit may end otherwise, until there
    is a response."""
    if wave.frame != Frame.PROBABILITY:
        raise DomainError(409, "error.entry_not_drawn")
    locked = _open(session, wave)
    if code is Code.COMPLETE:
        codes = ", ".join(each for each in Code if each is not Code.COMPLETE)
        raise DomainError(422, "error.entry_outcome", codes=codes)
    if is_stored(session, wave, entered_key):
        return False
    new = _settle(session, locked, entered_key, code, now)
    if new:
        waves.record(
            session,
            locked,
            "outcome",
            by=f"officer:{officer_id}",
            now=now,
            invitation=_id(wave, entered_key),
            code=code.value,
        )
    return new


def is_stored(session: Session, wave: Wave, entered_key: str) -> bool:
    """Whether the form of this number has been entered."""
    return session.get(Response, _id(wave, entered_key)) is not None


def _settle(
    session: Session, wave: Wave, entered_key: str, code: Code, now: datetime
) -> bool:
    """Keep the household's outcome; whether that changes anything."""
    id_ = _id(wave, entered_key)
    drawn = held(session, Invitation, id_)
    if drawn is None:
        drawn = Invitation(id=id_, wave_id=wave.id, invited_at=now)
    elif drawn.outcome == code.value:
        return False
    drawn.outcome = code.value
    session.add(drawn)
    session.flush()
    return True


def _open(session: Session, wave: Wave) -> Wave:
    locked = held(session, Wave, wave.id)
    if locked is None or locked.state is not WaveState.OPEN:
        raise DomainError(409, "error.wave_not_open", key=wave.key)
    return locked


def _id(wave: Wave, entered_key: str) -> UUID:
    """The id of a form's response, and of its household: the number itself is not
    kept, for it may lead to a list of names."""
    key = entered_key.strip()
    if not 0 < len(key) <= MOST_KEY:
        raise DomainError(422, "error.entry_key", most=MOST_KEY)
    return uuid5(wave.id, key)
