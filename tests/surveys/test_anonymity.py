"""Row-level files: whoever is told has at least four others like them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from surveys import anonymity
from tests.surveys import making

features = st.tuples(*(st.sampled_from("abc") for _ in range(3)))
counts = st.dictionaries(features, st.integers(1, 9), max_size=27)


@given(counts, st.integers(2, 6))
def test_every_combination_that_is_told_has_at_least_k_rows(counts, k):
    told = anonymity.recode(counts, k)
    sizes = Counter()
    for found, count in counts.items():
        if told[found] is not None:
            sizes[told[found]] += count
    assert all(size >= k for size in sizes.values())


@given(counts)
def test_nothing_is_hidden_from_who_has_enough_like_them(counts):
    told = anonymity.recode(counts)
    shown = {each: told[each] for each, n in counts.items() if n >= anonymity.K}
    assert all(as_told in (each, None) for each, as_told in shown.items())


@given(counts)
def test_who_is_left_out_is_known_by_no_total(counts):
    told = anonymity.recode(counts)
    left_out = sum(n for each, n in counts.items() if told[each] is None)
    everyone = sum(counts.values())
    assert left_out in (0, everyone) or left_out >= anonymity.K
    for found, shown in told.items():
        pairs = zip(found, shown or found, strict=True)
        assert all(one in (each, anonymity.HIDDEN) for each, one in pairs)


def test_a_smallest_group_goes_with_the_few_that_are_left_out():
    told = anonymity.recode({("f",): 9, ("m",): 6, ("x",): 1})
    assert told == {("f",): ("f",), ("m",): None, ("x",): None}


def test_the_last_feature_is_hidden_first():
    told = anonymity.recode({("f", "x"): 3, ("f", "y"): 2, ("m", "x"): 9})
    assert told["f", "x"] == told["f", "y"] == ("f", "*")
    assert told["m", "x"] == ("m", "x")


def test_questions_that_tell_who_somebody_is_are_found():
    data = making.data()
    data["questions"][0]["key"] = "sex"
    data["questions"][3]["identifying"] = True
    survey = making.Survey.model_validate(data)
    assert [each.key for each in anonymity.identifying(survey)] == ["sex", "count"]


def test_what_role_somebody_has_in_the_town_tells_who_they_are():
    data = making.data()
    data["questions"][0]["key"] = "role"
    survey = making.Survey.model_validate(data)
    assert [each.key for each in anonymity.identifying(survey)] == ["role"]


def test_a_question_the_population_is_counted_by_tells_who_somebody_is():
    found = anonymity.identifying(making.survey(), {"pick"})
    assert [each.key for each in found] == ["pick"]
