"""ListUsers and GetAccountAuthorizationDetails answer in pages of 100 unless asked for up to 1,000."""

from moto.core.responses import ActionResult
from moto.iam.exceptions import ValidationError
from moto.iam.responses import IamResponse

_DEFAULT, _MOST = 100, 1000


def page_of(response, items):
    """The page of items that the request asks for, and what the answer says about the rest."""
    size = int(response._get_param("MaxItems") or _DEFAULT)
    if not 1 <= size <= _MOST:
        raise ValidationError(
            f"1 validation error detected: Value '{size}' at 'maxItems' failed to satisfy constraint: "
            f"Member must have value between 1 and {_MOST}"
        )
    marker = response._get_param("Marker") or "0"
    if not marker.isdigit() or int(marker) > len(items):
        raise ValidationError("Invalid Marker.")
    end = int(marker) + size
    rest = {"IsTruncated": True, "Marker": str(end)} if end < len(items) else {"IsTruncated": False}
    return items[int(marker) : end], rest


def apply():
    def list_users(self):
        users = sorted(self.backend.list_users(self._get_param("PathPrefix"), None, None), key=lambda user: user.name.casefold())
        page, rest = page_of(self, users)
        return ActionResult({"Users": page, **rest})

    def get_account_authorization_details(self):
        # moto's own filter takes LocalManagedPolicy and AWSManagedPolicy together as a list of both.
        details = self.backend.get_account_authorization_details(self._get_param("Filter", []))
        kinds = {"UserDetailList": "users", "GroupDetailList": "groups", "RoleDetailList": "roles", "Policies": "managed_policies"}
        everything = [(kind, item) for kind, source in kinds.items() for item in details[source]]
        page, rest = page_of(self, everything)
        lists = {kind: [item for of, item in page if of == kind] for kind in kinds}
        return ActionResult({**lists, **rest})

    IamResponse.list_users = list_users
    IamResponse.get_account_authorization_details = get_account_authorization_details
