"""Questions put and answered one by one: a press, a word, a place, a picture."""

from uuid import UUID

from api.store import brought, photos, responses
from api.store.words import ResponseState
from bot import short
from bot.topics import answer, joining, menu, picking
from bot.topics.questions import BRINGING, MOST_BUTTONS, picked
from bot.topics.survey import ending, sheet
from bot.topics.survey.sheet import Sheet, asked, is_late, spoken, told
from bot.turn import Kind, Reply, Turn, without_choices
from content.outbound import Outbound
from surveys import flow, meaning, route
from surveys.definition import Kind as QuestionKind
from surveys.definition import Question
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.replies import typed

STATES = {
    Meaning.ANSWER: flow.State.ANSWERED,
    Meaning.SKIP: flow.State.SKIPPED,
    Meaning.DONT_KNOW: flow.State.DONT_KNOW,
}
# Articles suggested above a question; and the buttons of the app's own, at the most,
# that the options of the question share their room with.
MOST_SUGGESTED, APPS_OWN = 2, 2
# What may answer a question, beside a press.
SENT = (Kind.TEXT, Kind.PICTURE, Kind.LOCATION)


def pressed(turn: Turn, held: Sheet, place: str, choice: str) -> Reply:
    """The button of a question: `<place>:<choice>`, the place in the survey's order."""
    question = held.pending
    if question is None:
        return ending.finish(turn, held)
    is_this = place.isdecimal() and held.survey.questions.index(question) == int(place)
    if not is_this:
        # An old button, or a second tap: nothing changes, the question stands.
        return asked(turn, held, question)
    if choice == "skip" and typed.may_skip(question):
        return _act(turn, held, question, Understood(Meaning.SKIP))
    if choice == "dk" and typed.may_not_know(question):
        return _act(turn, held, question, Understood(Meaning.DONT_KNOW))
    if question.kind is QuestionKind.MULTIPLE and choice == "done":
        return _done(turn, held, question)
    if question.kind is QuestionKind.MULTIPLE:
        ticked = picking.pressed(question, held.response.picked, choice)
        return (
            menu.lost(turn) if ticked is None else _ticked(turn, held, question, ticked)
        )
    if not choice.isdecimal() or int(choice) >= len(question.choices):
        return menu.lost(turn)
    return _act(turn, held, question, meaning.from_choice(question, int(choice)))


def sent(turn: Turn, held: Sheet) -> Reply | None:
    """What was typed or sent while a question is open; None: not for the survey."""
    question = held.pending
    if question is None:
        return ending.finish(turn, held)
    answered = taken(turn, held, question)
    if answered is not None or turn.inbound.kind is not Kind.TEXT:
        return answered
    if joining.is_code(turn):
        return None
    asked_back = answer.sure(turn)
    if asked_back is not None:
        # They asked us something in between: answer it, then our question again.
        return asked(turn, held, question, *without_choices(asked_back.messages))
    return _suggested(turn, held, question) or _ask_again(turn, held, question)


def _suggested(turn: Turn, held: Sheet, question: Question) -> Reply | None:
    """What they may have asked us about, then our question again; not twice in a row,
    for it may have been an answer after all.

    As words and buttons, never with numbers: those answer the question below.
    """
    if any(data.startswith("art:") for _, data, _ in turn.buttons):
        return None
    plain = asked(turn, held, question)
    room = MOST_BUTTONS - APPS_OWN - len(plain.messages[-1].choices)
    choices = answer.near(turn)[: min(MOST_SUGGESTED, room)] if room > 0 else ()
    if not choices:
        return None
    held.response.reasked = question.key
    turn.session.add(held.response)
    lines = [turn.say("survey.meant"), *(f"• {each.label}" for each in choices)]
    meant = Outbound("\n".join(lines), choices=choices, listed=True)
    return asked(turn, held, question, meant)


