"""Work for another process, which imports this file and nothing more of the tests."""

import os
import signal
import sys
from importlib import import_module


def modules_after(name):
    """What that process has imported, `name` included."""
    import_module(name)
    return set(sys.modules)


def say_much():
    sys.stdout.write("not the result")
    os.write(1, b"nor this")
    return "the result"


def fail(text):
    raise ValueError(text)


def be_killed():
    os.kill(os.getpid(), signal.SIGKILL)


def leave(code):
    os._exit(code)


def give_what_cannot_be_sent():
    return lambda: None
