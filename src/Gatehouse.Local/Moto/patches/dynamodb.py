"""Transactions are isolated, as DynamoDB's are.

moto copies a transaction's whole table beforehand and puts the copy back when it fails. Here it remembers only the items that it names.
"""

import copy

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.table import Table


def _touched(backend, transact_items):
    """Each named item's table, key, and value before; malformed operations are left for moto to refuse."""
    for operations in transact_items:
        for kind, operation in operations.items():
            table = backend.tables.get(operation.get("TableName"))
            key = operation.get("Item" if kind == "Put" else "Key", {})
            if table is not None and table.hash_key_attr in key and (table.range_key_attr is None or table.range_key_attr in key):
                hash_key, range_key = backend.get_keys_value(table, key)
                yield table, hash_key, range_key, copy.deepcopy(table.get_item(hash_key, range_key))


def _restore(table, hash_key, range_key, before):
    if before is None:
        table.delete_item(hash_key, range_key)
    elif range_key:
        table.items[hash_key][range_key] = before
    else:
        table.items[hash_key] = before


def apply():
    transact_write_items = DynamoDBBackend.transact_write_items

    def remembering_what_it_touches(self, transact_items):
        before = list(_touched(self, transact_items))
        Table.__deepcopy__ = lambda table, memo: table
        try:
            return transact_write_items(self, transact_items)
        except Exception:
            for item in before:
                _restore(*item)
            raise
        finally:
            del Table.__deepcopy__

    DynamoDBBackend.transact_write_items = remembering_what_it_touches
