"""A value is not released where all that was released would give a few people away."""

import pytest

from api.errors import DomainError
from api.store import append_only, exposing, indicators, releases
from api.store.models import Response, Wave
from surveys.flow import State
from surveys.record_words import FEW_ALIKE
from tests.api import answered
from tests.api.store import cuts, releasing, waving

CODE = "ET-S5"
BEST = "TN-BEST"


@pytest.fixture(autouse=True)
def town(tmp_path, monkeypatch):
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))


@pytest.fixture
def freeze(database, clock):
    """A frozen wave: `freeze([({"dialogue": 5}, 40), ...])`; options as of a row."""

    def freeze(*groups, **fields):
        with database.write() as session:
            made = waving.opened(session, clock(), **fields)
            for row, count, *options in groups:
                more = options[0] if options else {}
                answered.fill(session, made, [row] * count, clock(), **more)
        waving.frozen(database, made, clock.forward(days=7))
        return made

    return freeze


def dialogue(**counts):
    """`dialogue(p5=40)`: forty who chose the fifth point."""
    return [({"dialogue": int(point[1:])}, count) for point, count in counts.items()]


def release(database, clock, code, language="all"):
    return releasing.released(database, clock(), code, "w1", language)


def refused(database, clock, code, **more):
    with pytest.raises(DomainError) as raised:
        release(database, clock, code, **more)
    return raised.value


def test_two_cuts_of_a_question_that_leave_few_between_them_are_not_both_released(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=57, p4=3, p5=40))
    release(database, clock, CODE)
    error = refused(database, clock, BEST)
    assert error.key == "error.release_collides"
    assert error.values["figures"] == (f"{CODE} w1 rev. 1",)


def test_whichever_of_them_comes_first(database, clock, freeze):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=57, p4=3, p5=40))
    release(database, clock, BEST)
    assert refused(database, clock, CODE).values["figures"] == (f"{BEST} w1 rev. 1",)


def test_cuts_with_enough_people_between_them_are_released(database, clock, freeze):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=55, p4=5, p5=40))
    release(database, clock, CODE)
    release(database, clock, BEST)


BENCHMARK = {
    "question": "dialogue",
    "values": [5],
    "percent": 35.0,
    "source": "สำนักงานสถิติแห่งชาติ",
    "as_of": "2022-12-31",
}


def test_the_share_beside_a_benchmark_is_a_figure_too(database, clock, freeze):
    freeze(*dialogue(p2=57, p4=3, p5=40), benchmark=BENCHMARK)
    error = refused(database, clock, CODE)
    assert error.key == "error.release_collides"
    assert error.values["figures"] == (f"{CODE} w1 rev. 1",)


def test_a_benchmark_with_enough_people_between_is_told(database, clock, freeze):
    freeze(*dialogue(p2=55, p4=5, p5=40), benchmark=BENCHMARK)
    release(database, clock, CODE)


def test_the_share_told_beside_another_figure_counts(database, clock, freeze):
    cuts.add("tn", {"TN-H": cuts.share("heard", "yes")})
    heard = [({**row, "heard": "yes"}, n) for row, n in dialogue(p2=57, p4=3, p5=40)]
    unheard = [({**row, "heard": "no"}, n) for row, n in dialogue(p2=30, p5=30)]
    freeze(*heard, *unheard, benchmark=BENCHMARK)
    release(database, clock, "TN-H")
    assert refused(database, clock, CODE).values["figures"] == (
        "TN-H w1 rev. 1, dialogue",
    )


def test_a_cut_that_is_hidden_is_not_given_away_by_its_neighbours(
    database, clock, freeze
):
    cuts.add(
        "tn",
        {"TN-1": cuts.share("dialogue", 1, 2), "TN-2": cuts.share("dialogue", 3)},
    )
    freeze(*dialogue(p2=57, p3=40, p4=3))
    release(database, clock, CODE)  # tells that fewer than five gave it
    release(database, clock, "TN-1")
    assert refused(database, clock, "TN-2").key == "error.release_collides"


def test_a_new_edition_that_counts_otherwise_is_held_against_the_old(
    database, clock, freeze
):
    cuts.add("tn", {"TN-1": cuts.share("dialogue", 4, 5)})
    freeze(*dialogue(p2=57, p4=3, p5=40))
    release(database, clock, "TN-1")
    cuts.add("tn", {"TN-1": cuts.share("dialogue", 5)}, edition="2")
    with database.write() as session:
        wave = releases_wave(session, "TN-1")
        indicators.compute(session, wave, clock.forward(days=1), reason="R-method")
    error = refused(database, clock, "TN-1")
    assert error.values["figures"] == ("TN-1 w1 rev. 1",)


def releases_wave(session, code):
    return indicators.find(session, code, "w1").wave_id


