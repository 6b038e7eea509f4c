"""Random waves, frozen and released as officers would, and what an attacker finds."""

import json
import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from starlette.testclient import TestClient

from api.app import create_app
from api.errors import DomainError
from api.settings import Settings
from api.store import evidence, indicators, migrate, releases
from api.store.models import Wave
from api.store.session import Database
from surveys.evidence import plain
from surveys.flow import State
from tests.api import answered, attacker
from tests.api.attacker import Meaning
from tests.api.store import cuts, releasing, waving
from tests.conftest import KEYS

QUESTION, SHIPPED = "dialogue", "ET-S5"
RULE = {"in": [{"var": "role"}, ["works"]]}
CODES = ("TN-1", "TN-2", "TN-3", "TN-M")
LANGUAGES = {"th": "all", "en": "all", "my": "my"}


@dataclass
class Outcome:
    """What became of some waves."""

    waves: int = 0
    released: int = 0
    refused: int = 0
    secrets: int = 0
    exposed: int = 0
    tables: int = 0


@dataclass
class Town:
    database: Database
    client: TestClient
    chance: random.Random
    now: datetime
    meanings: dict[tuple[str, str], Meaning]
    edition: int = 0


@contextmanager
def town(seed: int) -> Iterator[Town]:
    """A town of its own, in a folder of its own."""
    before = os.environ.get("ECOTOWN_DATA_DIR")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ECOTOWN_DATA_DIR"] = folder
        database = Database(f"sqlite:///{Path(folder) / 'town.db'}", KEYS)
        try:
            migrate.migrate(database)
            app = create_app(database, Settings(data_dir=Path(folder)))
            with TestClient(app) as client:
                yield Town(
                    database,
                    client,
                    random.Random(seed),
                    datetime(2026, 1, 5, 3, tzinfo=UTC),
                    # In words: "satisfied" or "very satisfied" with the dialogue.
                    {(SHIPPED, "2"): Meaning((4, 5), some=False)},
                )
        finally:
            database.close()
            if before is None:
                del os.environ["ECOTOWN_DATA_DIR"]
            else:
                os.environ["ECOTOWN_DATA_DIR"] = before


def attack(waves: int, seed: int) -> Outcome:
    """Random waves, each revised by a new edition; all that is told is attacked."""
    found = Outcome()
    with town(seed) as place:
        _new_edition(place)
        for number in range(waves):
            _wave(place, f"w{number}", found)
    return found


def _new_edition(place: Town) -> None:
    """Other cuts of the same question under the same codes."""
    place.edition += 1
    chance = place.chance
    measures: dict[str, dict[str, Any]] = {}
    for code in CODES:
        some = chance.random() < 0.3
        more = {"where": RULE} if some else {}
        points = tuple(sorted(chance.sample(attacker.POINTS, chance.randint(1, 3))))
        if code == "TN-M":
            measures[code] = cuts.mean(QUESTION, **more)
        else:
            measures[code] = cuts.share(QUESTION, *points, **more)
        place.meanings[code, str(place.edition)] = Meaning(
            None if code == "TN-M" else points, some
        )
    cuts.add("tn", measures, edition=str(place.edition))


def _wave(place: Town, key: str, found: Outcome) -> None:
    truth = _answered(place, key)
    _released(place, key, found)
    _new_edition(place)
    with place.database.write() as session:
        wave = indicators.find(session, SHIPPED, key).wave_id
        assert wave is not None
        reason = place.chance.choice(("R-data", "R-method", "C-error"))
        indicators.compute(session, wave, place.now, reason=reason)
    _released(place, key, found)
    found.waves += 1
    for language, counts in truth.items():
        told = list(_told(place.client, key, language))
        tables = _tables(place, key, language)
        found.tables += sum(bool(each["rows"]) for each in tables)
        secrets = attacker.exposed(told, place.meanings, counts, tables=tables)
        found.exposed += len(secrets)
        found.secrets += sum(0 < each < 5 for each in counts.values())


