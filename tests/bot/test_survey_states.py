"""No answer is lost, doubled, or attached to another question or another wave."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.bot import survey_states


def test_whatever_happens_on_the_way_what_is_stored_is_what_was_answered(
    sqlite_database,
):
    class Machine(survey_states.Machine):
        database = sqlite_database

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    # Others were answered in the same transactions.
    assert survey_states.DONE["together"] > 0