def test_what_was_withdrawn_was_told_all_the_same(database, clock, freeze):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=57, p4=3, p5=40))
    release(database, clock, CODE)
    with database.write() as session:
        _, boon, _ = releasing.staff(session, clock())
        value = indicators.find(session, CODE, "w1")
        releases.withdraw(
            session, value.id, boon.id, reason="C-error", why="นับผิด", now=clock()
        )
    assert refused(database, clock, BEST).values["figures"] == (f"{CODE} w1 rev. 1",)


WORKERS = {"in": [{"var": "role"}, ["works"]]}


MISTAKE = "C-error"


def put_wrong(database, clock, code, n, gave, **changed):
    """A released figure, after the true one, that was worked out wrongly."""
    with database.write() as session:
        wave = session.get_one(Wave, indicators.find(session, code, "w1").wave_id)
        fields = {"revision": 2, "numerator": gave} | changed
        releasing.put(session, wave, code, n, gave, clock.forward(hours=1), **fields)


def mend(database, clock):
    with database.write() as session:
        wave = releases_wave(session, CODE)
        indicators.compute(session, wave, clock.forward(hours=1), reason=MISTAKE)


@pytest.mark.parametrize(
    ("n", "gave"), [(100, 45), (90, 45)], ids=["numerator", "base"]
)
def test_a_correction_of_a_figure_that_no_answers_gave_is_released(
    database, clock, freeze, n, gave
):
    freeze(*dialogue(p2=50, p5=50))
    put_wrong(database, clock, CODE, n, gave)
    mend(database, clock)
    made = releases.record_of(release(database, clock, CODE))
    assert (made.revision.number, made.n, made.numerator) == (3, 100, 50)


def test_so_is_one_of_a_figure_that_was_kept_back_by_mistake(database, clock, freeze):
    freeze(*dialogue(p2=50, p5=50))
    kept = {"value": FEW_ALIKE, "numerator": FEW_ALIKE}
    put_wrong(database, clock, CODE, 100, 52, **kept)
    mend(database, clock)
    assert releases.record_of(release(database, clock, CODE)).value == 50.0


@pytest.mark.parametrize(
    ("n", "gave"), [(100, 47), (97, 41), (103, 60)], ids=["share", "less", "more"]
)
def test_a_mistaken_figure_was_told_all_the_same(database, clock, freeze, n, gave):
    freeze(*dialogue(p2=50, p5=50))
    put_wrong(database, clock, CODE, n, gave)
    mend(database, clock)
    error = refused(database, clock, CODE)
    assert error.key == "error.release_collides"
    assert error.values["figures"] == (f"{CODE} w1 rev. 2",)


def test_a_mistaken_figure_that_still_stands_stops_the_others_of_its_question(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=50, p4=30, p5=40))
    put_wrong(database, clock, CODE, 120, 60)
    assert refused(database, clock, BEST).key == "error.evidence_broken"
    mend(database, clock)
    release(database, clock, BEST)
    release(database, clock, CODE)


def test_a_mistaken_figure_that_was_withdrawn_does_not_stop_them(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=50, p4=30, p5=40))
    put_wrong(database, clock, CODE, 120, 60)
    with database.write() as session:
        _, boon, _ = releasing.staff(session, clock())
        value = indicators.find(session, CODE, "w1")
        releases.withdraw(
            session, value.id, boon.id, reason="R-data", why="นับผิด", now=clock()
        )
    release(database, clock, BEST)


def test_the_base_of_a_mistaken_figure_was_told_where_it_was_right(
    database, clock, freeze
):
    """Three of those to whom the rule applies do not know: the other figure's base
    beside the mistaken one's would tell that."""
    cuts.add("tn", {BEST: cuts.share("dialogue", 5, where=WORKERS)})
    works, lives = {"role": "works"}, {"role": "lives"}
    freeze(
        ({"dialogue": 5} | works, 60),
        ({"dialogue": 2} | works, 60),
        ({"dialogue": 5} | lives, 3),
    )
    put_wrong(database, clock, CODE, 123, 40)
    mend(database, clock)
    assert refused(database, clock, BEST).key == "error.release_exposes_few"


def test_those_who_are_outside_a_rule_are_not_few(database, clock, freeze):
    cuts.add("tn", {"TN-W": cuts.share("dialogue", 4, 5, where=WORKERS)})
    works, lives = {"role": "works"}, {"role": "lives"}
    freeze(
        ({"dialogue": 5} | works, 60),
        ({"dialogue": 2} | works, 60),
        ({"dialogue": 5} | lives, 3),
    )
    assert refused(database, clock, "TN-W").key == "error.release_exposes_few"


