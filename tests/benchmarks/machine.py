"""The machine the figures are from, in words: cores, memory, disk."""

import atexit
import os
import platform
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path

from tests.benchmarks.figures import median, ms

FSYNCS = 200
BLOCK = 4096
# The usual folder for scratch is often memory, where a flush costs nothing: not
# where a town keeps its database.
DISK = Path("/var/tmp")


@cache
def folder() -> Path:
    """A folder on a disk for this run; gone at its end. TMPDIR names another place."""
    place = None if "TMPDIR" in os.environ or not DISK.is_dir() else DISK
    path = Path(tempfile.mkdtemp(prefix="ecotown-figures-", dir=place))
    # A PostgreSQL server in it is registered later, and therefore stopped before.
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def in_words() -> str:
    """Kind of system, cores, memory, and how long the disk takes for a flush."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB of memory, {BLOCK // 1024} KB written and flushed to the "
        f"disk in {ms(fsync_s(folder()))} (median of {FSYNCS}), "
        f"Python {platform.python_version()}"
    )


def fsync_s(path: Path, count: int = FSYNCS) -> float:
    """The median of `count` times: write a block, flush it to the disk."""
    block, times = os.urandom(BLOCK), []
    with tempfile.NamedTemporaryFile(dir=path, buffering=0) as file:
        for _ in range(count):
            start = time.perf_counter()
            file.write(block)
            os.fsync(file.fileno())
            times.append(time.perf_counter() - start)
    return median(times)
