"""Embeddings: the articles' asked for once, a question's in time or not at all."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from api.settings import Settings
from api.store.words import AdviceOutcome
from bot import embedding
from bot.embedding import Embedder
from bot.model import Endpoint, ModelError
from bot.world import World
from content import articles, decide, search
from content.articles import Article
from content.meaning import Vectors
from tests import patience
from tests.journeys import talk
from tests.patience import PATIENCE_S, Loop
from tests.platforms.faults import Fault
from tests.platforms.model import SIZE, ModelStandIn

T = TypeVar("T")
TEXTS = ["วันเก็บขยะ", "น้ำเสีย", "กลิ่นเหม็น"]


@pytest.fixture(autouse=True)
def _enough_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question's vector may take long, but not as long as an answer."""
    monkeypatch.setattr(embedding, "BUDGET_S", PATIENCE_S)


@pytest.fixture
def model() -> Iterator[ModelStandIn]:
    with ModelStandIn() as standing_in:
        yield standing_in


@pytest.fixture
def settings(model: ModelStandIn, tmp_path: Path) -> Settings:
    return Settings(
        model_url=model.base, model_key=model.key, embedding_name="e",
        data_dir=tmp_path, model_timeout_s=50,
    )  # fmt: skip


@pytest.fixture(scope="module")
def few() -> tuple[Article, ...]:
    return tuple(a for a in articles.load_all() if a.language == "th")[:12]


def with_endpoint(settings: Settings, work: Callable[[Endpoint], Awaitable[T]]) -> T:
    async def run(_loop: Loop) -> T:
        endpoint = Endpoint(
            settings.model_url, settings.model_key.get_secret_value(), 10 * PATIENCE_S
        )
        try:
            return await work(endpoint)
        finally:
            await endpoint.close()

    return patience.run(run)


def vectors(settings: Settings, texts: Sequence[str]) -> Vectors:
    return with_endpoint(
        settings, lambda endpoint: embedding.vectors(settings, endpoint, texts)
    )


def asked(model: ModelStandIn) -> list[str]:
    return [text for call in model.calls("embeddings") for text in call.body["input"]]


def test_every_text_has_its_own_vector_in_whatever_order_they_come(model, settings):
    found = vectors(settings, TEXTS)
    assert found.shape == (3, SIZE)
    assert (found[0] == vectors(settings, [TEXTS[0]])[0]).all()
    assert (found[0] != found[1]).any()


def test_what_is_known_is_not_asked_for_again(model, settings):
    before = vectors(settings, TEXTS)
    after = vectors(settings, [*TEXTS, "ถังขยะ"])
    assert (after[:3] == before).all()
    assert sorted(asked(model)) == sorted([*TEXTS, "ถังขยะ"])


def test_the_file_keeps_no_text_and_only_what_is_still_said(model, settings):
    vectors(settings, TEXTS)
    vectors(settings, TEXTS[:1])
    file = embedding.kept_in(settings)
    assert TEXTS[0].encode() not in file.read_bytes()
    vectors(settings, TEXTS)
    assert sorted(asked(model)) == sorted([*TEXTS, *TEXTS[1:]])


@pytest.mark.parametrize("spoilt", [b"", b"PK\x03\x04 cut off", b"something else"])
def test_a_file_that_cannot_be_read_is_made_anew(model, settings, spoilt):
    vectors(settings, TEXTS)
    embedding.kept_in(settings).write_bytes(spoilt)
    assert vectors(settings, TEXTS).shape == (3, SIZE)
    assert len(asked(model)) == 6


@pytest.mark.parametrize(
    "body",
    [
        b"{}", b'{"data": []}', b"<html>", b'{"data": [{"index": 0, "embedding": []}]}',
        b'{"data": [{"index": 1, "embedding": [1.0]}]}',
        b'{"data": [{"index": 0, "embedding": [NaN]}]}',
        b'{"data": [{"index": 0, "embedding": ["x"]}]}',
        b'{"data": {"index": 0}}', b'{"data": 5}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_vector_is_refused(model, settings, body):
    model.fail("embeddings", Fault.malformed(body))
    with pytest.raises(ModelError) as raised:
        vectors(settings, TEXTS[:1])
    assert raised.value.outcome is AdviceOutcome.GARBAGE


def small_world(settings: Settings, few: Sequence[Article]) -> World:
    return replace(
        talk.shipped_world(),
        settings=settings,
        articles={(a.slug, a.language): a for a in few},
        index=search.build(tuple(few)),
        stamp="few",
    )


def learnt(settings: Settings, few: Sequence[Article]) -> decide.Confidence:
    return asyncio.run(embedding.learn(settings, few, ()))


def test_how_much_embeddings_tell_is_learnt_and_kept_in_the_data_folder(
    model, settings, few
):
    sure = learnt(settings, few)
    assert sure.weights["meaning"] != 0
    assert decide.read(embedding.learnt_in(settings)) == sure
    decide.check(sure, by_meaning=True)
    with pytest.raises(ValueError, match="weighs"):
        decide.check(sure)


def test_a_question_is_compared_within_its_time(model, settings, few):
    learnt(settings, few)
    line = few[3].asked_as[2]

    async def compare(endpoint: Endpoint) -> Mapping[str, float]:
        embedder = Embedder(settings, endpoint)
        assert await embedder.nearness(line) is None
        await embedder.refresh(small_world(settings, few))
        near = await embedder.nearness(line)
        assert near is not None
        return near

    near = with_endpoint(settings, compare)
    assert near[few[3].slug] == pytest.approx(1.0, abs=1e-5)
    assert max(near, key=near.__getitem__) == few[3].slug


def test_a_question_whose_vector_is_late_is_decided_without_it(model, settings, few):
    learnt(settings, few)

    async def compare(endpoint: Endpoint) -> None:
        embedder = Embedder(settings, endpoint)
        await embedder.refresh(small_world(settings, few))
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Loop)
        model.on_held = lambda: loop.forward(PATIENCE_S)
        model.fail("embeddings", Fault.slow(PATIENCE_S))
        await embedder.nearness("ขยะ")

    with pytest.raises(ModelError) as raised:
        with_endpoint(settings, compare)
    assert raised.value.outcome is AdviceOutcome.TIMEOUT


def test_before_anything_was_learnt_embeddings_tell_nothing(model, settings, few):
    async def refresh(endpoint: Endpoint) -> None:
        embedder = Embedder(settings, endpoint)
        assert embedder.sure is None
        await embedder.refresh(small_world(settings, few))

    with_endpoint(settings, refresh)
    assert model.requests == []


def test_what_was_learnt_of_other_evidence_is_not_used(model, settings, few):
    decide.keep(decide.learnt(), "x", _made(embedding.learnt_in(settings)))

    async def look(endpoint: Endpoint) -> None:
        assert Embedder(settings, endpoint).sure is None

    with_endpoint(settings, look)


def _made(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
