"""A receive that waits for messages waits real seconds, whatever the world's clock says, and lets the other calls take their turns meanwhile."""

import threading
import time

from moto.sqs.models import SQSBackend

from . import turns


def apply():
    receive, turn = SQSBackend.receive_message, threading.Condition(turns.of("sqs"))

    def receive_message(self, queue_name, count, wait_seconds_timeout, *rest, **named):
        patience = time.monotonic() + (wait_seconds_timeout or 0)
        with turn:
            while True:
                received = receive(self, queue_name, count, 0, *rest, **named)
                if received or time.monotonic() >= patience:
                    return received
                turn.wait(0.1)

    SQSBackend.receive_message = receive_message
