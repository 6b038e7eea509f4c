"""Runs both stand-ins until interrupted: `python -m tests.platforms`."""

import argparse
import signal
import sys

from tests.platforms.line import LineStandIn
from tests.platforms.telegram import TelegramStandIn

STOPS = (signal.SIGINT, signal.SIGTERM)


def main(arguments: list[str] | None = None) -> None:
    """Start, print the addresses, wait for SIGINT or SIGTERM, stop."""
    options = _options(arguments)
    latency_s = None if options.no_latency else (0.1, 0.3)
    # The webhooks come from elsewhere, and so do the reply tokens in them.
    line = LineStandIn(
        port=options.line_port,
        token=options.line_token,
        latency_s=latency_s,
        any_reply_token=True,
    )
    telegram = TelegramStandIn(
        port=options.telegram_port, token=options.telegram_token, latency_s=latency_s
    )
    # Blocked before any thread begins, and waited for: a handler that sets an Event
    # can meet the lock of the very wait it interrupted, and hang.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    with line, telegram:
        sys.stdout.write(f"LINE      {line.url}\nTelegram  {telegram.url}\n")
        sys.stdout.flush()
        signal.sigwait(STOPS)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.platforms")
    parser.add_argument("--line-port", type=int, default=4010)
    parser.add_argument("--telegram-port", type=int, default=4011)
    parser.add_argument("--line-token", default="stand-in-token")
    parser.add_argument("--telegram-token", default="100001:stand-in-token")
    parser.add_argument("--no-latency", action="store_true", help="answer at once")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
