"""Whose call it is. AWS tells it by the credentials: here an access key of twelve digits is the account of that number, a key that IAM or STS has made is its own
account's, and any other is the base account's."""

import os

from moto.core.responses import BaseResponse
from moto.iam.models import iam_backends
from moto.sts.exceptions import STSClientError, STSValidationError
from moto.sts.models import STSBackend

_DIGITS = 12


def account_of(key_id):
    """The account that a key was made in; None where nobody has made it."""
    for account, partitions in list(iam_backends.items()):
        if any(key_id in backend.access_keys for backend in list(partitions.values())):
            return account
    return None


def _current_account(self):
    # moto itself takes only what has twenty letters and digits for a key.
    key_id = self.headers.get("Authorization", "").partition("Credential=")[2].partition("/")[0] or self.get_access_key()
    if len(key_id) == _DIGITS and key_id.isdecimal():
        return key_id
    return account_of(key_id) or os.environ["MOTO_ACCOUNT_ID"]


def _roles(arn):
    _, partition, _, _, account, _ = arn.split(":", 5)
    return [role.arn for role in iam_backends[account][partition].get_roles()]


def apply():
    assume_role = STSBackend.assume_role

    def assume_one_that_exists(self, region_name, role_session_name, role_arn, policy, duration, external_id):
        if role_arn not in _roles(role_arn):
            raise STSClientError("AccessDenied", f"User is not authorized to perform: sts:AssumeRole on resource: {role_arn}")
        return assume_role(self, region_name, role_session_name, role_arn, policy, duration, external_id)

    def access_key_info(self, access_key_id):
        account = account_of(access_key_id)
        if account is None:
            raise STSValidationError(f"The access key {access_key_id} does not exist")
        return {"Account": account}

    BaseResponse.get_current_account = _current_account
    STSBackend.assume_role = assume_one_that_exists
    STSBackend.get_access_key_info = access_key_info
