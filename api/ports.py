"""The live actions the console needs, which the bot fills in.

`api` knows no bot: it asks through these, and tests answer for them. They are called
with no transaction open.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from content import effects
from content.effects import Asked, Effects, Expected, Wording


def _nobody_waits() -> None:
    """The worker of another process looks by itself."""


class Weigh(Protocol):
    """`effects.weigh`, wherever it is run: it takes seconds of computing."""

    def __call__(
        self,
        live: Sequence[Wording],
        revised: Wording,
        checked: Sequence[Expected],
        recent: Sequence[Asked] = (),
    ) -> Effects: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """What the bot lends to the API; a process without a bot lends nothing."""

    wake: Callable[[], None] = _nobody_waits
    """Something is owed or has begun: the worker in this process need not wait."""
    weigh: Weigh = effects.weigh
    """What a revision would change; without a bot it is found out in this process."""
