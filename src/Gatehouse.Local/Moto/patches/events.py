"""A bus that CloudFormation made could not be referred to: it had no physical id."""

from moto.events.models import EventBus


def apply():
    EventBus.physical_resource_id = property(lambda bus: bus.name)
