"""The way into a survey: which wave, who asks and why, consent, and their age."""

from dataclasses import replace
from typing import Any

from api.store import consents, responses, waves
from api.store.models import Response, Wave
from api.store.words import ConsentPurpose, ResponseState
from bot import short
from bot.topics import answer, crowding, menu
from bot.topics.survey import answering, sheet
from bot.topics.survey.ending import not_asked, pause
from bot.topics.survey.sheet import (
    AGE,
    MISSED,
    MISSES_TO_WAY_OUT,
    Sheet,
    ask_age,
    is_late,
)
from bot.turn import Reply, Turn, holding, without_choices
from content.dates import say_date
from content.notice import NOTICE_VERSION
from content.outbound import Choice, Outbound
from surveys import plain_text, route
from surveys.meaning import Meaning
from surveys.replies import age, agreeing
from surveys.replies.text import words

# The subject while a survey is introduced and not yet agreed to.
INTRODUCTION = "survey_introduction"
STOPPING = words.CONTROLS[Meaning.STOP]
BEGUN = (ResponseState.STARTED, ResponseState.PAUSED)


def called(turn: Turn) -> Reply:
    """`survey`; of an invitation `survey:w:<wave>`, or `survey:no:<wave>`."""
    match turn.press.split(":"):
        case ["survey"]:
            return started(turn)
        case ["survey", "w" | "no" as wanted, letters]:
            wave_id = short.read(letters)
            wave = None if wave_id is None else turn.session.get(Wave, wave_id)
            if wave is None:
                return menu.lost(turn)
            return offered(turn, wave) if wanted == "w" else _turned_down(turn, wave)
        case _:
            return menu.lost(turn)


def started(turn: Turn) -> Reply:
    """The resident wants a survey: go on with the one they are in, or with another of
    theirs, or offer the newest wave."""
    is_in_one = turn.asked_by == sheet.TOPIC
    held = sheet.open_here(turn) if is_in_one else sheet.unfinished(turn)
    if held is not None and sheet.is_open(turn, held.wave):
        return taken_up(turn, held)
    held_in = [
        (wave, responses.of_resident(turn.session, turn.resident.id, wave.id))
        for wave in waves.open_waves(turn.session)
        if sheet.is_open(turn, wave)
    ]
    wanted = _not_taken_yet(turn, held_in)
    if wanted is not None:
        return offered(turn, wanted)
    for wave, response in held_in:
        if response is not None:
            return taken_up(turn, sheet.lay(turn, response, wave))
    return menu.show(turn, turn.say("survey.none"))


def offered(turn: Turn, wave: Wave, source: str | None = None) -> Reply:
    """This very wave: introduced, or taken up where they stopped.

    `source` is the code of the link that led them here.
    """
    if not sheet.is_open(turn, wave):
        return menu.show(turn, turn.say("survey.closed"))
    if not responses.is_invited(turn.session, turn.resident.id, wave):
        return menu.show(turn, turn.say("survey.not_invited"))
    refused = crowding.too_many(turn, wave)
    if refused is not None:
        return refused
    response = _response(turn, wave, source)
    crowding.note(turn, response)
    return taken_up(turn, sheet.lay(turn, response, wave))


def taken_up(turn: Turn, held: Sheet) -> Reply:
    """Whatever comes next in it."""
    match held.response.state:
        case ResponseState.STARTED | ResponseState.PAUSED:
            again = Outbound(turn.say("survey.resumed"))
            return answering.go_on(turn, held, again)
        case ResponseState.COMPLETE:
            return menu.show(turn, turn.say("survey.done_already"))
        case ResponseState.INELIGIBLE:
            return not_asked(turn, held)
        case _:
            return introduce(turn, held)


def introduce(turn: Turn, held: Sheet) -> Reply:
    """Who asks, why, how long it takes, that it is up to them; nothing is asked yet."""
    wave, survey, response = held.wave, held.survey, held.response
    if response.state is not ResponseState.OFFERED:
        responses.set_state(turn.session, response, ResponseState.OFFERED, turn.now)
    language = turn.language
    begun = bool(held.answers)
    responses.set_language(turn.session, survey, response, language, begun=begun)
    settings = turn.world.settings
    town = settings.town_th if language == "th" else settings.town_en
    text = turn.say(
        "survey.intro",
        title=survey.title.say(language),
        intro=survey.intro.say(language),
        who=wave.responsible or town,
        n=route.length(survey, today=held.today),
        minutes=survey.estimated_minutes(language),
        least=wave.min_age,
        results_by=wave.results_by and say_date(wave.results_by, language),
        made_up=wave.made_up,
    )
    choices = (
        turn.choice("survey.consent", sheet.data(held, "yes")),
        turn.choice("survey.decline", sheet.data(held, "no")),
    )
    question = Outbound(text, choices=choices, numbered=True)
    return Reply((question,), INTRODUCTION, {"at": turn.now.isoformat()})


def standing(turn: Turn) -> list[list[Any]]:
    """The buttons of the introduction that still waits, as they are kept."""
    return [entry for entry in turn.buttons if entry[1].startswith("s:")]


