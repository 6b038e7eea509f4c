"""What looks odd about a response is flagged, and never more than that."""

from datetime import UTC, datetime, timedelta

import pytest

from surveys import quality
from surveys.quality import Given, Trace
from tests.surveys import making

AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
BATTERY = [f"b{number}" for number in range(5)]


def survey(size=5):
    data = making.data()
    scale = data["questions"][1]["choices"]
    data["groups"] = [{"key": "dialogue"}]
    data["questions"] = [
        {
            "key": f"b{number}",
            "kind": "scale5",
            "text": making.text(f"item {number}"),
            "choices": scale,
            "group": "dialogue",
        }
        for number in range(size)
    ] + data["questions"]
    return making.survey(**data)


def trace(id_, values, *, at=AT, step=30.0, mode="line", source=None, language="th"):
    """A response whose answers came so many seconds apart."""
    moments = [at + timedelta(seconds=step * (n + 1)) for n in range(len(values))]
    given = [
        Given(key, value, moment)
        for (key, value), moment in zip(values.items(), moments, strict=True)
    ]
    done = moments[-1] if moments else at
    return Trace(id_, language, mode, source, at, done, tuple(given))


def mixed(number):
    """Answers that nobody else gives."""
    digits = [int(digit) + 1 for digit in f"{number:05b}"[-5:]]
    spread = dict(zip(BATTERY, [*digits[:4], 3 + number % 3], strict=True))
    return spread | {"count": number % 10, "pick": "red", "say": None}


def flags(traces, of=None):
    return quality.flags(of or survey(), traces)


def test_whoever_takes_their_time_and_thinks_is_not_flagged():
    assert flags([trace("a", mixed(1))]) == {}


def test_answers_faster_than_the_words_can_be_read_are_flagged():
    assert flags([trace("a", mixed(1), step=0.5)]) == {"a": ["speeding"]}


@pytest.mark.parametrize("mode", ["paper", "enumerator"])
def test_what_an_officer_wrote_down_is_not_timed(mode):
    assert flags([trace("a", mixed(1), step=0.0, mode=mode)]) == {}


@pytest.mark.parametrize(("others", "flagged"), [(98, []), (99, ["speeding"])])
def test_half_of_the_median_is_too_fast_once_a_hundred_have_answered(others, flagged):
    crowd = [trace(f"o{n}", mixed(n), at=AT + timedelta(days=n)) for n in range(others)]
    quick = trace("quick", mixed(7), step=14.9)
    assert flags([*crowd, quick]).get("quick", []) == flagged
    just = trace("just", mixed(7), step=15.0)
    assert "just" not in flags([*crowd, just])


def test_a_pause_of_more_than_ten_minutes_is_no_time_spent():
    given = (
        Given("pick", "red", AT + timedelta(seconds=20)),
        Given("count", 3, AT + timedelta(hours=5)),
        Given("rate", 4, AT + timedelta(hours=5, seconds=10)),
    )
    slow = Trace("a", "th", "line", None, AT, given[-1].at, given)
    assert quality.seconds_spent(slow) == 30


def test_one_answer_to_a_whole_battery_is_a_straight_line():
    same = mixed(1) | dict.fromkeys(BATTERY, 4)
    assert flags([trace("a", same)]) == {"a": ["straight_lining"]}
    assert flags([trace("a", same | {"b2": 5})]) == {}
    # With one of five skipped there are four answers: too few to say.
    assert flags([trace("a", same | {"b2": None})]) == {}


def test_four_questions_alike_are_no_battery():
    same = mixed(1) | dict.fromkeys(BATTERY[:4], 4)
    same.pop("b4")
    assert flags([trace("a", same)], of=survey(size=4)) == {}


@pytest.mark.parametrize(("minutes", "flagged"), [(60, True), (61, False)])
def test_the_same_answers_within_the_hour_are_flagged_on_the_later_ones(
    minutes, flagged
):
    first = trace("a", mixed(1))
    again = trace("b", mixed(1), at=AT + timedelta(minutes=minutes))
    assert flags([again, first]) == ({"b": ["duplicate"]} if flagged else {})


