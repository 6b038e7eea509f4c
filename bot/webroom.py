"""Whether there is room for one more picture from the page; words are always taken."""

import shutil
from pathlib import Path

from fastapi import Request

from api.dependencies import now_of, settings_of
from api.store.session import Database
from bot.buckets import Buckets
from bot.channels.base import LARGEST_PICTURE
from bot.webdoor import Problem, network_of

HOUR_S = 3600.0
# Some two hundred pictures of a telephone: a hall full of people, no program.
BYTES_PER_HOUR_AND_NETWORK = 1024**3
MB = 1024**2


class Room:
    """Of the disk, and of what each network may have kept within an hour."""

    def __init__(self, database: Database) -> None:
        self._folder = _folder(database)
        self._bytes = Buckets(BYTES_PER_HOUR_AND_NETWORK, within_s=HOUR_S)

    def is_disk_full(self, request: Request) -> bool:
        """Whether less is free than the operator wants; of a database on a server
        nobody here can say."""
        if self._folder is None:
            return False
        least = settings_of(request).least_free_disk_mb * MB
        return shutil.disk_usage(self._folder).free < least

    def reserve(self, request: Request) -> Problem | None:
        """Room for the picture of this request; or why there is none."""
        now_s = now_of(request).timestamp()
        wait_s = self._bytes.take(network_of(request), now_s, size_of(request))
        # Not a 429: the page would try by itself, and that may be for an hour.
        return Problem(409, "web.photo_many_here", wait_s) if wait_s > 0 else None

    def give_back(self, request: Request) -> None:
        """The picture was not kept."""
        self._bytes.give_back(network_of(request), size_of(request))


def size_of(request: Request) -> int:
    """How many bytes it says the picture has; as many as may be where it does not."""
    declared = request.headers.get("content-length", "")
    size = int(declared) if declared.isdecimal() else LARGEST_PICTURE
    return min(size, LARGEST_PICTURE)


def _folder(database: Database) -> Path | None:
    """Where pictures are kept; None: on a server, or nowhere."""
    file = database.engine.url.database
    if not database.is_sqlite or not file or file == ":memory:":
        return None
    return Path(file).absolute().parent
