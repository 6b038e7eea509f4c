"""The live actions the console needs, which the bot fills in.

`api` knows no bot: it asks through these, and tests answer for them. They are called
with no transaction open.
"""

from collections.abc import Callable
from dataclasses import dataclass


def _nobody_waits() -> None:
    """The worker of another process looks by itself."""


@dataclass(frozen=True, slots=True)
class Ports:
    """What the bot lends to the API; a process without a bot lends nothing."""

    wake: Callable[[], None] = _nobody_waits
    """Something is owed or has begun: the worker in this process need not wait."""
