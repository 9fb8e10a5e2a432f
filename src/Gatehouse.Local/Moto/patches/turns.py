"""Whose turn it is. moto answers each call in a thread of its own and guards nothing: what one call reads, another writes meanwhile. So the calls of a service take
turns, and so does what reads or writes the service's memory beside them."""

import contextlib
import threading

_locks = {}


def of(service):
    return _locks.setdefault(service, threading.RLock())


@contextlib.contextmanager
def of_all():
    """The turns of every service that was called, for what touches them all."""
    with contextlib.ExitStack() as held:
        for service in sorted(_locks):
            held.enter_context(of(service))
        yield
