"""What burns CPU runs in a child process: the chat never waits for it.

This file is also that child's whole program. It imports nothing of ours, so that the
child holds no more than what unpickling and the work itself need. (A child spawned by
`multiprocessing` imports the program that was started: all of the command line, the
platforms' libraries, the web framework.)
"""

import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class AsideError(Exception):
    """The child did not come back with a result: it failed, or was killed."""


def run(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of `work`, done by a child that ends afterwards.

    `work` is a plain function of a module; its arguments and its result are pickled.
    Blocks: call it in a thread. The child is not kept, for its memory is worth more
    than the second it takes to start.
    """
    module, name = work.__module__, work.__name__
    task = (sys.path, module, name, args, kwargs)
    # By its path, -P: nothing beside this file may pass for a module of Python's.
    child = subprocess.run(
        [sys.executable, "-P", __file__],
        input=pickle.dumps(task),
        stdout=subprocess.PIPE,
        check=False,
    )
    if child.returncode < 0:
        raise AsideError(f"{module}.{name} was killed by signal {-child.returncode}")
    if child.returncode > 0:
        raise AsideError(f"{module}.{name} ended with {child.returncode}")
    done, found = pickle.loads(child.stdout)
    if not done:
        raise AsideError(f"{module}.{name}: {found}")
    result: R = found
    return result


def _main() -> None:
    # Who is told to stop, by Ctrl-C for instance, is the parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answer:
        # Whatever is printed meanwhile must not stand in the answer.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        pickle.dump(_answer(), answer, protocol=pickle.HIGHEST_PROTOCOL)


def _answer() -> tuple[bool, Any]:
    """(True, the result), or (False, the class of what went wrong and its place).

    Never its message, which may quote what the work was given.
    """
    try:
        sys.path[:], module, name, args, kwargs = pickle.load(sys.stdin.buffer)
        return True, getattr(import_module(module), name)(*args, **kwargs)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        return False, f"{type(error).__name__} at {place}"


if __name__ == "__main__":
    _main()
