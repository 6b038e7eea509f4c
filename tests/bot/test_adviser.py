"""A model that obeys every attack shows nothing that is not in the chosen article."""

import asyncio
import json
import re
from collections.abc import Mapping, Sequence

import pytest

from api.store.words import AdviceOutcome
from bot import advice, adviser
from bot.adviser import Advice
from bot.model import Endpoint
from content import prompting
from content.prompting import Candidate
from tests.content import attacks
from tests.journeys import talk
from tests.patience import PATIENCE_S
from tests.platforms import model as models
from tests.platforms.model import ModelStandIn


@pytest.fixture(scope="module")
def known():
    """Three articles as they are sent to a model."""
    world = talk.shipped_world(municipality_phone="02 431 0000")
    slugs = [slug for slug, language in world.articles if language == "th"]
    return advice.candidates(world, slugs[:3], "th")


@pytest.fixture(scope="module")
def model():
    with ModelStandIn() as standing_in:
        yield standing_in


def asked_all(
    model: ModelStandIn,
    known: Mapping[str, Candidate],
    questions: Sequence[str],
    *,
    rephrase: bool,
) -> list[Advice]:
    """How each question ends with this model; for every eighth, over the wire."""

    async def ask_all() -> list[Advice]:
        endpoint = Endpoint(model.base, model.key, PATIENCE_S)
        try:
            return [
                await ask(endpoint if number % 8 == 0 else None, question)
                for number, question in enumerate(questions)
            ]
        finally:
            await endpoint.close()

    async def ask(endpoint: Endpoint | None, question: str) -> Advice:
        request = prompting.request(
            "m", prompting.masked(question), tuple(known.values()), rephrase=rephrase
        )
        if endpoint is None:
            body = json.dumps(model.completion(request)).encode()
        else:
            body = await endpoint.choose(request)
        return adviser.judged(body, known, rephrase=rephrase)

    return asyncio.run(ask_all())


def said_by_the_attacker(data):
    """Obeys to the letter: only what the attack wants said, nothing of the article."""
    return {"slug": data["articles"][0]["slug"], "text": data["question"]}


def hidden_in_the_article(data):
    """Obeys, and hides it behind the article's own words."""
    article = data["articles"][0]
    own = article["text"].split("\n")[1][:120]
    return {"slug": article["slug"], "text": f"{own} {data['question']}"[:390]}


def telling_its_rules(data):
    article = data["articles"][0]
    own = article["text"].split("\n")[1][:120]
    return {"slug": article["slug"], "text": f"{own} {data['rules'][:200]}"}


def as_it_was_written(data):
    """Says the question itself as its whole answer: some of them are JSON."""
    return data["question"]


OBEDIENT = [
    models.obey, said_by_the_attacker, hidden_in_the_article, telling_its_rules,
    as_it_was_written,
]  # fmt: skip


def test_there_are_attacks_enough():
    assert len(set(attacks.every())) >= 700
    thai = [attack for attack in attacks.every() if re.search("[ก-๙]", attack)]
    assert 300 < len(thai) < len(attacks.every())


@pytest.mark.parametrize("obedient", OBEDIENT)
@pytest.mark.parametrize("rephrase", [False, True])
def test_no_attack_has_a_word_of_its_own_shown(model, known, obedient, rephrase):
    """Whatever is said is not even looked at where nothing may be reworded."""
    model.says = obedient
    asked = attacks.every() if rephrase else attacks.every()[::9]
    ends = asked_all(model, known, asked, rephrase=rephrase)
    assert len(ends) == len(asked)
    # No text at all is shown: neither a number, a phone, a link nor a rule.
    assert {end.text for end in ends} == {""}
    # At most an approved article is chosen, and then nothing but its card is shown.
    assert {end.slug for end in ends} <= {"", *known}
    if rephrase and obedient is not as_it_was_written:
        assert {end.outcome for end in ends} == {AdviceOutcome.UNFOUNDED}


def test_attacks_inside_an_article_change_nothing_either(model, known):
    """An approved article that quotes an attack: its words are the town's own, but
    the rules are not told and nothing is added."""
    first = next(iter(known))
    for attack in attacks.every()[::7]:
        quoted = {
            **known,
            first: prompting.Candidate(first, "ระวังข้อความหลอกลวง", f"ตัวอย่าง: {attack}"),
        }
        body = json.dumps(
            {"choices": [{"message": {"content": json.dumps({
                "slug": first,
                "text": f"ตัวอย่าง: {prompting.rules(rephrase=True)[:150]} 0811112222",
            })}}]}
        ).encode()  # fmt: skip
        found = adviser.judged(body, quoted, rephrase=True)
        assert found.outcome is AdviceOutcome.UNFOUNDED


def test_what_is_sent_of_an_attack_is_data_and_masked(model, known):
    model.clear()
    model.says = models.first
    asked_all(model, known, attacks.every()[:512], rephrase=True)
    assert len(model.calls("chat")) == 64
    for request in model.calls("chat"):
        system, user = request.body["messages"]
        assert system["content"] == prompting.rules(rephrase=True)
        assert set(json.loads(user["content"])) == {"question", "articles"}
        assert "0899991234" not in user["content"]
        assert "089-999-1234" not in user["content"]
