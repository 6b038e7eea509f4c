"""How a survey ends: with thanks, with a pause, or because it is not to go on."""

from collections.abc import Iterable

from api.store import responses
from api.store.words import ResponseState
from bot import short
from bot.topics import menu
from bot.topics.survey import sheet
from bot.topics.survey.sheet import Sheet, open_here, spoken, told
from bot.turn import Reply, Turn
from content.dates import say_date
from content.outbound import Outbound
from surveys import flow, route
from surveys.definition import Kind, Question, Quota

QUOTA = "quota"


def finish(turn: Turn, held: Sheet, *before: Outbound) -> Reply:
    """Thanks, what happens next, and when the results come."""
    if _is_full(turn, held, held.survey.quotas):
        return enough(turn, held)
    session, response = turn.session, held.response
    responses.set_state(session, response, ResponseState.COMPLETE, turn.now)
    language = spoken(turn, response)
    results_by = held.wave.results_by
    text = turn.say(
        "survey.finished",
        thanks=held.survey.thanks.say(language),
        results_by=results_by and say_date(results_by, turn.language),
        url=turn.world.settings.public_url,
    )
    notes = told(turn, held, None)
    shown = menu.show(turn, text)
    # Until something else is asked, the last answer may still be changed.
    since = {sheet.FINISHED: str(response.id), "at": turn.now.isoformat()}
    state = {**shown.state, **since}
    return Reply((*before, *notes, *shown.messages), shown.topic, state)


def pause(turn: Turn) -> Reply:
    """Put the survey aside; it goes on where it stopped, until the wave closes."""
    held = open_here(turn)
    if held is not None and held.response.state is ResponseState.OFFERED:
        return put_off(turn)
    if held is not None and held.response.state is ResponseState.STARTED:
        responses.set_state(turn.session, held.response, ResponseState.PAUSED, turn.now)
    if held is not None and held.asks_age:
        return put_off(turn)  # no answer was given that could be kept
    # This very one: they may have begun another since.
    same = "survey" if held is None else f"survey:w:{short.write(held.wave.id)}"
    goes_on = turn.choice("survey.go_on", same)
    return Reply((Outbound(turn.say("survey.paused"), choices=(goes_on,)),))


def not_asked(turn: Turn, held: Sheet) -> Reply:
    """Thanks to whom is not asked: too young, or enough like them have answered."""
    key = "survey.too_young" if held.response.adult is False else "survey.enough"
    return menu.show(turn, turn.say(key, least=held.wave.min_age))


def put_off(turn: Turn) -> Reply:
    """Not now: whoever comes back is asked again whether they agree, or how old they
    are."""
    later = turn.choice("menu.survey", "survey")
    return Reply((Outbound(turn.say("survey.put_off"), choices=(later,)),))


def is_refusal(question: Question, value: flow.Value | None) -> bool:
    """Whether this is the "no" to a consent without which there is no survey."""
    return question.kind is Kind.CONSENT and question.required and value == "no"


def refused(turn: Turn, held: Sheet) -> Reply:
    """They do not agree: nothing of what they said is kept."""
    responses.drop_answers(turn.session, held.response)
    responses.end_half_made(turn.session, held.response)
    responses.set_state(turn.session, held.response, ResponseState.DECLINED, turn.now)
    return menu.show(turn, turn.say("survey.not_agreed"))


def is_enough(turn: Turn, held: Sheet, question: Question) -> bool:
    """Whether enough people have answered this question as they just did."""
    quotas = [quota for quota in held.survey.quotas if quota.question == question.key]
    return _is_full(turn, held, quotas)


def enough(turn: Turn, held: Sheet) -> Reply:
    """Thanks to somebody whose group is complete; they are not counted."""
    held.response.excluded = QUOTA
    responses.set_state(turn.session, held.response, ResponseState.INELIGIBLE, turn.now)
    return not_asked(turn, held)


def _is_full(turn: Turn, held: Sheet, quotas: Iterable[Quota]) -> bool:
    """Counted only under the quotas that their answers fall under."""
    complete = {
        (quota.question, quota.value): responses.complete_under(
            turn.session, held.wave.id, quota
        )
        for quota in quotas
        if (given := held.answers.get(quota.question)) and given.value == quota.value
    }
    return bool(complete) and (
        route.full_quota(held.survey, held.answers, complete) is not None
    )
