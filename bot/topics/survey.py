"""A survey in the chat: one question a message, stopped and taken up at will."""

from api.store import consents, responses, waves
from api.store.models import Response, Wave
from api.store.words import ConsentPurpose, ResponseState, WaveState
from bot import short
from bot.topics import answer, menu, picking
from bot.topics.questions import ask, picked
from bot.turn import Kind, Reply, Turn, without_choices
from content.notice import NOTICE_VERSION
from content.outbound import Outbound
from surveys import flow, words
from surveys.definition import Kind as QuestionKind
from surveys.definition import Question, Survey
from surveys.flow import Meaning, Understood

TOPIC = responses.TOPIC
# The subject while a survey is introduced and not yet agreed to.
INTRODUCTION = "survey_introduction"
STOPPING = words.CONTROLS[Meaning.STOP]
STATES = {
    Meaning.ANSWER: flow.State.ANSWERED,
    Meaning.SKIP: flow.State.SKIPPED,
    Meaning.DONT_KNOW: flow.State.DONT_KNOW,
}


def started(turn: Turn) -> Reply:
    """The resident wants a survey: go on with theirs, or offer the newest wave."""
    held = responses.unfinished(turn.session, turn.resident.id)
    if held is not None:
        response, wave = held
        if response.state is ResponseState.OFFERED:
            return _introduce(turn, wave, response)
        return _go_on(turn, wave, response, before=turn.say("survey.resumed"))
    open_waves = waves.open_waves(turn.session)
    wanted = _not_taken_yet(turn, open_waves)
    if wanted is None:
        key = "survey.done_already" if open_waves else "survey.none"
        return menu.show(turn, turn.say(key))
    response = responses.offer(
        turn.session,
        turn.resident.id,
        wanted,
        language=turn.language,
        mode=turn.contact.channel,
        now=turn.now,
    )
    return _introduce(turn, wanted, response)


def _not_taken_yet(turn: Turn, open_waves: list[Wave]) -> Wave | None:
    """The newest wave they were never asked in; else one they declined, for now it is
    they who ask."""
    declined = None
    for wave in open_waves:
        held = responses.of_resident(turn.session, turn.resident.id, wave.id)
        if held is None:
            return wave
        if held.state is ResponseState.DECLINED:
            declined = declined or wave
    return declined


def pressed(turn: Turn) -> Reply:
    """A button of a survey: `s:<response>:yes` or `s:<response>:<question>:<choice>`.

    It names its question, because a press and a text can overtake each other and
    an old press must not answer another question.
    """
    parts = turn.press.split(":")
    response = _response(turn, parts[1]) if len(parts) > 2 else None
    if response is None:
        return menu.lost(turn)
    wave = turn.session.get_one(Wave, response.wave_id)
    if wave.state is not WaveState.OPEN:
        return menu.show(turn, turn.say("survey.closed"))
    if response.state is ResponseState.COMPLETE:
        return menu.show(turn, turn.say("survey.done_already"))
    match parts[2:]:
        case ["yes"]:
            return _begin(turn, wave, response)
        case ["no"]:
            responses.set_state(
                turn.session, response, ResponseState.DECLINED, turn.now
            )
            return menu.show(turn, turn.say("survey.declined"))
        case [_, _] if response.state in responses.UNBEGUN:
            return _introduce(turn, wave, response)
        case [place, choice]:
            return _pressed_choice(turn, wave, response, place, choice)
        case _:
            return menu.lost(turn)


def written(turn: Turn) -> Reply | None:
    """A typed reply, while a question of a survey is open."""
    if turn.asked_by == INTRODUCTION and words.plain(turn.text) in STOPPING:
        return put_off(turn)
    if turn.asked_by != TOPIC or turn.inbound.kind is not Kind.TEXT:
        return None
    held = responses.unfinished(turn.session, turn.resident.id)
    if held is None:
        return menu.show(turn, turn.say("survey.closed"))
    if held[0].state is ResponseState.OFFERED:
        return None
    response, wave = held
    survey, question = _pending(turn, wave, response)
    if question is None:
        return None
    answered = _answered(turn, wave, survey, question, response)
    if answered is not None:
        return answered
    asked_back = answer.sure(turn)
    if asked_back is not None:
        # They asked us something in between: answer it, then our question again.
        again = _ask(turn, survey, question, response)
        said = without_choices(asked_back.messages)
        return _reply((*said, again), response)
    return _ask_again(turn, survey, question, response)