@pytest.mark.parametrize(("satisfied", "told"), [(3, False), (30, True)])
def test_the_rest_of_all_beside_some_of_them_are_not_few(
    database, clock, freeze, satisfied, told
):
    cuts.add("tn", {"TN-W": cuts.share("dialogue", 4, 5, where=WORKERS)})
    works, lives = {"role": "works"}, {"role": "lives"}
    freeze(
        ({"dialogue": 5} | works, 60),
        ({"dialogue": 2} | works, 60),
        ({"dialogue": 5} | lives, satisfied),
        ({"dialogue": 2} | lives, 40),
    )
    release(database, clock, CODE)
    if told:
        release(database, clock, "TN-W")
    else:
        assert refused(database, clock, "TN-W").key == "error.release_collides"


def test_all_shipped_indicators_of_an_ordinary_wave_are_released(
    database, clock, freeze
):
    """Two groups that overlap, an index beside its items, a few who skip."""
    items = ("water", "air", "noise", "safety")

    def row(number):
        places = {key: 1 + (number * step) % 5 for step, key in enumerate(items, 1)}
        role = ("lives", "works", "both")[number % 3]
        rest = {"dialogue": 1 + number % 5, "quality_of_life": 1 + number * 2 % 5}
        found = {**places, **rest, "role": role, "heard": "yes" if number % 2 else "no"}
        if number % 40 == 0:
            found[items[number // 40 % 4]] = State.SKIPPED
        return found

    freeze(*((row(number), 1) for number in range(240)))
    with database.read() as session:
        codes = [
            each.code
            for each in indicators.standing(session)
            if each.n and each.language == "all"
        ]
    assert {"ET-S12", "ET-S13", "ET-S14"} <= {*codes}
    for code in codes:
        release(database, clock, code)


def test_that_a_few_answered_in_another_language_is_not_released(
    database, clock, freeze
):
    few = ({"dialogue": 5}, 4, {"language": "my"})
    freeze(*dialogue(p2=50, p5=50), few)
    assert refused(database, clock, CODE, language="my").key == (
        "error.release_exposes_few"
    )


def test_a_mean_beside_a_share_does_not_tell_who_is_left(database, clock, freeze):
    cuts.add("tn", {"TN-M": cuts.mean("dialogue"), BEST: cuts.share("dialogue", 5)})
    # Everybody is at one end but six; with the share it is known where these are.
    freeze(*dialogue(p1=50, p4=2, p5=44))
    release(database, clock, BEST)
    assert refused(database, clock, "TN-M").key == "error.release_collides"


def touch(database, count):
    """So many frozen responses fewer, past everything that protects them."""
    table = Response.__table__
    with database.engine.begin() as connection:
        append_only.release(connection)
        first = connection.scalars(table.select().limit(count)).all()
        connection.execute(
            table.update().where(table.c.id.in_(first)).values(excluded="staff")
        )
        append_only.protect(connection)


def test_released_figures_that_do_not_follow_from_the_answers_stop_everything(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=50, p4=30, p5=40))
    release(database, clock, CODE)
    touch(database, 1)
    assert refused(database, clock, BEST).key == "error.evidence_broken"


def test_answers_that_were_touched_are_no_mistake_of_the_figures(
    database, clock, freeze
):
    freeze(*dialogue(p2=50, p4=30, p5=40))
    release(database, clock, CODE)
    touch(database, 20)
    mend(database, clock)
    assert refused(database, clock, CODE).key == "error.evidence_broken"


def test_looking_beforehand_is_believed_only_of_the_same_record_and_releases(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=57, p4=3, p5=40))
    with database.read() as session:
        value = indicators.find(session, BEST, "w1")
        looked = releases.look(session, value.id)
        assert looked.collides is None
    release(database, clock, CODE)
    with database.write() as session:
        _, boon, _ = releasing.staff(session, clock())
        with pytest.raises(DomainError, match="collides"):
            releases.propose(session, value.id, boon.id, clock(), looked=looked)


def test_looking_beforehand_spares_reading_the_answers(
    database, clock, freeze, monkeypatch
):
    freeze(*dialogue(p2=50, p5=50))
    with database.read() as session:
        value = indicators.find(session, CODE, "w1")
        looked = releases.look(session, value.id)
    monkeypatch.setattr(exposing.sheets, "load", None)
    with database.write() as session:
        _, boon, chai = releasing.staff(session, clock())
        made = releases.propose(session, value.id, boon.id, clock(), looked=looked)
        releases.approve(
            session, made.id, chai.id, seen_sha256=made.sha256, now=clock(),
            looked=looked,
        )  # fmt: skip


def test_what_is_released_meanwhile_is_seen_when_the_second_officer_approves(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(*dialogue(p2=57, p4=3, p5=40))
    with database.write() as session:
        _, boon, _ = releasing.staff(session, clock())
        value = indicators.find(session, BEST, "w1")
        made = releases.propose(session, value.id, boon.id, clock())
    release(database, clock, CODE)
    with database.write() as session:
        *_, chai = releasing.staff(session, clock())
        seen = made.sha256
        with pytest.raises(DomainError, match="collides"):
            releases.approve(session, made.id, chai.id, seen_sha256=seen, now=clock())
