"""Work that moto repeats for each request or state, done once or left out."""

import functools
import inspect
import threading

from jsonpath_ng.ext.parser import ExtendedJsonPathParser
from jsonpath_ng.parser import JsonPathParser
from moto import backends
from moto.dynamodb.models.table import Table
from moto.stepfunctions.parser.asl.antlr.runtime.ASLParser import ASLParser
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


def _parsing_with(grammar):
    """Parses JSONPaths with one parser, whose tables take longer to make than a path to read."""
    parser, turn = grammar(), threading.Lock()

    @functools.cache
    def parse(path):
        with turn:
            return parser.parse(path)

    return parse


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

    json_path.parse = _parsing_with(ExtendedJsonPathParser)
    result_path.parse = _parsing_with(JsonPathParser)

    # Each execution would parse its machine's definition anew.
    state_machine, trees = ASLParser.state_machine, {}

    def parsed_once(self):
        definition = self.getTokenStream().tokenSource.inputStream.strdata
        if definition not in trees:
            tree = state_machine(self)
            if self.getNumberOfSyntaxErrors():
                return tree
            trees[definition] = tree
        return trees[definition]

    ASLParser.state_machine = parsed_once

    modules = frozenset(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
