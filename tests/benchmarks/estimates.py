"""How often intervals hold the truth: `python -m tests.benchmarks.estimates`."""

import argparse
import sys
import time

import numpy as np

from surveys.estimate import raking, replicates
from surveys.estimate.margins import Margin
from tests.benchmarks import figures
from tests.benchmarks.figures import Figure
from tests.surveys.estimate import coverage

RUNS = 2000
BOOTSTRAP_SIZES = (60, 100, 400)
TOLD_SIZES = (30, 50, 100, 200, 400, 1000)
SEED = 20260101
INDICATORS = 15
PEOPLE = 100_000
AIM_S = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.estimates")
    parser.add_argument("--runs", type=int, default=RUNS, help="samples for each n")
    options = parser.parse_args()
    for n in TOLD_SIZES:
        held = coverage.of_wilson(n)
        text = f"Wilson, n {n}: least {held.min():.4f}, mean {held.mean():.4f}\n"
        sys.stdout.write(text)
    sys.stdout.write(f"{figures.as_text(_found(options.runs))}\n")


def measure(quick: bool) -> list[Figure]:
    return _found(50 if quick else RUNS)


def _found(runs: int) -> list[Figure]:
    return [*shares(), *means(runs), weighting()]


def shares() -> list[Figure]:
    """Every n and a share every half point: no simulation, the exact sum."""
    held = {n: coverage.of_wilson(n) for n in coverage.SIZES}
    averages = [float(each.mean()) for each in held.values()]
    least_at, least = min(
        ((n, float(each.min())) for n, each in held.items()), key=lambda pair: pair[1]
    )
    met = min(averages) >= 0.94 and max(averages) <= 0.96
    return [
        Figure(
            subject="coverage of Wilson's interval, mean over shares, n 30 to 1,000",
            aim="94 to 96 % at every n",
            reached=f"{min(averages):.2%} to {max(averages):.2%}",
            met=met,
            note=f"the least at a single share is {least:.2%}, at n {least_at}",
        )
    ]


def means(runs: int) -> list[Figure]:
    """Simulated: told, not promised, as bootstraps of skewed answers fall short."""
    found = []
    for n in BOOTSTRAP_SIZES:
        held = coverage.of_mean(n, runs, SEED + n)
        error = 1.96 * (held * (1 - held) / runs) ** 0.5
        found.append(
            Figure(
                subject=f"coverage of the bootstrapped mean of skewed points, n {n}",
                aim="95 %",
                reached=f"{held:.1%} +- {error:.1%} in {runs:,} samples",
            )
        )
    return found


def weighting() -> Figure:
    """A wave raked 2,000 times, and the intervals of all its indicators."""
    rng = np.random.default_rng(SEED)
    sizes = {"sex": 2, "age": 4, "community": 10}
    drawn = rng.multinomial(PEOPLE, rng.dirichlet(np.full(80, 5.0)))
    counts = drawn.reshape(*sizes.values())
    cells = {
        tuple(map(str, where)): int(counts[where]) for where in np.ndindex(counts.shape)
    }
    margins = [
        Margin(
            name,
            dict(
                zip(map(str, range(k)), rng.dirichlet([30.0] * k).tolist(), strict=True)
            ),
        )
        for name, k in sizes.items()
    ]
    started = time.perf_counter()
    wave = raking.rake(cells, margins)
    chances = [0.1, 0.1, 0.2, 0.3, 0.2, 0.1]  # the last: no answer
    answers = rng.multinomial(np.array(wave.counts), chances)[:, :5].tolist()
    samples = replicates.draw(wave, seed=SEED)
    for indicator in range(INDICATORS):
        replicates.weighted_mean_interval(
            samples, (1, 2, 3, 4, 5), answers, indicator=indicator
        )
    took_s = time.perf_counter() - started
    return Figure(
        subject=f"a wave of {PEOPLE:,} weighted by 3 margins, {INDICATORS} indicators "
        f"with intervals from {len(samples.counts):,} raked samples",
        aim=f"{AIM_S:.0f} s",
        reached=f"{took_s:.2f} s",
        met=took_s <= AIM_S,
    )


if __name__ == "__main__":
    main()
