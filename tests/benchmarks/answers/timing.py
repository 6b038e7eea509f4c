"""Seconds by two clocks: on a shared machine waiting is not work."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.figures import percentile


@dataclass(frozen=True, slots=True)
class Times:
    """Of many calls: seconds of this thread on a core, and seconds that passed."""

    cpu: list[float]
    wall: list[float]

    def told(self, part: float) -> str:
        cpu_ms, wall_ms = (
            1000 * percentile(all_, part) for all_ in (self.cpu, self.wall)
        )
        return f"{cpu_ms:.2f} ms of CPU ({wall_ms:.2f} ms passed)"


def of_each(call: Callable[[Any], object], inputs: Iterable[Any]) -> Times:
    times = Times([], [])
    for each in inputs:
        wall, cpu = time.perf_counter(), time.thread_time()
        call(each)
        times.cpu.append(time.thread_time() - cpu)
        times.wall.append(time.perf_counter() - wall)
    return times
