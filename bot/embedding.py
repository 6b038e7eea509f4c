"""Vectors of texts from the town's endpoint: the articles' kept in a file, questions'
asked for as they come.

Only articles are kept: what residents ask leaves no trace here.
"""

import asyncio
import hashlib
import os
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import structlog

from api.settings import Settings
from api.store.words import AdviceOutcome
from bot import model
from bot.model import Endpoint, ModelError
from bot.world import World
from content import calibrate, decide, meaning
from content.articles import Article
from content.calibrate import Checked
from content.decide import Confidence
from content.meaning import Meanings, Vectors

log = structlog.get_logger()

# A question's vector comes within this time, or the question is decided without it.
BUDGET_S = 0.3
AT_A_TIME = 64
FOLDER = "embeddings"


class Embedder:
    """The town's embeddings, and what was learnt of how much they tell."""

    def __init__(self, settings: Settings, endpoint: Endpoint) -> None:
        self._settings = settings
        self._endpoint = endpoint
        self._meanings: Meanings | None = None
        self._stamp = ""
        self.sure = _learnt(settings)

    async def refresh(self, world: World) -> None:
        """Know the articles of this world. Raises ModelError."""
        if self._stamp == world.stamp or self.sure is None:
            return
        lines = meaning.lines(world.articles.values())
        texts = [line.text for line in lines]
        found = await vectors(self._settings, self._endpoint, texts)
        self._meanings, self._stamp = meaning.build(lines, found), world.stamp

    async def nearness(self, question: str) -> Mapping[str, float] | None:
        """How near a question is to each article; None: we know no articles yet.

        Raises ModelError, at the latest when the time for it is over.
        """
        if self._meanings is None:
            return None
        name = self._settings.embedding_name
        [vector] = await self._endpoint.embed(name, [question], timeout_s=BUDGET_S)
        return meaning.nearness(self._meanings, vector)


async def learn(
    settings: Settings, known: Sequence[Article], checked: Sequence[Checked]
) -> Confidence:
    """How much these embeddings tell, learnt as all other evidence is and kept in the
    data folder. Raises ModelError."""
    asked: dict[str, None] = {}

    def remember(text: str, line: str) -> Mapping[str, float]:
        asked[text] = None
        return {}

    # Which questions are tried is known once they were tried.
    calibrate.learn(known, checked, meaning=remember)
    lines = meaning.lines(known)
    texts = [line.text for line in lines]
    endpoint = model.endpoint(settings)
    try:
        found = await vectors(settings, endpoint, [*texts, *asked])
    finally:
        await endpoint.close()
    meanings = meaning.build(lines, found[: len(lines)])
    of = dict(zip(asked, found[len(lines) :], strict=True))

    def near(text: str, line: str) -> Mapping[str, float]:
        return meaning.nearness(meanings, of[text], without=line)

    learnt = calibrate.learn(known, checked, meaning=near)
    decide.keep(
        learnt,
        f"{len(known)} articles, {len(checked)} checked questions, "
        f"{settings.embedding_name}",
        learnt_in(settings),
    )
    return learnt


async def vectors(
    settings: Settings, endpoint: Endpoint, texts: Sequence[str]
) -> Vectors:
    """A vector for each text; those that are known are not asked for again, and those
    of other texts are forgotten. Raises ModelError."""
    file = kept_in(settings)
    known = await asyncio.to_thread(_read, file)
    found = await _completed(settings, endpoint, texts, known)
    if len({vector.shape for vector in found.values()}) > 1:
        # The model behind the name was changed: all are asked for anew.
        found = await _completed(settings, endpoint, texts, {})
    if len({vector.shape for vector in found.values()}) > 1:
        raise ModelError(AdviceOutcome.GARBAGE)
    if found.keys() != known.keys() or not known:
        await asyncio.to_thread(_write, file, found)
    return np.stack([found[_key(text)] for text in texts])


async def _completed(
    settings: Settings,
    endpoint: Endpoint,
    texts: Sequence[str],
    known: Mapping[str, Vectors],
) -> dict[str, Vectors]:
    """Key -> vector of each text."""
    wanted = {_key(text): text for text in texts}
    found = {key: vector for key, vector in known.items() if key in wanted}
    missing = [key for key in wanted if key not in found]
    for start in range(0, len(missing), AT_A_TIME):
        keys = missing[start : start + AT_A_TIME]
        some = [wanted[key] for key in keys]
        answer = await endpoint.embed(settings.embedding_name, some)
        for key, vector in zip(keys, answer, strict=True):
            found[key] = np.array(vector, dtype=np.float32)
    return found


def kept_in(settings: Settings) -> Path:
    """The file of the vectors of this model."""
    name = hashlib.sha256(settings.embedding_name.encode()).hexdigest()[:16]
    return settings.data_dir / FOLDER / f"{name}.npz"


def learnt_in(settings: Settings) -> Path:
    """The file of what was learnt with this model (`content calibrate`)."""
    return kept_in(settings).with_suffix(".json")


def _learnt(settings: Settings) -> Confidence | None:
    """What was learnt with this model; None: nothing yet, so that it tells nothing."""
    try:
        sure = decide.read(learnt_in(settings))
        decide.check(sure, by_meaning=True)
    except FileNotFoundError:
        log.warning("embeddings_not_calibrated")
        return None
    except (LookupError, ValueError):
        log.error("embeddings_calibration_unreadable")
        return None
    return sure


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _read(file: Path) -> dict[str, Vectors]:
    try:
        # Through memory: of a file that is broken the library leaves the handle open.
        with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as kept:
            return dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))
    except FileNotFoundError:
        return {}
    except (OSError, EOFError, ValueError, LookupError, BadZipFile, TypeError):
        # It holds nothing that cannot be asked for again.
        log.warning("embeddings_unreadable")
        return {}


def _write(file: Path, known: Mapping[str, Vectors]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.stem}.{os.getpid()}.npz")
    keys = sorted(known)
    np.savez(
        unfinished, keys=np.array(keys), vectors=np.stack([known[key] for key in keys])
    )
    unfinished.replace(file)
