"""Passwords as IAM keeps them: PasswordResetRequired is remembered, a profile carries the time at which it was made and
the user the time at which it was last set, and an update that leaves a field out leaves it alone."""

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.iam.exceptions import NotFoundException
from moto.iam.models import IAMBackend
from moto.iam.responses import IamResponse


def apply():
    delete_login_profile = IAMBackend.delete_login_profile

    def described(user):
        profile = {"UserName": user.name, "CreateDate": user.login_profile_made, "PasswordResetRequired": user.password_reset_required}
        return ActionResult({"LoginProfile": profile})

    def create(self):
        user = self.backend.create_login_profile(self._get_param("UserName"), self._get_param("Password"))
        user.password_reset_required = bool(self._get_param("PasswordResetRequired", False))
        user.login_profile_made = user.password_set = utcnow()
        return described(user)

    def get(self):
        return described(self.backend.get_login_profile(self._get_param("UserName")))

    def update(self, user_name, password, password_reset_required):
        user = self.get_user(user_name)
        if not user.password:
            raise NotFoundException(f"Login Profile for User {user_name} cannot be found.")
        if password is not None:
            user.password = password
            user.password_set = utcnow()
        if password_reset_required is not None:
            user.password_reset_required = password_reset_required
        return user

    def delete(self, user_name):
        delete_login_profile(self, user_name)
        self.get_user(user_name).password_reset_required = False

    IamResponse.create_login_profile = create
    IamResponse.get_login_profile = get
    IAMBackend.update_login_profile = update
    IAMBackend.delete_login_profile = delete
