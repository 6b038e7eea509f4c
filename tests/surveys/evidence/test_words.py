"""Every fixed word of the pack is there in Thai and in English."""

import re
from pathlib import Path
from typing import get_args

import pytest

import surveys.evidence
from surveys.catalogue import Unit
from surveys.definition import Level
from surveys.estimate.likert import Scheme
from surveys.estimate.outcomes import Frame
from surveys.estimate.proportion import Threshold
from surveys.evidence import words
from surveys.evidence.pack import Status
from surveys.quality import Flag
from surveys.question import LANGUAGES, Kind
from surveys.record import VALUE_STATUSES

NAMED = {
    "kind": Kind,
    "flag": Flag,
    "frame": Frame,
    "level": Level,
    "scheme": Scheme,
    "status": Status,
    "threshold": Threshold,
    "unit": get_args(Unit),
    "value": VALUE_STATUSES,
    "language": LANGUAGES,
}
USED = re.compile(r"""(?:words\.text|words\.both)\(\s*"([a-z][\w.]+)\"""")


def test_each_word_and_each_term_is_in_both_languages():
    catalogue = words.catalogue()
    for key, text in catalogue.words.items():
        assert text.has("th"), key
        assert text.has("en"), key
    for each in catalogue.glossary:
        for text in (each.term, each.meaning):
            assert text.has("th")
            assert text.has("en")


@pytest.mark.parametrize("sort", NAMED)
def test_every_entry_of_a_closed_list_has_words(sort):
    for entry in NAMED[sort]:
        assert words.text(f"{sort}.{entry}")


def test_every_key_that_is_used_is_there_and_every_place_is_filled():
    folder = Path(surveys.evidence.__file__).parent
    used = {
        key
        for path in folder.glob("*.py")
        for key in USED.findall(path.read_text(encoding="utf-8"))
    }
    assert len(used) > 40
    assert used <= set(words.catalogue().words)


def test_both_languages_have_the_same_places_to_fill():
    place = re.compile(r"\{(\w+)\}")
    for key, text in words.catalogue().words.items():
        thai, english = place.findall(text.say("th")), place.findall(text.say("en"))
        assert sorted(thai) == sorted(english), key


def test_a_missing_word_is_no_empty_word():
    with pytest.raises(KeyError):
        words.text("no.such_word")
