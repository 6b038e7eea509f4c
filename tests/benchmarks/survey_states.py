"""`python -m tests.benchmarks.survey_states --runs 10000`: residents in surveys under
every mishap there is, and whether one answer was lost or put in another's place.

Each run is a resident of their own in two waves (`tests.bot.survey_states`). What it
counts are the steps they took, the answers compared, and the runs that failed.
"""

import argparse
import sys
import time
import traceback

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from api.store.migrate import migrate
from api.store.session import Database
from tests.benchmarks import machine
from tests.bot import survey_states
from tests.conftest import KEYS

# Runs with one seed: after a failure the others still go on.
BATCH = 100
STEPS = 30


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    database = Database(f"sqlite:///{machine.folder()}/states.db", KEYS)
    migrate(database)
    start, failures = time.perf_counter(), 0
    try:
        while survey_states.DONE["runs"] < options.runs:
            number = options.seed + survey_states.DONE["runs"]
            left = options.runs - survey_states.DONE["runs"]
            failures += not _batch(database, number, min(BATCH, left))
            sys.stderr.write(
                f"{survey_states.DONE['runs']} runs, {failures} failures, "
                f"{time.perf_counter() - start:.0f} s\n"
            )
    finally:
        database.close()
    done = survey_states.DONE
    sys.stdout.write(
        f"{done['runs']} runs, {done['steps']} steps, {done['answers']} answers held, "
        f"{done['complete']} responses complete, {failures} failures, "
        f"{time.perf_counter() - start:.0f} s\n"
    )
    return min(failures, 1)


def _batch(database: Database, number: int, runs: int) -> bool:
    """Whether all went well; what did not is told as steps to do again."""

    class Machine(survey_states.Machine):
        pass

    Machine.database = database
    try:
        run_state_machine_as_test(
            seed(number)(Machine),
            settings=settings(
                max_examples=runs,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
    except Exception:
        sys.stderr.write(f"with seed {number}:\n{traceback.format_exc()}\n")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
