"""Work that moto repeats for each request or state, done once or left out."""

import functools
import inspect

from moto import backends
from moto.dynamodb.models.table import Table
from moto.stepfunctions.parser.asl.component.common.path import result_path
from moto.stepfunctions.parser.asl.utils import json_path


def _matching(table, hash_key, index_name, conditions):
    """The items that a query is about, in moto's order."""
    if index_name is None:
        found = list(table.items.get(hash_key, {}).values())
    else:
        wanted = list(conditions or ())
        found = [item for items in table.items.values() for item in items.values() if all(name in item.attrs and item.attrs[name] == value for name, value in wanted)]
    return sorted(found, key=lambda item: (item.hash_key, item.range_key))


def apply():
    # A query would sort the whole table before it looks which items it is about.
    query, parameters = Table.query, inspect.signature(Table.query)

    def narrowed(self, *args, **kwargs):
        asked = parameters.bind(self, *args, **kwargs).arguments
        if self.range_key_attr:
            self.all_items = lambda: _matching(self, asked["hash_key"], asked.get("index_name"), asked.get("hash_key_conditions"))
        try:
            return query(self, *args, **kwargs)
        finally:
            self.__dict__.pop("all_items", None)

    Table.query = narrowed

    # Each JSONPath of a state machine would rebuild the grammar of JSONPath, at each evaluation.
    json_path.parse = functools.cache(json_path.parse)
    result_path.parse = functools.cache(result_path.parse)

    modules = frozenset(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