def after_danger(turn: Turn) -> Reply | None:
    """The open question again, for a card stands over it; None: none is open.

    What a survey asks may be answered in words of danger ("accidents on the road"):
    then they are recorded, and it goes on.
    """
    held = responses.unfinished(turn.session, turn.resident.id)
    if turn.asked_by != TOPIC or held is None:
        return None
    response, wave = held
    survey, question = _pending(turn, wave, response)
    if question is None or response.state in responses.UNBEGUN:
        return None
    answered = _answered(turn, wave, survey, question, response)
    return answered or _reply((_ask(turn, survey, question, response),), response)


def _answered(
    turn: Turn, wave: Wave, survey: Survey, question: Question, response: Response
) -> Reply | None:
    """What a typed reply brings about; None: it is not understood."""
    understood = flow.understand(question, turn.text, _spoken(turn, response))
    if response.picked and isinstance(understood.value, tuple):
        # They tick one by one, and typed the next one instead of pressing it.
        ticked = picking.add(question, response.picked, understood.value)
        return _ticked(turn, survey, question, response, ticked)
    if understood.kind is Meaning.NOT_UNDERSTOOD:
        return None
    return _act(turn, wave, response, question, understood)


def put_off(turn: Turn) -> Reply:
    """Not now: whoever comes back is asked again whether they agree."""
    later = turn.choice("menu.survey", "survey")
    return Reply((Outbound(turn.say("survey.put_off"), choices=(later,)),))


def pause(turn: Turn) -> Reply:
    """Put the survey aside; it goes on where it stopped, until the wave closes."""
    held = responses.unfinished(turn.session, turn.resident.id)
    if held is not None and held[0].state is ResponseState.STARTED:
        responses.set_state(turn.session, held[0], ResponseState.PAUSED, turn.now)
    goes_on = turn.choice("survey.go_on", "survey")
    return Reply((Outbound(turn.say("survey.paused"), choices=(goes_on,)),))


def _introduce(turn: Turn, wave: Wave, response: Response) -> Reply:
    responses.set_state(turn.session, response, ResponseState.OFFERED, turn.now)
    survey = waves.survey_of(turn.session, wave)
    language = turn.language
    responses.set_language(turn.session, survey, response, language)
    text = turn.say(
        "survey.intro",
        title=survey.title.say(language),
        intro=survey.intro.say(language),
        n=len(survey.questions),
        minutes=survey.estimated_minutes(language),
        made_up=wave.made_up,
    )
    start = f"s:{short.write(response.id)}"
    choices = (
        turn.choice("survey.consent", f"{start}:yes"),
        turn.choice("survey.decline", f"{start}:no"),
    )
    return Reply((Outbound(text, choices=choices, numbered=True),), INTRODUCTION)


def _begin(turn: Turn, wave: Wave, response: Response) -> Reply:
    consents.give(
        turn.session,
        turn.resident.id,
        ConsentPurpose.SURVEYS,
        version=NOTICE_VERSION,
        channel=turn.contact.channel,
        now=turn.now,
    )
    return _go_on(turn, wave, response)


def _pressed_choice(
    turn: Turn, wave: Wave, response: Response, place: str, choice: str
) -> Reply:
    survey, question = _pending(turn, wave, response)
    if question is None:
        return _finish(turn, survey, response)
    if not place.isdecimal() or survey.questions.index(question) != int(place):
        # An old button, or a second tap: nothing changes, the question stands.
        return _go_on(turn, wave, response)
    if choice == "skip" and question.allow_skip:
        return _act(turn, wave, response, question, Understood(Meaning.SKIP))
    if choice == "dk" and question.allow_dont_know:
        return _act(turn, wave, response, question, Understood(Meaning.DONT_KNOW))
    if question.kind is QuestionKind.MULTIPLE:
        return _pick(turn, wave, response, question, choice)
    if not choice.isdecimal() or int(choice) >= len(question.choices):
        return menu.lost(turn)
    understood = flow.from_choice(question, int(choice))
    return _act(turn, wave, response, question, understood)


