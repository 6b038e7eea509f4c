"""The axis that figures of an indicator are drawn on."""

import pytest

from api.pages import axis


@pytest.mark.parametrize(
    ("unit", "figures", "ticks"),
    [
        ("percent", [3.0], (0, 25, 50, 75, 100)),
        ("points", [1.0, 4.9], (1, 2, 3, 4, 5)),
        ("points", [0.5, 7.2], (0, 2, 4, 6, 8, 10)),
        ("days", [37.0], (0, 10, 20, 30, 40)),
        ("people", [401.0], (0, 200, 400, 600, 800)),
        ("count", [], (0, 1, 2, 3, 4)),
    ],
)
def test_an_axis_has_room_for_every_figure(unit, figures, ticks):
    found = axis.of(unit, figures)
    assert found.ticks == ticks
    assert found.at(ticks[0]) == 0
    assert found.at(ticks[-1]) == 100
    assert found.at(ticks[-1] * 9) == 100
