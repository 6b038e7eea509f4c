"""What burns CPU runs in a spawned child process: the chat never waits for it."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def run(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of `work`, done by a child that ends afterwards.

    `work` is a plain function of a module; it and its arguments are pickled. Blocks:
    call it in a thread. The child is not kept, for its memory is worth more than
    the second it takes to start.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as children:
        return children.submit(work, *args, **kwargs).result()
