"""Passwords as IAM keeps them: PasswordResetRequired is remembered, and an update that leaves a field out leaves it alone."""

from moto.iam.exceptions import NotFoundException
from moto.iam.models import IAMBackend
from moto.iam.responses import IamResponse


def apply():
    create_login_profile, delete_login_profile = IamResponse.create_login_profile, IAMBackend.delete_login_profile

    def create_with_reset(self):
        # The answer is made from the user, so the flag goes on first; a profile that is there already keeps its own.
        user = self.backend.get_user(self._get_param("UserName"))
        if not user.password:
            user.password_reset_required = bool(self._get_param("PasswordResetRequired", False))
        return create_login_profile(self)

    def update(self, user_name, password, password_reset_required):
        user = self.get_user(user_name)
        if not user.password:
            raise NotFoundException(f"Login Profile for User {user_name} cannot be found.")
        if password is not None:
            user.password = password
        if password_reset_required is not None:
            user.password_reset_required = password_reset_required
        return user

    def delete(self, user_name):
        delete_login_profile(self, user_name)
        self.get_user(user_name).password_reset_required = False

    IamResponse.create_login_profile = create_with_reset
    IAMBackend.update_login_profile = update
    IAMBackend.delete_login_profile = delete
