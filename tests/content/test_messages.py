"""Which language is spoken where the one that was asked for is missing."""

import itertools

import pytest

from content import messages
from content.messages import nearest
from surveys.definition import Text
from surveys.estimate import MIN_N


@pytest.mark.parametrize(
    ("language", "spoken", "found"),
    [
        ("my", ("th", "en", "my"), "my"),
        ("my", ("th", "en"), "en"),
        ("my", ("th",), "th"),
        ("en", ("th",), "th"),
        ("th", ("en",), "en"),
        (None, ("th", "en"), "th"),
        ("fr", ("th", "en"), "en"),
        ("th", ("my",), "my"),
    ],
)
def test_what_is_missing_is_said_in_english_or_else_in_thai(language, spoken, found):
    assert nearest(language, spoken) == found


def test_what_is_said_in_no_language_has_no_nearest_one():
    with pytest.raises(ValueError, match="no language"):
        nearest("th", ())


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_survey_takes_the_same_language_as_a_message(language):
    for count in (1, 2, 3):
        for spoken in itertools.combinations(messages.LANGUAGES, count):
            text = Text(**{each: each for each in spoken})
            assert text.say(language) == nearest(language, spoken)


def test_texts_name_the_number_from_which_a_share_is_shown():
    texts = messages.load().texts
    for key in ("chart.too_few", "progress.too_few"):
        for language in messages.LANGUAGES:
            assert f"n<{MIN_N})" in texts[language][key]