def _pick(
    turn: Turn, wave: Wave, response: Response, question: Question, choice: str
) -> Reply:
    survey = waves.survey_of(turn.session, wave)
    if choice != "done":
        if not choice.isdecimal() or int(choice) >= len(question.choices):
            return menu.lost(turn)
        ticked = picking.toggle(question, response.picked, int(choice))
        return _ticked(turn, survey, question, response, ticked)
    if response.picked:
        keys = tuple(question.choices[each].key for each in sorted(response.picked))
        understood = Understood(Meaning.ANSWER, keys)
        return _act(turn, wave, response, question, understood)
    return _reply((_ask(turn, survey, question, response),), response)


def _ticked(
    turn: Turn, survey: Survey, question: Question, response: Response, ticks: list[int]
) -> Reply:
    """Keep the ticks and say them; with none left the question is asked again."""
    response.picked = ticks
    turn.session.add(response)
    say = picked if ticks else ask
    language = _spoken(turn, response)
    said = say(turn.world, survey, question, response, language)
    return _reply((said,), response)


def _act(
    turn: Turn,
    wave: Wave,
    response: Response,
    question: Question,
    understood: Understood,
) -> Reply:
    survey = waves.survey_of(turn.session, wave)
    match understood.kind:
        case Meaning.STOP:
            return pause(turn)
        case Meaning.BACK:
            responses.take_back(turn.session, survey, response)
        case kind:
            language = _spoken(turn, response)
            responses.set_language(turn.session, survey, response, language)
            recorded = flow.Answer(STATES[kind], understood.value)
            responses.record(
                turn.session,
                response,
                question,
                recorded,
                turn.now,
                message_hash=turn.message_hash,
            )
    return _go_on(turn, wave, response)


def _go_on(turn: Turn, wave: Wave, response: Response, before: str = "") -> Reply:
    survey, question = _pending(turn, wave, response)
    if question is None:
        return _finish(turn, survey, response)
    if response.state is not ResponseState.STARTED:
        responses.set_state(turn.session, response, ResponseState.STARTED, turn.now)
    asked = _ask(turn, survey, question, response)
    said = (Outbound(before), asked) if before else (asked,)
    return _reply(said, response)


def _ask_again(
    turn: Turn, survey: Survey, question: Question, response: Response
) -> Reply:
    """Once with an example; then with the way to skip in front."""
    again = "survey.not_understood"
    if response.reasked == question.key:
        again = "survey.not_understood_skip"
    response.reasked = question.key
    turn.session.add(response)
    language = _spoken(turn, response)
    example = flow.example(question, language)
    hint = turn.world.say(again, language, example=example)
    asked = _ask(turn, survey, question, response)
    return _reply((Outbound(hint), asked), response)


def _finish(turn: Turn, survey: Survey, response: Response) -> Reply:
    responses.set_state(turn.session, response, ResponseState.COMPLETE, turn.now)
    thanks = survey.thanks.say(_spoken(turn, response))
    url = turn.world.settings.public_url
    text = turn.say("survey.finished", thanks=thanks, url=url)
    return menu.show(turn, text)


def _spoken(turn: Turn, response: Response) -> str:
    """The language of the next question: the one chosen, be it half way; who has
    chosen none is asked in the one the survey began in."""
    return turn.resident.language or response.language


def _ask(
    turn: Turn, survey: Survey, question: Question, response: Response
) -> Outbound:
    language = _spoken(turn, response)
    return ask(turn.world, survey, question, response, language)


def _pending(
    turn: Turn, wave: Wave, response: Response
) -> tuple[Survey, Question | None]:
    survey = waves.survey_of(turn.session, wave)
    return survey, flow.pending(survey, responses.answers(turn.session, response))


def _reply(messages: tuple[Outbound, ...], response: Response) -> Reply:
    return Reply(messages, TOPIC, {"response": str(response.id)})


def _response(turn: Turn, letters: str) -> Response | None:
    id_ = short.read(letters)
    if id_ is None:
        return None
    return responses.owned(turn.session, turn.resident.id, id_)
