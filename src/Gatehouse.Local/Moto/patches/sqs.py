"""Two calls that received at the same moment could get the same message. Calls take turns, and one that waits for messages waits real seconds, whatever the world's
clock says, without keeping the others waiting."""

import time

from moto.sqs.models import SQSBackend

from . import turns

_TURNS = ["send_message", "delete_message", "delete_message_batch", "change_message_visibility", "purge_queue", "get_queue_attributes"]


def _taking_turns(method):
    def call(*arguments, **named):
        with turns.of("sqs"):
            return method(*arguments, **named)

    return call


def apply():
    for name in _TURNS:
        setattr(SQSBackend, name, _taking_turns(getattr(SQSBackend, name)))
    receive = SQSBackend.receive_message

    def receive_message(self, queue_name, count, wait_seconds_timeout, *rest, **named):
        patience = time.monotonic() + (wait_seconds_timeout or 0)
        while True:
            with turns.of("sqs"):
                received = receive(self, queue_name, count, 0, *rest, **named)
            if received or time.monotonic() >= patience:
                return received
            time.sleep(0.1)

    SQSBackend.receive_message = receive_message
