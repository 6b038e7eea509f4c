"""One resident's questionnaire as it stands: what is asked, and what was answered."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from api.store import responses, waves
from api.store.models import Response, Wave
from bot import short
from bot.topics.questions import ask
from bot.turn import Kind, Reply, Turn
from content.dates import BANGKOK
from content.outbound import Choice, Outbound
from surveys import flow, route
from surveys.definition import Question, Survey

TOPIC = responses.TOPIC
# Of `asked`, when what is open is not a question of the survey but their age.
AGE = "age"
# Beside it: how often what they typed did not say.
MISSED = "missed"
MISSES_TO_WAY_OUT = 2
# Of `shown`, when what was put to them here is a question of another response.
ANOTHER = ""
# Of whoever was just thanked: the response that they finished.
FINISHED = "finished"
# Telegram tells the second in which a word was sent, not the moment.
SECOND = timedelta(seconds=1)


@dataclass(slots=True)
class Sheet:
    """A response, the survey it answers, and the answers so far by question.

    Read once a turn; whoever changes an answer changes it here too.
    """

    response: Response
    wave: Wave
    survey: Survey
    answers: dict[str, flow.Answer]
    today: date
    shown: str | None = field(default=None)
    """The question that was put to them on this channel last, by its key."""

    @property
    def asks_age(self) -> bool:
        return responses.asks_age(self.wave, self.response)

    @property
    def pending(self) -> Question | None:
        return route.pending(
            self.survey, self.answers, self.response.asked_order, today=self.today
        )

    @property
    def last_answered(self) -> Question | None:
        return route.last_answered(
            self.survey, self.answers, self.response.asked_order, today=self.today
        )

    def notes(self, before: Question | None) -> tuple[Question, ...]:
        """What is told ahead of a question, or at the end."""
        order = self.response.asked_order
        told = route.notes(self.survey, before, self.answers, order, today=self.today)
        return tuple(told)


def lay(turn: Turn, response: Response, wave: Wave) -> Sheet:
    """The response's questionnaire."""
    return _laid(turn, response, wave, responses.answers(turn.session, response))


def _laid(
    turn: Turn, response: Response, wave: Wave, answers: dict[str, flow.Answer]
) -> Sheet:
    survey = waves.survey_of(turn.session, wave)
    today = turn.now.astimezone(BANGKOK).date()
    return Sheet(response, wave, survey, answers, today)


def find(turn: Turn, response_id: UUID | None) -> Sheet | None:
    """Theirs with this id; None: there is no such response, or it is another's."""
    if response_id is None:
        return None
    held = turn.filled.get(response_id)
    if held is None:
        held = responses.filled(turn.session, [response_id]).get(response_id)
    if held is None or held.resident_id != turn.resident.id:
        return None
    return _laid(turn, held.response, held.wave, held.answers)


def is_open(turn: Turn, wave: Wave) -> bool:
    return waves.takes_answers(wave, turn.now)


def unfinished(turn: Turn) -> Sheet | None:
    """The one they may go on with."""
    held = responses.unfinished(turn.session, turn.resident.id)
    if held is None or not is_open(turn, held[1]):
        return None
    return lay(turn, *held)


def open_here(turn: Turn) -> Sheet | None:
    """The one whose question was put to them here; else the one to go on with, none of
    whose questions was."""
    found = named_here(turn)
    if found is not None and found.response.state in responses.UNFINISHED:
        return found
    other = unfinished(turn)
    if other is not None:
        other.shown = ANOTHER
    return other


def named_here(turn: Turn) -> Sheet | None:
    """The one whose question was put to them here, be it finished elsewhere since."""
    expects = turn.expects or {}
    named = str(expects.get("response", ""))
    found = find(turn, UUID(named) if named else None)
    if found is not None:
        found.shown = expects.get("question")
    return found


def is_late(turn: Turn) -> bool:
    """Whether what they typed was sent before the open question was put to them.

    After a pause of ours many words may have waited; the first is the answer, and
    the next one knew nothing of the question that followed.
    """
    asked_at = (turn.expects or {}).get("at")
    if turn.inbound.kind is Kind.PRESS or asked_at is None:
        return False
    return turn.inbound.at + SECOND < datetime.fromisoformat(asked_at)


def spoken(turn: Turn, response: Response) -> str:
    """The language of the next question: the one chosen, be it half way; who has
    chosen none is asked in the one the survey began in."""
    return turn.resident.language or response.language


def asked(
    turn: Turn,
    sheet: Sheet,
    question: Question,
    *before: Outbound,
    skip_first: bool = False,
) -> Reply:
    """The question, after what is said before it."""
    put = ask(
        turn.world,
        sheet.survey,
        question,
        sheet.response,
        spoken(turn, sheet.response),
        answers=sheet.answers,
        today=sheet.today,
        channel=turn.contact.channel,
        skip_first=skip_first,
    )
    return waiting(turn, sheet, question.key, *before, put)


def waiting(turn: Turn, sheet: Sheet, key: str, *messages: Outbound) -> Reply:
    """The messages; what is typed next is the answer to this question. One that is
    put again is open since it was put first."""
    put = {"response": str(sheet.response.id), "question": key}
    before = turn.expects or {}
    stands = all(before.get(name) == value for name, value in put.items())
    since = before.get("at") if stands else None
    return Reply(messages, TOPIC, {**put, "at": since or turn.now.isoformat()})


def ask_age(turn: Turn, sheet: Sheet, *before: Outbound, missed: int = 0) -> Reply:
    """Whether they are old enough; `missed`: how often what they typed did not say.

    From the second time on there is a button for whoever would rather not tell.
    """
    least = sheet.wave.min_age
    choices: tuple[Choice, ...] = (
        turn.choice("survey.old_enough", data(sheet, AGE, "y"), least=least),
        turn.choice("survey.not_old_enough", data(sheet, AGE, "n"), least=least),
    )
    if missed >= MISSES_TO_WAY_OUT:
        choices += (turn.choice("survey.decline", data(sheet, "no")),)
    text = turn.say("survey.age", least=least)
    question = Outbound(text, choices=choices, numbered=True)
    reply = waiting(turn, sheet, AGE, *before, question)
    return replace(reply, state={**reply.state, MISSED: missed})


def told(turn: Turn, held: Sheet, before: Question | None) -> tuple[Outbound, ...]:
    """The notes ahead of a question, a message each."""
    language = spoken(turn, held.response)
    return tuple(
        Outbound(
            "\n".join(each.say(language) for each in (note.text, note.hint) if each)
        )
        for note in held.notes(before)
    )


def data(sheet: Sheet, *parts: str) -> str:
    """What a button about this response carries."""
    return ":".join(("s", short.write(sheet.response.id), *parts))
