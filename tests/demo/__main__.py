"""`make demo`: the town of made-up people, until it is interrupted."""

import asyncio
import logging
import os
import signal
import socket
import sys
import time
from pathlib import Path

from bot import logs
from tests.demo import residents, town
from tests.demo.filling import Filled, fill
from tests.demo.town import Demo
from tests.platforms.server import HOST

FOLDER = Path("data/demo")
RESIDENTS = 400
TELL_EVERY = 100

GREETING = """
A town of made-up people. Nothing leaves this machine: LINE and Telegram are
stand-ins, and every number says ข้อมูลสมมุติ / made up.

  {here}           the town's page
  {here}/chat      talk to the bot yourself
  {here}/console   the officers' side; these two may sign in:

      {wrote:<8} {wrote_password}    has proposed to send a report
      {other:<8} {other_password}    may approve it, and watch the ledger

Ctrl-C ends it; the next start begins anew.
"""


def main() -> int:
    """Start, say what to open, fill the town, wait for the end."""
    logs.configure("warning")
    port = int(os.environ.get("ECOTOWN_PORT", "8000"))
    if not _is_free(port):
        _say(f"Port {port} is taken: stop what uses it, or set ECOTOWN_PORT.")
        return 1
    asyncio.run(_run(port))
    return 0


async def _run(port: int) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    _say("Starting; a few seconds.")
    with town.running(FOLDER, port=port) as demo:
        _greet(demo, port)
        filling = asyncio.create_task(_fill(demo))
        await stopped.wait()
        _say("Stopping.")
        # Open pages are cut off while they wait for news, and uvicorn complains.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        filling.cancel()
        await asyncio.gather(filling, return_exceptions=True)


def _greet(demo: Demo, port: int) -> None:
    (wrote, wrote_password), (other, other_password) = demo.passwords.items()
    _say(
        GREETING.format(
            here=f"http://localhost:{port}",
            wrote=wrote,
            wrote_password=wrote_password,
            other=other,
            other_password=other_password,
        )
    )


async def _fill(demo: Demo) -> None:
    people = residents.make(RESIDENTS, demo.survey)
    began = time.monotonic()
    _say(f"{len(people)} made-up residents begin to talk; the numbers grow meanwhile.")

    def tell(filled: Filled) -> None:
        if filled.done % TELL_EVERY == 0 and filled.done < len(people):
            _say(f"  {filled.done} have said what they wanted")

    try:
        filled = await fill(people, demo, on_done=tell)
    except Exception as error:
        _say(f"The made-up residents fell silent ({type(error).__name__}).")
        return
    took = time.monotonic() - began
    _say(f"The town is full: {filled.done} residents in {took:.0f} seconds.")
    told = await asyncio.to_thread(demo.release)
    _say(f"The survey is closed; its officers have released {told} values.")
    if filled.unanswered:
        _say(f"{len(filled.unanswered)} of them waited for an answer in vain.")


def _is_free(port: int) -> bool:
    """Asked before anything of an earlier demonstration is thrown away."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
