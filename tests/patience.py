"""How long tests wait for what must happen, and limits that no slow machine meets.

No test may depend on how fast the machine is. Whoever waits for something waits as
long as `PATIENCE_S`; where a limit itself is what is tested, it is passed by putting
the loop's clock forward, at the moment from which nothing more is to come.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
PATIENCE_S = 60.0
"""Longer than anything takes on a busy machine, and below pytest's own limit."""
LOOK_S = 0.01
ENOUGH_ROUNDS = 20


class Loop(asyncio.SelectorEventLoop):
    """An event loop whose clock can be put forward: every limit in it has passed."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead_s = 0.0

    def time(self) -> float:
        return super().time() + self._ahead_s

    def forward(self, seconds: float = 3600.0) -> None:
        """Let so much time pass; callable from any thread."""
        self.call_soon_threadsafe(self._go_ahead, seconds)

    async def pass_by(self, seconds: float) -> None:
        """Let so much time pass, and what was due by then be done."""
        self._ahead_s += seconds
        for _ in range(ENOUGH_ROUNDS):
            await asyncio.sleep(0)

    def _go_ahead(self, seconds: float) -> None:
        self._ahead_s += seconds


def run(main: Callable[[Loop], Coroutine[Any, Any, T]]) -> T:
    """As `asyncio.run`, on a loop whose clock the test may put forward."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, Loop)
        return runner.run(main(loop))


def wait_for(what: Callable[[], T], why: str) -> T:
    """What it gives once that is true."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        found = what()
        if found:
            return found
        time.sleep(LOOK_S)
    raise AssertionError(f"never happened: {why}")


async def until(so: Callable[[], object]) -> None:
    """Wait, beside what else the loop does, until it is so; asked in a thread."""
    async with asyncio.timeout(PATIENCE_S):
        while not await asyncio.to_thread(so):  # noqa: ASYNC110
            await asyncio.sleep(LOOK_S)
