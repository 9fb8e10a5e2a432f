"""moto reads the machine's clock: it shares the world's, which can be moved forward."""

import datetime as real
import importlib
import sys
import time as real_time
import types

_advance = real.timedelta()

# Modules that stamp what they make. Waits and deadlines stay real, so the interpreter's sleeps are not here.
_STAMPING = [
    "moto.core.utils",
    "moto.iam.models",
    "moto.s3.models",
    "moto.secretsmanager.models",
    "moto.ses.models",
    "moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.itemprocessor.map_run_record",
    "moto.stepfunctions.parser.asl.component.state.state",
    "moto.stepfunctions.parser.asl.eval.event.event_manager",
    "moto.stepfunctions.parser.backend.execution",
    "moto.stepfunctions.parser.models",
]


def set_advance(seconds):
    global _advance
    _advance = real.timedelta(seconds=seconds)


def utcnow():
    return real.datetime.now(real.timezone.utc).replace(tzinfo=None) + _advance


class _AnyDateTime(type(real.datetime)):
    def __instancecheck__(cls, instance):
        return isinstance(instance, real.datetime)


class MovedDateTime(real.datetime, metaclass=_AnyDateTime):
    @classmethod
    def now(cls, tz=None):
        return real.datetime.now(tz) + _advance

    @classmethod
    def utcnow(cls):
        return utcnow()


def _moved(module, **replaced):
    shim = types.ModuleType(module.__name__)
    shim.__dict__.update(module.__dict__)
    shim.__dict__.update(replaced)
    return shim


def apply():
    moved_datetime = _moved(real, datetime=MovedDateTime)
    moved_time = _moved(real_time, time=lambda: real_time.time() + _advance.total_seconds())
    for name in _STAMPING:
        module = importlib.import_module(name)
        if getattr(module, "datetime", None) is real:
            module.datetime = moved_datetime
        elif getattr(module, "datetime", None) is real.datetime:
            module.datetime = MovedDateTime
        if getattr(module, "time", None) is real_time:
            module.time = moved_time
    assert sys.modules["moto.core.utils"].datetime is moved_datetime, "moto's clock is not where it was"
