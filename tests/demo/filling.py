"""Lets the made-up residents talk, many at once, each waiting for its answers."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.demo.answers import Presses, Step
from tests.demo.phones import Phone, connected
from tests.demo.residents import MadeUp
from tests.demo.town import Demo

# Enough to keep the town busy, few enough that the first of them are soon done and
# the town has its first numbers.
AT_ONCE = {"line": 16, "telegram": 8, "web": 12}
# After this long without the answer a resident gives up.
PATIENCE_S = 60.0


@dataclass
class Filled:
    """How far it is."""

    done: int = 0
    unanswered: list[str] = field(default_factory=list)
    """Who waited for an answer in vain: their channel, and what they wanted next."""


async def fill(
    people: Sequence[MadeUp],
    demo: Demo,
    *,
    on_done: Callable[[Filled], None] = lambda filled: None,
) -> Filled:
    """Everyone's whole conversation; `on_done` hears of each that has ended."""
    filled = Filled()
    room = {channel: asyncio.Semaphore(most) for channel, most in AT_ONCE.items()}

    async with connected(demo) as phone:

        async def live(who: MadeUp) -> None:
            async with room[who.channel]:
                in_vain = await _talk(who, phone(who))
            filled.done += 1
            if in_vain:
                filled.unanswered.append(in_vain)
            on_done(filled)

        await asyncio.gather(*(live(who) for who in people))
    return filled


async def _talk(who: MadeUp, phone: Phone) -> str:
    """The whole conversation; where it broke off, or nothing."""
    await phone.begin()
    for step in (*who.steps, None):
        try:
            async with asyncio.timeout(PATIENCE_S):
                await _take(step, phone)
        except TimeoutError:
            return f"{who.channel}: {step}"
    return ""


async def _take(step: Step | None, phone: Phone) -> None:
    """Wait for the answer to the step before, then take this one."""
    heard = await phone.hear()
    if isinstance(step, Presses):
        while not (data := _ending(heard, step.ending)):
            heard = await phone.hear()
        await phone.press(data)
    elif step is not None:
        await phone.say(step.text)


def _ending(heard: list[str], ending: str) -> str:
    return next((data for data in heard if data.endswith(ending)), "")
