"""A question keeps its version as long as its words do."""

from surveys import versions
from tests.surveys import making


def reworded(version, **words):
    """The small survey in another version, with other words for some questions."""
    data = making.data() | {"version": version}
    for question in data["questions"]:
        if question["key"] in words:
            question["text"] = making.text(words[question["key"]])
    return making.survey(**data)


def numbers(survey, *history):
    return {key: each.version for key, each in versions.of(survey, history).items()}


def test_the_first_wording_of_every_question_is_version_one():
    survey = making.survey()
    assert set(numbers(survey, survey).values()) == {1}


def test_a_changed_wording_is_a_new_version_and_the_others_stay():
    first, second = making.survey(), reworded(2, pick="which one")
    assert numbers(second, first, second) == {
        "pick": 2, "rate": 1, "many": 1, "count": 1, "say": 1,
    }  # fmt: skip
    # A version that came later says nothing of the one before.
    assert set(numbers(first, first, second).values()) == {1}


def test_a_wording_that_comes_back_has_the_number_it_had():
    first, second = making.survey(), reworded(2, pick="which one")
    third = reworded(3)
    assert numbers(third, first, second, third)["pick"] == 1
    fourth = reworded(4, pick="one of these")
    assert numbers(fourth, first, second, third, fourth)["pick"] == 3


def test_a_new_label_or_scale_is_a_new_version_and_what_is_typed_for_it_is_not():
    first = making.survey()
    data = making.data() | {"version": 2}
    data["questions"][0]["choices"][0]["also"] = ["scarlet"]
    data["questions"][3]["max"] = 20
    data["questions"][1]["choices"][0]["label"] = making.text("level zz")
    changed = numbers(making.survey(**data), first)
    assert (changed["pick"], changed["count"], changed["rate"]) == (1, 2, 2)


def test_when_a_question_is_asked_does_not_change_what_it_asks():
    first = making.survey()
    data = making.data() | {"version": 2}
    data["questions"][1] |= {"ask_if": {"==": [{"var": "pick"}, "red"]}}
    data["questions"][1] |= {"required": False}
    assert numbers(making.survey(**data), first)["rate"] == 1


def test_a_translation_nobody_has_passed_is_a_version_of_its_own():
    survey = making.survey()  # of its words only the Thai ones are passed
    found = versions.of(survey, [survey])["pick"]
    assert versions.spoken(found, survey, "th") == "1"
    assert versions.spoken(found, survey, "my") == "1my"
