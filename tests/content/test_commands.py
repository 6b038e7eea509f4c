"""What residents are told to type are words the bot knows; words of old do as well."""

import re
from datetime import date

import pytest

from content import commands, messages
from surveys.meaning import Meaning
from surveys.question import Question
from surveys.replies import typed

VALUES = {
    "who": "เทศบาล",
    "title": "น้ำและอากาศ",
    "purpose": "-",
    "n": 8,
    "minutes": 3,
    "left": 2,
    "until": None,
    "made_up": False,
}
# Which texts tell of words to type, and what those mean in their order.
TOLD = {
    "invitation.text": ["survey", "invited:never"],
    "invitation.remind": ["survey", "invited:never"],
    "invitation.remind_begun": ["survey", "invited:never"],
    "invitation.stopped": ["invited:again"],
    "invitation.stopped_news_on": ["invited:again", "stop"],
    "survey.paused": ["survey", "stop"],
    "survey.put_off": ["survey", "stop"],
}


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("key", TOLD)
def test_a_word_that_is_told_means_what_is_told_of_it(key, language):
    said = messages.load()
    wanted = {name: VALUES[name] for name in said.values(key, language)}
    told = re.findall('"(.+?)"', said.say(key, language, **wanted))
    assert [commands.find(each) for each in told] == TOLD[key]


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_what_the_introduction_tells_to_type_is_understood_in_the_survey(language):
    said = messages.load()
    wanted = dict.fromkeys(said.values("survey.intro", language), "-")
    told = re.findall('"(.+?)"', said.say("survey.intro", language, **wanted))
    asked = Question.model_validate(
        {"key": "why", "kind": "open", "text": {language: "-"}}
    )
    day = date(2026, 11, 28)
    meant = [typed.understand(asked, each, language, today=day).kind for each in told]
    assert meant == [Meaning.STOP, Meaning.BACK]


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("ทำแบบสำรวจ", "survey"),
        ("ทำแบบสอบถาม", "survey"),
        ("ตอบแบบสอบถาม", "survey"),
        ("ทำต่อ", "survey"),
        ("ไม่รับแบบสอบถาม", "invited:never"),
        ("ไม่รับคำชวนอีก", "invited:never"),
        ("รับแบบสำรวจ", "invited:again"),
    ],
)
def test_words_that_were_told_before_are_known_still(written, means):
    assert commands.find(written) == means
