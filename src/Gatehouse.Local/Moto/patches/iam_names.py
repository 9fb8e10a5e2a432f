"""IAM refuses names that moto takes: unusable characters, more than 64 of them, or another's in different case."""

import re

from moto.iam.exceptions import EntityAlreadyExists, ValidationError
from moto.iam.models import IAMBackend

_CHARACTERS = re.compile(r"[\w+=,.@-]+", re.ASCII)


def _check(name, field, limit):
    if len(name) > limit:
        raise ValidationError(
            f"1 validation error detected: Value '{name}' at '{field}' failed to satisfy constraint: "
            f"Member must have length less than or equal to {limit}"
        )
    if not _CHARACTERS.fullmatch(name):
        raise ValidationError(
            f"The specified value for {field} is invalid. "
            "It must contain only alphanumeric characters and/or the following: +=,.@_-"
        )


def _check_unused(name, others, kind):
    # A copy, made in one step: other requests make users meanwhile.
    if any(other.casefold() == name.casefold() for other in list(others)):
        raise EntityAlreadyExists(f"{kind} with name {name} already exists.")


def apply():
    create_user, update_user, create_group = IAMBackend.create_user, IAMBackend.update_user, IAMBackend.create_group

    def checked_create_user(self, region_name, user_name, *args, **kwargs):
        _check(user_name, "userName", 64)
        _check_unused(user_name, self.users, "User")
        return create_user(self, region_name, user_name, *args, **kwargs)

    def checked_update_user(self, user_name, new_path=None, new_user_name=None):
        if new_user_name:
            _check(new_user_name, "newUserName", 64)
            _check_unused(new_user_name, [name for name in list(self.users) if name != user_name], "User")
        return update_user(self, user_name, new_path, new_user_name)

    def checked_create_group(self, group_name, path="/"):
        _check(group_name, "groupName", 128)
        _check_unused(group_name, self.groups, "Group")
        return create_group(self, group_name, path)

    IAMBackend.create_user = checked_create_user
    IAMBackend.update_user = checked_update_user
    IAMBackend.create_group = checked_create_group
