"""The live actions the console needs, which the bot fills in.

`api` knows no bot: it asks through these, and tests answer for them. They are called
with no transaction open.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from api.store import export_files
from api.store.export_files import Form, Written
from api.store.session import Database
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


class Export(Protocol):
    """`export_files.write`, wherever it is run: of a large wave it takes seconds."""

    def __call__(
        self,
        database: Database,
        wave_key: str,
        form: Form,
        language: str,
        path: Path,
    ) -> Written: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """What the bot lends to the API; a process without a bot lends nothing."""

    wake: Callable[[], None] = _nobody_waits
    """Something is owed or has begun: the worker in this process need not wait."""
    weigh: Weigh = effects.weigh
    """What a revision would change; without a bot it is found out in this process."""
    export: Export = export_files.write
    """Write a wave's rows to a file; without a bot in this process."""