def taken(turn: Turn, held: Sheet, question: Question) -> Reply | None:
    """What it brings about as a reply to the question; None: it is no reply to it."""
    if _is_for_another(turn, held, question):
        not_kept = Outbound(turn.say("survey.picture_for_another"))
        return asked(turn, held, question, not_kept)
    understood = _understood(turn, held, question)
    match understood.kind:
        case Meaning.NOT_UNDERSTOOD:
            return None
        case Meaning.STOP:
            return ending.pause(turn)
        case _ if held.shown not in (None, question.key) or is_late(turn):
            # Meant for another question than the one that is open by now.
            late = Outbound(turn.say("survey.before_this"))
            return asked(turn, held, question, late)
        case _ if held.response.picked and isinstance(understood.value, tuple):
            # They tick one by one, and typed the next one instead of pressing it.
            ticked = _typed_too(held, question, understood.value)
            return _ticked(turn, held, question, ticked)
        case _:
            return _act(turn, held, question, understood)


def taken_back(turn: Turn) -> Reply | None:
    """Whoever was just thanked wants to change the last answer: it is asked again, and
    they have not finished. None: they want something else."""
    held = sheet.find(turn, UUID(str((turn.expects or {})[sheet.FINISHED])))
    if held is None or not _may_change(turn, held):
        return None
    last = held.last_answered
    if last is None or _understood(turn, held, last).kind is not Meaning.BACK:
        return None
    return _back(turn, held)


def _may_change(turn: Turn, held: Sheet) -> bool:
    counted = held.response.state is ResponseState.COMPLETE and (
        held.response.excluded is None
    )
    return counted and sheet.is_open(turn, held.wave) and not is_late(turn)


def go_on(turn: Turn, held: Sheet, *before: Outbound) -> Reply:
    """The next question, or the end; before all of it their age, where it is asked."""
    if held.asks_age:
        _goes_on(turn, held)
        return sheet.ask_age(turn, held, *before)
    question = held.pending
    if question is None:
        return ending.finish(turn, held, *before)
    _goes_on(turn, held)
    return asked(turn, held, question, *before, *told(turn, held, question))


def _goes_on(turn: Turn, held: Sheet) -> None:
    if held.response.state is not ResponseState.STARTED:
        responses.set_state(
            turn.session, held.response, ResponseState.STARTED, turn.now
        )


def _understood(turn: Turn, held: Sheet, question: Question) -> Understood:
    inbound, kind = turn.inbound, question.kind
    if inbound.kind is Kind.PICTURE:
        if kind is not QuestionKind.PHOTO or inbound.picture is None:
            return NOT_UNDERSTOOD
        return Understood(Meaning.ANSWER, inbound.picture)
    if inbound.kind is Kind.LOCATION:
        if kind is not QuestionKind.PLACE or inbound.latitude is None:
            return NOT_UNDERSTOOD
        # To three places, about a hundred metres: a quarter, and nobody's house.
        spot = f"{inbound.latitude:.3f},{inbound.longitude:.3f}"
        return Understood(Meaning.ANSWER, spot)
    language = spoken(turn, held.response)
    return typed.understand(question, turn.text, language, today=held.today)


def _act(turn: Turn, held: Sheet, question: Question, said: Understood) -> Reply:
    """What is understood is done: recorded, or the last answer taken back."""
    if said.kind is Meaning.BACK:
        return _back(turn, held)
    if said.value is not None:
        refused = route.refusal(
            held.survey, question, said.value, held.answers, today=held.today
        )
        if refused is not None:
            why = refused.say(spoken(turn, held.response))
            return _ask_again(turn, held, question, why)
    if _is_gone(turn, question, said.value):
        return _ask_again(turn, held, question, turn.say("survey.picture_gone"))
    if ending.is_refusal(question, said.value):
        return ending.refused(turn, held)
    _record(turn, held, question, flow.Answer(STATES[said.kind], said.value))
    if ending.is_enough(turn, held, question):
        return ending.enough(turn, held)
    return go_on(turn, held)


def _record(turn: Turn, held: Sheet, question: Question, said: flow.Answer) -> None:
    """Keep the answer; those that it rules out go."""
    session, response = turn.session, held.response
    responses.set_language(
        session,
        held.survey,
        response,
        spoken(turn, response),
        begun=bool(held.answers),
    )
    held.answers[question.key] = responses.record(
        session,
        response,
        question,
        said,
        turn.now,
        message_hash=turn.message_hash,
        known_new=question.key not in held.answers,
    )
    if question.kind is QuestionKind.PHOTO and said.value is not None:
        _keep_picture(turn, response.id, question.key, str(said.value))
    gone = route.astray(
        held.survey, question, held.answers, response.asked_order, today=held.today
    )
    if gone:
        responses.drop_answers(session, response, gone)
        for key in gone:
            del held.answers[key]