def _answered(place: Town, key: str) -> dict[str, Counter[tuple[int, str]]]:
    """A frozen wave; what was truly answered, by language, answer and rule."""
    chance = place.chance
    truth: dict[str, Counter[tuple[int, str]]] = {
        each: Counter() for each in LANGUAGES.values()
    }
    weights = [chance.choice((0.02, 0.1, 1, 2)) for _ in attacker.POINTS]
    works = chance.choice((0.05, 0.4, 0.9))
    mine = chance.choice((0.0, 0.03, 0.4))
    alike: Counter[tuple[int, str, bool, str, str, bool]] = Counter()
    for _ in range(chance.randint(35, 140)):
        point = chance.choices(attacker.POINTS, weights)[0]
        role = "works" if chance.random() < works else "lives"
        skips = chance.random() < 0.03
        language = "my" if chance.random() < mine else chance.choice(("th", "en"))
        mode = chance.choice(("line", "line", "enumerator"))
        alike[point, role, skips, language, mode, chance.random() < 0.1] += 1
        if not skips:
            group = "in" if role == "works" else "out"
            truth[LANGUAGES[language]][point, group] += 1
    with place.database.write() as session:
        wave = waving.opened(session, place.now, key)
        for (point, role, skips, language, mode, odd), count in alike.items():
            row = {QUESTION: State.SKIPPED if skips else point, "role": role}
            answered.fill(
                session, wave, [row] * count, place.now, language=language, mode=mode,
                flags=("speed",) if odd else (),
            )  # fmt: skip
        kept = session.get_one(Wave, wave.id)
    place.now += timedelta(days=7)
    # Of some waves no indicator speaks yet on the day they are frozen.
    spoken = [QUESTION] if chance.random() < 0.5 else []
    with patch("api.store.computing.figured", lambda *given: spoken):
        waving.frozen(place.database, kept, place.now)
    place.now += timedelta(days=90)
    return truth


def _released(place: Town, key: str, found: Outcome) -> None:
    """All values, in any order; some are taken back again."""
    with place.database.read() as session:
        rows = indicators.standing(session, period=key)
        wanted = [(each.id, each.code) for each in rows if each.code in _ALL]
    place.chance.shuffle(wanted)
    for value_id, _ in wanted:
        try:
            with place.database.write() as session:
                _, boon, chai = releasing.staff(session, place.now)
                value = session.get_one(type(rows[0]), value_id)
                releasing.by_two(session, value, boon, chai, place.now)
                found.released += 1
                if place.chance.random() < 0.1:
                    releases.withdraw(
                        session, value_id, boon.id, reason="C-error", why="-",
                        now=place.now,
                    )  # fmt: skip
        except DomainError as error:
            found.refused += error.key.startswith("error.release_")


_ALL = (*CODES, SHIPPED)


def _tables(place: Town, key: str, language: str) -> list[dict[str, Any]]:
    """The tables of the question as a pack has them once all of its values are
    released: the draft has them already, and more cannot be told."""
    with place.database.read() as session:
        gathered = evidence.of_wave(session, key, draft=True)
    read = json.loads(plain.as_json(evidence.put_together(gathered, place.now)))
    return [
        table
        for wave in read["waves"]
        for table in wave["tallies"]
        if (table["question"], table["language"]) == (QUESTION, language)
    ]


def _told(client: TestClient, period: str, language: str) -> Iterator[dict[str, Any]]:
    """All that the public API tells of a wave, whatever became of it since."""
    for code in _ALL:
        path, after = f"/api/v1/indicators/{code}/values", None
        while True:
            asked = {"period": period, "limit": 100} | (
                {"after": after} if after else {}
            )
            page = client.get(path, params=asked).json()
            for value in page["items"]:
                if value["language"] == language:
                    yield value | {"code": code}
            after = page["next"]
            if after is None:
                break
