"""What IAM keeps for a user and moto does not: permissions boundaries, service-specific credentials, a password of one's own choice;
and a user who still has anything cannot be deleted."""

from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow
from moto.iam.exceptions import DeleteConflictException, IAMException, LimitExceededException, NoSuchEntity, ValidationError
from moto.iam.models import IAMBackend, User
from moto.iam.responses import IamResponse
from moto.iam.utils import random_resource_id

_MOST_CREDENTIALS = 2


class EntityTemporarilyUnmodifiable(IAMException):
    code = "EntityTemporarilyUnmodifiable"


def _credentials(user):
    return user.__dict__.setdefault("service_specific_credentials", {})


def _credential(response):
    user = response.backend.get_user(response._get_param("UserName"))
    wanted = response._get_param("ServiceSpecificCredentialId")
    if wanted not in _credentials(user):
        raise NoSuchEntity(f"No such credential {wanted} exists")
    return user, wanted


def _create_credential(self):
    user = self.backend.get_user(self._get_param("UserName"))
    service = self._get_param("ServiceName")
    if sum(each["ServiceName"] == service for each in _credentials(user).values()) >= _MOST_CREDENTIALS:
        raise LimitExceededException(f"Cannot exceed quota for ServiceSpecificCredentialsPerUser: {_MOST_CREDENTIALS}")
    made = {
        "ServiceSpecificCredentialId": "ACCA" + random_resource_id(17).upper(),
        "ServiceName": service,
        "ServiceUserName": f"{user.name}-at-{user.account_id}",
        "UserName": user.name,
        "Status": "Active",
        "CreateDate": utcnow(),
    }
    _credentials(user)[made["ServiceSpecificCredentialId"]] = made
    return ActionResult({"ServiceSpecificCredential": {**made, "ServicePassword": random_resource_id(44)}})


def _list_credentials(self):
    user = self.backend.get_user(self._get_param("UserName"))
    service = self._get_param("ServiceName")
    found = [each for each in _credentials(user).values() if service in (None, each["ServiceName"])]
    return ActionResult({"ServiceSpecificCredentials": found, "IsTruncated": False})


def _update_credential(self):
    user, wanted = _credential(self)
    _credentials(user)[wanted]["Status"] = self._get_param("Status")
    return EmptyResult()


def _delete_credential(self):
    user, wanted = _credential(self)
    del _credentials(user)[wanted]
    return EmptyResult()


def _put_boundary(self):
    user = self.backend.get_user(self._get_param("UserName"))
    arn = self._get_param("PermissionsBoundary")
    self.backend.get_policy(arn)
    user.permissions_boundary = {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn}
    return EmptyResult()


def _delete_boundary(self):
    user = self.backend.get_user(self._get_param("UserName"))
    if user.__dict__.pop("permissions_boundary", None) is None:
        raise NoSuchEntity(f"The user with name {user.name} has no permissions boundary.")
    return EmptyResult()


def _change_password(self):
    """A person changes their own: moto knows who calls only by an access key of theirs."""
    user = self.backend.get_user_from_access_key_id(self.get_access_key())
    if user is None or not user.password:
        raise ValidationError("Only IAM Users can change their own password")
    if user.password != self._get_param("OldPassword"):
        raise EntityTemporarilyUnmodifiable("The old password was incorrect.")
    user.password = self._get_param("NewPassword")
    user.password_set = utcnow()
    user.password_reset_required = False
    return EmptyResult()


def _attached(backend, user):
    """What AWS names when it refuses to delete a user, in the order in which it looks."""
    yield "Cannot delete entity, must detach all policies first.", user.managed_policies
    yield "Cannot delete entity, must delete policies first.", user.policies
    yield "Cannot delete entity, must delete access keys first.", user.access_keys
    yield "Cannot delete entity, must delete login profile first.", user.password
    yield "Cannot delete entity, must remove users from group first.", backend.get_groups_for_user(user.name)
    yield "Cannot delete entity, must delete MFA device first.", user.mfa_devices
    yield "Cannot delete entity, must delete signing certificates first.", user.signing_certificates
    yield "Cannot delete entity, must delete SSH public keys first.", user.ssh_public_keys
    yield "Cannot delete entity, must delete service specific credentials first.", _credentials(user)


def apply():
    delete_user = IAMBackend.delete_user

    def delete_when_bare(self, user_name):
        user = self.get_user(user_name)
        for refusal, left in _attached(self, user):
            if left:
                raise DeleteConflictException(refusal)
        return delete_user(self, user_name)

    IAMBackend.delete_user = delete_when_bare
    # An attribute of every user, so that answers leave it out until one is put.
    User.permissions_boundary = None
    IamResponse.create_service_specific_credential = _create_credential
    IamResponse.list_service_specific_credentials = _list_credentials
    IamResponse.update_service_specific_credential = _update_credential
    IamResponse.delete_service_specific_credential = _delete_credential
    IamResponse.put_user_permissions_boundary = _put_boundary
    IamResponse.delete_user_permissions_boundary = _delete_boundary
    IamResponse.change_password = _change_password