def _keep_picture(turn: Turn, response_id: UUID, key: str, reference: str) -> None:
    """Where it came to us with the message; else it is fetched from the platform."""
    session, contact = turn.session, turn.contact
    if contact.channel in BRINGING:
        brought.answer(session, contact, reference, response_id, key)
        return
    photos.expect(
        session,
        response_id,
        key,
        channel=contact.channel,
        account=contact.account,
        now=turn.now,
    )


def _is_for_another(turn: Turn, held: Sheet, question: Question) -> bool:
    """Whether they sent a picture for a question that is not open any more: one that
    was long on its way must not answer the next."""
    sent_for = turn.inbound.picture_for
    return sent_for not in (None, short.question(held.response.id, question.key))


def _is_gone(turn: Turn, question: Question, value: object) -> bool:
    """Whether they answer with a picture that nobody has any more."""
    if question.kind is not QuestionKind.PHOTO or value is None:
        return False
    is_kept = turn.contact.channel not in BRINGING
    return not is_kept and not brought.has(turn.session, turn.contact, str(value))


def _back(turn: Turn, held: Sheet) -> Reply:
    last = held.last_answered
    if last is not None:
        responses.drop_answers(turn.session, held.response, [last.key])
        responses.end_half_made(turn.session, held.response)
        del held.answers[last.key]
    return go_on(turn, held)


def _done(turn: Turn, held: Sheet, question: Question) -> Reply:
    ticked = sorted(held.response.picked)
    if not ticked:
        return asked(turn, held, question)
    keys = _keys(question, ticked)
    return _act(turn, held, question, Understood(Meaning.ANSWER, keys))


def _typed_too(held: Sheet, question: Question, keys: tuple[str, ...]) -> list[int]:
    """The ticks with those typed beside them. Where those before cannot stand, nor with
    these, these begin anew: words take no tick away."""
    before = held.response.picked
    ticked = picking.add(question, before, keys)
    if any(_may_stand(held, question, each) for each in (before, ticked)):
        return ticked
    return picking.add(question, [], keys)


def _may_stand(held: Sheet, question: Question, ticks: list[int]) -> bool:
    keys = _keys(question, ticks)
    refused = route.refusal(held.survey, question, keys, held.answers, today=held.today)
    return refused is None


def _keys(question: Question, ticks: list[int]) -> tuple[str, ...]:
    return tuple(question.choices[each].key for each in ticks)


def _ticked(turn: Turn, held: Sheet, question: Question, ticks: list[int]) -> Reply:
    """Keep the ticks and say them; with none left the question is asked again."""
    response = held.response
    response.picked = ticks
    turn.session.add(response)
    if not ticks:
        return asked(turn, held, question)
    language = spoken(turn, response)
    said = picked(turn.world, held.survey, question, response, language)
    return sheet.waiting(turn, held, question.key, said)


def _ask_again(turn: Turn, held: Sheet, question: Question, why: str = "") -> Reply:
    """Once with an example, or with what is wrong with the answer; then with the way
    to skip in front."""
    response, language = held.response, spoken(turn, held.response)
    second = response.reasked == question.key and typed.may_skip(question)
    response.reasked = question.key
    turn.session.add(response)
    example = typed.example(question, language, today=held.today)
    why = why or _out_of_bounds(turn, question, language)
    if why:
        hint = why
        if second:
            hint += "\n" + turn.world.say("survey.may_skip", language)
    elif not example:
        hint = turn.world.say("survey.not_a_picture", language)
    else:
        key = "survey.not_understood_skip" if second else "survey.not_understood"
        hint = turn.world.say(key, language, example=example)
    return asked(turn, held, question, Outbound(hint), skip_first=second)


def _out_of_bounds(turn: Turn, question: Question, language: str) -> str:
    """What to say of a number that cannot be; empty: they typed something else."""
    known = typed.bounds(question)
    if known is None or not typed.is_out_of_bounds(question, turn.text, language):
        return ""
    least, most = (f"{each:,}" for each in known)
    return turn.world.say("survey.out_of_bounds", language, least=least, most=most)