def waits_below(turn: Turn) -> bool:
    """Whether an introduction waits under a question whose numbers are its own: which
    language, at first contact."""
    return (turn.expects or {}).get("then") == INTRODUCTION and bool(standing(turn))


def stands(turn: Turn, reply: Reply) -> Reply:
    """After an answer to a question in between, the introduction waits as before.

    Its numbers go on below those of a list in the answer: a number of that list is
    no consent.
    """
    if turn.asked_by != INTRODUCTION or reply.topic or not reply.messages:
        return reply
    *before, last = reply.messages
    buttons = standing(turn)
    state = {"at": (turn.expects or {}).get("at")}
    if last.numbered:
        again = (Choice(label, data, tuple(also)) for label, data, also in buttons)
        shown = replace(last, choices=(*last.choices, *again))
        return Reply((*before, shown), INTRODUCTION, {**state, **reply.state})
    open_ = {"topic": INTRODUCTION, "choices": buttons, **state}
    kept = holding(open_, last)
    state = {**kept.state, **reply.state}
    return replace(kept, messages=(*before, *kept.messages), state=state)


def agreed(turn: Turn, held: Sheet) -> Reply:
    """They want to answer, and so have started: whoever is to be an adult is asked
    that first."""
    if held.response.state not in responses.UNBEGUN or held.asks_age:
        return answering.go_on(turn, held)
    return _begin(turn, held)


def declined(turn: Turn, held: Sheet) -> Reply:
    if held.response.state not in responses.UNBEGUN and not held.asks_age:
        # An old button: what was answered since is not taken back by it.
        return taken_up(turn, held)
    responses.set_state(turn.session, held.response, ResponseState.DECLINED, turn.now)
    return menu.show(turn, turn.say("survey.declined"))


def age_pressed(turn: Turn, held: Sheet, said: str) -> Reply:
    """`s:<response>:age:y`, or `n`."""
    if not held.asks_age or held.response.state in responses.UNBEGUN:
        return taken_up(turn, held)
    return _told_age(turn, held, old_enough=said == "y")


def age_written(turn: Turn, held: Sheet) -> Reply | None:
    """What is typed while their age is asked."""
    least = held.wave.min_age
    if least is None:
        return taken_up(turn, held)
    if held.shown != AGE or is_late(turn):
        # Meant for another question than the one that is open by now.
        return ask_age(turn, held, Outbound(turn.say("survey.before_this")))
    if plain_text.plain(turn.text) in STOPPING:
        return pause(turn)
    said = age.understand(turn.text, least, turn.language)
    if said is not None:
        return _told_age(turn, held, old_enough=said)
    if agreeing.understand(turn.text, turn.language).value == "no":
        return declined(turn, held)
    missed = int((turn.expects or {}).get(MISSED, 0))
    asked_back = answer.sure(turn)
    if asked_back is not None:
        between = without_choices(asked_back.messages)
        return ask_age(turn, held, *between, missed=missed)
    missed += 1
    again = [turn.say("survey.age_again")]
    if missed >= MISSES_TO_WAY_OUT:
        again.append(turn.say("survey.age_way_out"))
    return ask_age(turn, held, Outbound("\n".join(again)), missed=missed)


def _begin(turn: Turn, held: Sheet) -> Reply:
    consents.give(
        turn.session,
        turn.resident.id,
        ConsentPurpose.SURVEYS,
        version=NOTICE_VERSION,
        channel=turn.contact.channel,
        now=turn.now,
    )
    response = held.response
    if response.asked_order is None:
        response.asked_order = route.order(held.survey, str(response.id))
    return answering.go_on(turn, held)


def _told_age(turn: Turn, held: Sheet, *, old_enough: bool) -> Reply:
    """Nothing else is recorded of whoever is too young."""
    held.response.adult = old_enough
    if old_enough:
        return _begin(turn, held)
    responses.set_state(turn.session, held.response, ResponseState.INELIGIBLE, turn.now)
    return not_asked(turn, held)


def _turned_down(turn: Turn, wave: Wave) -> Reply:
    """An invitation was declined; what they began already stays theirs."""
    if not sheet.is_open(turn, wave):
        return menu.show(turn, turn.say("survey.closed"))
    if not responses.is_invited(turn.session, turn.resident.id, wave):
        return menu.lost(turn)
    return declined(turn, sheet.lay(turn, _response(turn, wave, None), wave))


def _response(turn: Turn, wave: Wave, source: str | None) -> Response:
    return responses.offer(
        turn.session,
        turn.resident.id,
        wave,
        language=turn.language,
        mode=turn.contact.channel,
        now=turn.now,
        source=source,
    )


def _not_taken_yet(
    turn: Turn, held_in: list[tuple[Wave, Response | None]]
) -> Wave | None:
    """The newest wave they were never asked in; else one they declined, for now it is
    they who ask."""
    declined_one = None
    for wave, response in held_in:
        if response is None:
            if responses.is_invited(turn.session, turn.resident.id, wave):
                return wave
        elif response.state is ResponseState.DECLINED:
            declined_one = declined_one or wave
    return declined_one
