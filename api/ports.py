"""The few live actions the console needs, which the bot fills in.

`api` knows no platform: it asks through these, and tests answer for them. They are
called from plain `def` endpoints, with no transaction open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from content.outbound import Outbound
from surveys.definition import Survey


@dataclass(frozen=True, slots=True)
class ChannelHealth:
    """What a platform said when it was asked just now."""

    ok: bool
    detail: str
    """One line for an officer; never a token or an address."""


class ChannelPort(Protocol):
    """A platform, as far as officers talk to it."""

    def check(self) -> ChannelHealth:
        """Ask the platform whether our credentials and webhook are right."""
        ...

    def problems(
        self, messages: tuple[Outbound, ...], language: str
    ) -> tuple[str, ...]:
        """What the platform would refuse in these messages; empty: nothing."""
        ...


class SurveyPreview(Protocol):
    def __call__(
        self, survey: Survey, language: str, said: tuple[str, ...]
    ) -> tuple[Outbound, ...]:
        """What the bot says after a resident has said all this."""
        ...


def _nobody_waits() -> None:
    """The worker of another process looks by itself."""


@dataclass(frozen=True, slots=True)
class Ports:
    """What the bot lends to the API; a process without a bot lends nothing."""

    wake: Callable[[], None] = _nobody_waits
    """Something is owed or has begun: the worker in this process need not wait."""
    channels: Mapping[str, ChannelPort] = field(default_factory=dict)
    preview: SurveyPreview | None = None
