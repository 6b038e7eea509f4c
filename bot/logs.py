"""Logs: structured lines that never hold a text, a name, a token or an address.

What the program logs are words and numbers it chose itself; what libraries log is
let through from warnings up, without their tracebacks, whose values we do not know.
"""

import logging
import sys
from pathlib import Path
from typing import Any

import structlog

# They write whole addresses, some with tokens in them, at lower levels.
LOUD = ("httpx", "httpcore", "telegram", "linebot", "aiohttp", "asyncio", "uvicorn")


def configure(level: str) -> None:
    """One line an event on standard error."""
    number = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = _Plain()
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


def trouble(error: BaseException) -> dict[str, str]:
    """What a log may tell of an error: its class and where it was raised.

    Never its message: a database's quotes the values it was given.
    """
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = "unknown"
    if frame is not None:
        where = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}"
    return {"reason": type(error).__name__, "where": where}


def tell_parked(why: str | None, deliveries: int) -> None:
    """What waits for the residents' next words. Replies that came too late for their
    tokens are an operator's business; what waits for next month's quota is routine."""
    log: Any = structlog.get_logger()
    tell = log.warning if why == "late" else log.info
    tell("parked", why=why, deliveries=deliveries)


class _Plain(logging.Handler):
    """Another library's warning as one structured line: who, how bad, what kind."""

    def emit(self, record: logging.LogRecord) -> None:
        log: Any = structlog.get_logger()
        error = record.exc_info[0] if record.exc_info else None
        log.log(
            record.levelno,
            "library",
            logger=record.name,
            where=f"{record.module}:{record.lineno}",
            reason=error.__name__ if error else None,
        )
