"""A virtual MFA device that somebody has cannot be deleted, as in AWS: it is deactivated first."""

from moto.iam.exceptions import DeleteConflictException
from moto.iam.models import IAMBackend


def apply():
    delete_virtual_mfa_device = IAMBackend.delete_virtual_mfa_device

    def delete_when_nobody_has_it(self, serial_number):
        if any(serial_number in user.mfa_devices for user in self.users.values()):
            raise DeleteConflictException("MFA VirtualDevice is in use. Must deactivate first.")
        return delete_virtual_mfa_device(self, serial_number)

    IAMBackend.delete_virtual_mfa_device = delete_when_nobody_has_it
