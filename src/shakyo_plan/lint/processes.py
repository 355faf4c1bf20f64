"""One function on many things, in several processes at a time."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AT_A_TIME = 16


def in_processes(function: Callable[[T], R], things: Sequence[T], processes: int) -> Iterator[R]:
    """Yield what the function gives for each thing, in their order.

    A process that is ended from outside, for want of memory for example, loses nothing: this one
    does the rest. None lives longer than this one, however this one ends.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    pool = ProcessPoolExecutor(processes, initializer=_follow_the_first)
    try:
        with _interrupts_for_the_first_only():
            results = pool.map(function, things, chunksize=_AT_A_TIME)
        for result in results:
            yield result
            done += 1
    except BrokenProcessPool:
        for thing in things[done:]:
            yield function(thing)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_for_the_first_only() -> Iterator[None]:
    """Start processes that never hear Ctrl-C, not even while they begin; the first ends them."""
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    # On Windows, a process that ignores Ctrl-C hands that on to those it starts.
    import ctypes

    ignore = getattr(ctypes, "windll").kernel32.SetConsoleCtrlHandler  # noqa: B009 - not on Linux
    ignore(None, True)  # noqa: FBT003 - as Windows calls it
    try:
        yield
    finally:
        ignore(None, False)  # noqa: FBT003


def _follow_the_first() -> None:
    """Make this process deaf to Ctrl-C, and end it when the first one is gone."""
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None  # noqa: S101 - this runs in processes of the pool only
    Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)
