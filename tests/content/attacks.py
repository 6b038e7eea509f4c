"""Attacks on a language model: patterns, what they want, and what carries them."""

from functools import cache
from itertools import product
from pathlib import Path

import yaml

FILE = Path(__file__).parents[1] / "sets" / "injections.yaml"


@cache
def every() -> tuple[str, ...]:
    """Each pattern with each goal in each carrier."""
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        carrier.replace("{attack}", pattern.replace("{goal}", goal))
        for pattern, goal, carrier in product(
            told["patterns"], told["goals"], told["carriers"]
        )
    )
