"""Asking residents to take part in a survey, and reminding those who have not done so.

The words; and the two jobs that find who is owed them.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.settings import Settings
from api.store import invitations, responses, waves
from api.store.invitations import Expects, Owed, Words
from api.store.models import Response, Wave
from api.store.session import Database
from bot import short
from bot.topics.survey import INTRODUCTION
from content import messages
from content.dates import say_date
from content.messages import LANGUAGES
from content.outbound import Choice, Outbound
from surveys import contact, route
from surveys.definition import Survey

# Kept with what was asked before: which wave somebody was invited to.
INVITED = "invited"
# Looks in one run of a job, for others wait for the worker; the next run goes on.
LOOKS = 5


def send(
    database: Database, settings: Settings, now: datetime, *, on: Collection[str]
) -> bool:
    """Write down the messages of those invited, and take back those of closed waves;
    whether there was anything to do."""
    did = _take_back(database, now)
    if not contact.may_write(now):
        return did
    for _ in range(LOOKS):
        with database.read() as session:
            owed = invitations.unsent(session, now)
            words = _invitations(session, settings, owed)
        if not owed:
            break
        sent = 0
        for start in range(0, len(owed), invitations.SLICE):
            part = owed[start : start + invitations.SLICE]
            with database.write() as session:
                sent += invitations.send(session, part, words, now, on=on)
        if not sent:
            break
        did = True
    return did


def remind(database: Database, settings: Settings, now: datetime) -> bool:
    """Write down the reminders that are due; whether there were any."""
    did = False
    if not contact.may_write(now):
        return did
    for _ in range(LOOKS):
        with database.read() as session:
            owed = invitations.to_remind(session, now)
            words = _reminders(session, settings, owed)
        sent = False
        for each in owed:
            # One at a time: each is looked at anew, and others want to write too.
            with database.write() as session:
                said = words[each.invitation_id]
                sent |= invitations.remind(session, each, said, now)
        if not sent:
            break
        did = True
    return did


def _take_back(database: Database, now: datetime) -> bool:
    with database.read() as session:
        if not invitations.any_closed(session):
            return False
    skipped = 1
    while skipped:
        with database.write() as session:
            skipped = invitations.skip_closed(session, now)
    return True


def _invitations(
    session: Session, settings: Settings, owed: Iterable[Owed]
) -> dict[UUID, Words]:
    """What each of them is told: the same for everyone in a wave and a language."""
    said: dict[tuple[UUID, str], Words] = {}
    words = {}
    for each in owed:
        key = (each.wave_id, each.language)
        if key not in said:
            wave = session.get_one(Wave, each.wave_id)
            survey = waves.survey_of(session, wave)
            text = invitation_text(wave, survey, each.language, settings)
            said[key] = asked(text, "invitation.start", wave, each.language)
        words[each.invitation_id] = said[key]
    return words


def _reminders(
    session: Session, settings: Settings, owed: Iterable[Owed]
) -> dict[UUID, Words]:
    words = {}
    for each in owed:
        wave = session.get_one(Wave, each.wave_id)
        survey = waves.survey_of(session, wave)
        left = _left(session, survey, each)
        text = reminder_text(wave, survey, each.language, settings, left=left)
        start = "invitation.start" if left is None else "invitation.go_on"
        words[each.invitation_id] = asked(text, start, wave, each.language)
    return words


def _left(session: Session, survey: Survey, owed: Owed) -> int | None:
    """How many questions are left at most; None: they have answered none yet."""
    if owed.response_id is None:
        return None
    response = session.get_one(Response, owed.response_id)
    given = responses.answers(session, response)
    question = route.pending(survey, given, response.asked_order)
    if not given or question is None:
        return None
    place, of = route.position(survey, question, given, response.asked_order)
    return of - place + 1


def invitation_text(
    wave: Wave, survey: Survey, language: str, settings: Settings
) -> str:
    """Who asks, why, how long it takes, that it is up to them, and how to stop."""
    return messages.load().say(
        "invitation.text",
        language,
        who=_who(wave, language, settings),
        title=survey.title.say(language),
        purpose=survey.purpose.say(language),
        n=sum(question.is_asked for question in survey.questions),
        minutes=survey.estimated_minutes(language),
        made_up=wave.made_up,
    )


def reminder_text(
    wave: Wave,
    survey: Survey,
    language: str,
    settings: Settings,
    *,
    left: int | None,
) -> str:
    """Other words for who has begun, with how many questions are `left`, than for who
    has not (None)."""
    until = None if wave.ends_at is None else say_date(wave.ends_at, language)
    return messages.load().say(
        "invitation.remind" if left is None else "invitation.remind_begun",
        language,
        who=_who(wave, language, settings),
        title=survey.title.say(language),
        n=sum(question.is_asked for question in survey.questions),
        minutes=survey.estimated_minutes(language),
        left=left,
        until=until,
        made_up=wave.made_up,
    )


def asked(text: str, start: str, wave: Wave, language: str) -> Words:
    """A message with the three ways to answer it, for whomever it goes to.

    It comes between: numbers still mean what was asked before, and its own answers
    are typed by their words. An introduction that was not answered is overtaken.
    """
    letters = short.write(wave.id)
    choices = tuple(
        _choice(key, data, language)
        for key, data in (
            (start, f"survey:w:{letters}"),
            ("invitation.decline", f"survey:no:{letters}"),
            ("invitation.never", "invited:never"),
        )
    )
    said = (Outbound(text, choices=choices, listed=True),)
    own = [[each.label, each.data, list(each.also)] for each in choices]

    def words(before: Expects | None) -> tuple[tuple[Outbound, ...], Expects]:
        kept = dict(before or {})
        if kept.get("topic") == INTRODUCTION:
            kept = {}
        expects = {
            "topic": None,
            "choices": [],
            **kept,
            "above": own + kept.get("above", []),
            INVITED: letters,
        }
        return said, expects

    return words


def _choice(key: str, data: str, language: str) -> Choice:
    say: Callable[..., str] = messages.load().say
    also = {say(key, each) for each in LANGUAGES}
    return Choice(say(key, language), data, tuple(sorted(also)))


def _who(wave: Wave, language: str, settings: Settings) -> str:
    """The unit that asks, or the town."""
    return wave.responsible or (
        settings.town_th if language == "th" else settings.town_en
    )
