"""MFA devices as AWS keeps them: what moto takes and AWS refuses, lists that are sorted and whose last page says that it is the last, and root's own device.

A FIDO security key is registered in the console by an API that nobody documents, and a hardware token is known to AWS by its maker. So EnableMFADevice
takes any serial of theirs, and only a virtual device must have been made first. Authentication codes are not checked: any two of six digits will do."""

import re

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.exceptions import DeleteConflictException, EntityAlreadyExists, LimitExceededException, NoSuchEntity, ValidationError
from moto.iam.models import IAMBackend, iam_backends
from moto.iam.responses import IamResponse

from .iam_paging import page_of

_MOST_OF_A_USER = 8
_NAME = re.compile(r"[\w+=,.@-]{1,226}", re.ASCII)
_CODE = re.compile(r"\d{6}", re.ASCII)
_ROOTS_NAME = "root-account-mfa-device"


def _is_virtual(serial_number):
    return re.match(r"arn:[^:]+:iam::\d+:mfa/", serial_number) is not None


def _roots(backend):
    """Root's device, which the credential report says is there. Its user has no name."""
    arn = f"arn:aws:iam::{backend.account_id}"
    born = "2020-01-01T00:00:00Z"
    return {"SerialNumber": f"{arn}:mfa/{_ROOTS_NAME}", "EnableDate": born, "User": {"UserId": backend.account_id, "Arn": f"{arn}:root", "CreateDate": born}}


def _shown(device):
    """A list never tells the seed."""
    shown = {"SerialNumber": device.serial_number}
    if device.enable_date:
        shown |= {"EnableDate": device.enable_date, "User": device.user_attribute}
    return shown


def _list(self):
    status = self._get_param("AssignmentStatus") or "Any"
    if status not in ("Assigned", "Unassigned", "Any"):
        raise ValidationError(f"1 validation error detected: Value '{status}' at 'assignmentStatus' failed to satisfy constraint: Member must satisfy enum value set: [Assigned, Unassigned, Any]")
    devices = [_roots(self.backend), *(_shown(device) for device in list(self.backend.virtual_mfa_devices.values()))]
    wanted = [device for device in devices if status == "Any" or (status == "Assigned") == ("EnableDate" in device)]
    found, rest = page_of(self, sorted(wanted, key=lambda device: device["SerialNumber"]))
    return ActionResult({"VirtualMFADevices": found, **rest})


def _resync(self):
    user = self.backend.get_user(self._get_param("UserName"))
    serial_number = self._get_param("SerialNumber")
    if serial_number not in user.mfa_devices:
        raise NoSuchEntity(f"MFADevice with serial number {serial_number} does not exist.")
    return EmptyResult()


def by_user(account):
    """The serials of everybody's devices, for the world's page: AWS would have to be asked person by person."""
    return {user.name: list(user.mfa_devices) for user in iam_backends[account]["aws"].users.values() if user.mfa_devices}


def apply():
    create, enable, delete = IAMBackend.create_virtual_mfa_device, IAMBackend.enable_mfa_device, IAMBackend.delete_virtual_mfa_device

    def create_with_a_good_name(self, device_name, path):
        if not _NAME.fullmatch(device_name or ""):
            raise ValidationError("The specified value for virtualMFADeviceName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")
        return create(self, device_name, path)

    def enable_what_is_there(self, user_name, serial_number, code_1, code_2):
        user = self.get_user(user_name)
        if not all(_CODE.fullmatch(code or "") for code in (code_1, code_2)):
            raise ValidationError("1 validation error detected: an authentication code must be six digits")
        if _is_virtual(serial_number) and serial_number not in self.virtual_mfa_devices:
            raise NoSuchEntity(f"MFADevice with serial number {serial_number} does not exist.")
        if any(serial_number in other.mfa_devices for other in list(self.users.values())):
            raise EntityAlreadyExists("MFADevice is already in use.")
        if len(user.mfa_devices) >= _MOST_OF_A_USER:
            raise LimitExceededException(f"Cannot exceed quota for MFADevicesPerUser: {_MOST_OF_A_USER}")
        return enable(self, user_name, serial_number, code_1, code_2)

    def delete_when_nobody_has_it(self, serial_number):
        if any(serial_number in user.mfa_devices for user in list(self.users.values())):
            raise DeleteConflictException("MFA VirtualDevice is in use. Must deactivate first.")
        return delete(self, serial_number)

    IAMBackend.create_virtual_mfa_device = create_with_a_good_name
    IAMBackend.enable_mfa_device = enable_what_is_there
    IAMBackend.delete_virtual_mfa_device = delete_when_nobody_has_it
    IamResponse.list_virtual_mfa_devices = _list
    IamResponse.resync_mfa_device = _resync
