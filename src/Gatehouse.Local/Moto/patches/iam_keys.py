"""Access keys as IAM keeps them: signing a call with one is a use of it, an inactive one opens nothing, and the credential report says when, where and for what each was used."""

import json

from moto.core.exceptions import AccessDeniedError
from moto.core.utils import utcnow
from moto.iam.models import AccessKeyLastUsed, IAMBackend, iam_backends
from moto.moto_api._internal import mock_random

from . import turns

_NOT_KNOWN = "N/A"
_AT = "%Y-%m-%dT%H:%M:%S+00:00"
_REFUSAL = "The security token included in the request is invalid."


class NoSuchKey(AccessDeniedError):
    """The call names no user: without a key there is none whom anybody could have a right to."""

    def __init__(self):
        super().__init__("arn:aws:iam::000000000000:user/anybody", "iam:GetAccessKeyLastUsed")
        self.description = _error("AccessDenied", self.message)


def _scope(environ):
    """Key id, region and service that a request is signed for."""
    scope = environ.get("HTTP_AUTHORIZATION", "").partition("Credential=")[2].partition(",")[0].split("/")
    return (scope[0], scope[-3], scope[-2]) if len(scope) >= 5 else (None, None, None)


def _find(key_id):
    for partitions in iam_backends.values():
        for backend in partitions.values():
            key = backend.access_keys.get(key_id)
            if key is not None:
                return key
    return None


def use(environ):
    """Notes the use of a long-term key that a request is signed with; answers why the request must be refused, or None."""
    key_id, region, service = _scope(environ)
    if key_id is None or not key_id.startswith("AKIA"):
        return None
    with turns.of("iam"):
        key = _find(key_id)
        if key is None:
            return None
        if key.status != "Active":
            return _refusal(environ)
        key.last_used = AccessKeyLastUsed(timestamp=utcnow(), service=service, region=region)
    return None


def works(key_id, secret):
    """Whether an id and a secret are one active key, as signing a call with them would show; moto itself checks no signature. It is a use of the key."""
    with turns.of("iam"):
        key = _find(key_id)
        if key is None or key.secret_access_key != secret or key.status != "Active":
            return False
        key.last_used = AccessKeyLastUsed(timestamp=utcnow(), service="sts", region="eu-west-2")
        return True


def _refusal(environ):
    """As the protocol of the request wants it: JSON where it names its action in a header, XML otherwise."""
    if environ.get("HTTP_X_AMZ_TARGET"):
        return "application/x-amz-json-1.1", json.dumps({"__type": "UnrecognizedClientException", "message": _REFUSAL}).encode()
    return "text/xml", _error("InvalidClientTokenId", _REFUSAL).encode()


def _error(code, message):
    return (
        f'<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>{code}</Code>'
        f"<Message>{message}</Message></Error><RequestId>{mock_random.uuid4()}</RequestId></ErrorResponse>"
    )


def report_columns(user):
    """The columns of the credential report that tell of a user's keys."""
    columns = {}
    for number in (1, 2):
        key = user.access_keys[number - 1] if len(user.access_keys) >= number else None
        used = key.last_used if key else None
        columns |= {
            f"access_key_{number}_active": "true" if key and key.status == "Active" else "false",
            f"access_key_{number}_last_rotated": key.create_date.strftime(_AT) if key else _NOT_KNOWN,
            f"access_key_{number}_last_used_date": used.strftime(_AT) if used else _NOT_KNOWN,
            f"access_key_{number}_last_used_region": used.region if used else _NOT_KNOWN,
            f"access_key_{number}_last_used_service": used.service if used else _NOT_KNOWN,
        }
    return columns


def apply():
    def last_used(self, access_key_id):
        """Of this account alone: moto would also tell of other accounts' keys."""
        key = self.access_keys.get(access_key_id)
        if key is None:
            raise NoSuchKey()
        return {"user_name": key.user_name, "last_used": key.last_used}

    IAMBackend.get_access_key_last_used = last_used
