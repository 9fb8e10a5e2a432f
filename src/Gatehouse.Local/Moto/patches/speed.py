"""Work that moto repeats for each request or state, done once."""

import functools

from moto import backends
from moto.stepfunctions.parser.asl.component.common.path import result_path
from moto.stepfunctions.parser.asl.utils import json_path


def apply():
    # Each JSONPath of a state machine would rebuild the grammar of JSONPath, at each evaluation.
    json_path.parse = functools.cache(json_path.parse)
    result_path.parse = functools.cache(result_path.parse)

    modules = frozenset(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
