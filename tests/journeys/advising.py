"""A town with a language model, and questions it may be asked about."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from api.store import advice
from api.store.session import Database
from api.store.words import AdviceOutcome
from bot import embedding
from bot.adviser import Adviser
from content.decide import Outcome, decide
from tests.journeys import talk
from tests.patience import PATIENCE_S, Loop
from tests.platforms.model import ModelStandIn

SET = Path(__file__).parents[1] / "sets" / "questions_dev.jsonl"


@cache
def unsure() -> tuple[str, ...]:
    """Residents' questions that are met with suggestions, in Thai."""
    index = talk.shipped_world().index
    asked = [json.loads(line) for line in SET.read_text("utf-8").splitlines()]
    texts = [each["text"] for each in asked if each["language"] == "th"]
    return tuple(
        text for text in texts if decide(index, text, "th").outcome is Outcome.SUGGEST
    )


class Advised:
    """What a resident and a model do in turn."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        model: ModelStandIn,
        **settings: object,
    ) -> None:
        talk.prepare(database, clock())
        wanted = {
            "model_url": model.base, "model_key": model.key, "model_name": "a-model",
            "model_timeout_s": 50, **settings,
        }  # fmt: skip
        self.database = database
        self.clock = clock
        self.model = model
        self.world = talk.shipped_world(**wanted)
        self.handler = talk.make_handler(database, clock, **wanted)
        self.adviser = Adviser(database, lambda: self.world, clock)
        self.loop = Loop()
        # What is held back is waited for until the limit, which passes at once.
        model.on_held = self.loop.forward

    def arrives(self, **options: str) -> talk.Resident:
        resident = talk.Resident(self.handler, self.database, self.clock, **options)
        talk.begins(resident)
        return resident

    def thinks(self) -> bool:
        """Let the model work once; whether there was anything to do."""
        return self.loop.run_until_complete(self.adviser.round())

    def knows_articles(self) -> None:
        """Have the embeddings of the articles."""
        self.loop.run_until_complete(self.adviser.know_articles())

    def restarts(self) -> None:
        """As after new files in the data folder."""
        self.loop.run_until_complete(self.adviser.close())
        self.adviser = Adviser(self.database, lambda: self.world, self.clock)

    @property
    def ends(self) -> dict[AdviceOutcome, int]:
        with self.database.read() as session:
            return advice.counts(session)

    def close(self) -> None:
        self.loop.run_until_complete(self.adviser.close())
        self.loop.close()


@contextmanager
def advised(
    database: Database, clock: Callable[[], datetime], **settings: object
) -> Iterator[Advised]:
    with ModelStandIn() as model, pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedding, "BUDGET_S", PATIENCE_S)
        town = Advised(database, clock, model, **settings)
        try:
            yield town
        finally:
            town.close()


def advice_to(resident: talk.Resident, before: int) -> str:
    """What came after the first so many messages, as text."""
    return "\n".join(said.plain() for said in resident.everything()[before:])