def five_minutes_later(**fields):
    return trace("b", **{"values": mixed(1), "at": AT + timedelta(minutes=5)} | fields)


@pytest.mark.parametrize(
    "other",
    [{"mode": "web"}, {"mode": "telegram"}, {"language": "en"}, {"source": "abc"}],
)
def test_who_comes_again_by_another_way_is_flagged(other):
    found = flags([trace("a", mixed(1)), five_minutes_later(**other)])
    assert found == {"b": ["duplicate"]}


@pytest.mark.parametrize("first", ["line", "enumerator"])
def test_who_answers_in_the_chat_and_at_the_door_is_flagged(first):
    second = {"line": "enumerator", "enumerator": "line"}[first]
    early = trace("a", mixed(1), mode=first, source="abc")
    found = flags([early, five_minutes_later(mode=second, language="my")])
    assert found == {"b": ["duplicate"]}
    later = {"at": AT + timedelta(minutes=61), "mode": second}
    assert flags([early, five_minutes_later(**later)]) == {}


def test_who_answers_one_question_differently_is_no_duplicate():
    other = five_minutes_later(values=mixed(1) | {"count": 9})
    assert flags([trace("a", mixed(1)), other]) == {}


@pytest.mark.parametrize(
    "other", [{"mode": "enumerator"}, {"language": "en"}, {"source": "abc"}]
)
def test_an_officers_entries_are_told_apart_by_what_is_noted_beside(other):
    first = trace("a", mixed(1), mode="paper")
    second = five_minutes_later(**{"mode": "paper"} | other)
    assert flags([first, second]) == {}
    assert flags([first, five_minutes_later(mode="paper")]) == {"b": ["duplicate"]}


def test_a_few_answers_alike_are_chance():
    few = {"pick": "red", "count": 3, "rate": 4, "b0": 1}
    late = AT + timedelta(minutes=5)
    assert flags([trace("a", few), trace("b", few, at=late)]) == {}


def begun(count, *, minutes, start=0, source="abc"):
    """So many who began within these minutes, by one link."""
    return [
        trace(
            f"{source}{start}-{n}",
            mixed(n) | {"say": f"{start} {n}"},
            at=AT + timedelta(minutes=start) + timedelta(minutes=minutes * n / count),
            source=source,
        )
        for n in range(count)
    ]


def test_a_rush_through_one_link_is_flagged_and_nobody_else():
    usual = [
        each for hour in range(1, 40) for each in begun(5, minutes=9, start=60 * hour)
    ]
    rush = begun(30, minutes=9)
    beside = begun(3, minutes=9, source="xyz")
    found = flags([*usual, *rush, *beside])
    burst = {id_ for id_, marks in found.items() if "burst" in marks}
    assert burst == {each.id for each in rush}


def test_those_who_only_began_make_a_rush_as_well():
    usual = [
        each for hour in range(1, 9) for each in begun(1, minutes=9, start=60 * hour)
    ]
    few = begun(4, minutes=9)
    others = [
        quality.Begun("abc", AT + timedelta(seconds=20 * number))
        for number in range(17)
    ]
    for count, flagged in ((17, few), (16, [])):
        found = quality.flags(survey(), [*usual, *few], others[:count])
        burst = {id_ for id_, marks in found.items() if "burst" in marks}
        assert burst == {each.id for each in flagged}
    elsewhere = [each._replace(source="xyz") for each in others]
    found = quality.flags(survey(), [*usual, *few], elsewhere)
    assert not any("burst" in marks for marks in found.values())


def test_a_meeting_of_twenty_is_no_rush():
    usual = [
        each for hour in range(1, 9) for each in begun(1, minutes=9, start=60 * hour)
    ]
    found = flags([*usual, *begun(20, minutes=5)])
    assert not any("burst" in marks for marks in found.values())


def test_those_who_came_by_themselves_are_never_a_rush():
    crowd = [trace(f"o{n}", mixed(n) | {"say": str(n)}) for n in range(60)]
    assert not any("burst" in marks for marks in flags(crowd).values())
