"""Work aside: another process, which is light, and whose failures are told."""

import os

import pytest

from bot import aside
from bot.aside import AsideError
from tests.bot import asides


def test_work_aside_is_done_by_another_process():
    assert aside.run(os.getpid) != os.getpid()


def test_the_process_imports_what_the_work_needs_and_nothing_else():
    found = aside.run(asides.modules_after, "content.search")
    assert "content.search" in found
    heavy = {"bot", "api", "sqlalchemy", "fastapi", "typer", "linebot", "telegram"}
    assert not heavy & found


def test_what_is_printed_meanwhile_is_not_taken_for_the_result():
    assert aside.run(asides.say_much) == "the result"


def test_a_failure_is_told_by_its_class_and_place_and_never_by_its_words():
    with pytest.raises(AsideError) as told:
        aside.run(asides.fail, "0812345678")
    said = str(told.value)
    assert said.startswith("tests.bot.asides.fail: ValueError at asides.py:")
    assert "0812345678" not in said


@pytest.mark.parametrize(
    ("work", "given", "said"),
    [
        (asides.be_killed, (), "killed by signal 9"),
        (asides.leave, (3,), "ended with 3"),
        (asides.give_what_cannot_be_sent, (), "ended with 1"),
    ],
)
def test_a_process_that_dies_is_an_error_that_says_how(work, given, said):
    with pytest.raises(AsideError, match=said):
        aside.run(work, *given)
