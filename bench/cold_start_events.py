"""The first events of the measured functions: each leads to exactly one AWS call."""
import hashlib
import hmac
import json

SECRET = "It's a Secret to Everybody"
COMMIT = "e5bd3914e2e596debea16f433f57875b5b90bcd6"
RUN = f"arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-7-{COMMIT}"

# A genuine ping: the signature is checked against the secret, and nothing is started.
PING = json.dumps({"zen": "Design for failure.", "hook_id": 1, "repository": {"full_name": "alphagov/aws-user-management-account-users"}})

EVENTS = {
    "intake": {
        "version": "2.0",
        "routeKey": "POST /github/webhook",
        "rawPath": "/github/webhook",
        "rawQueryString": "",
        "headers": {
            "content-type": "application/json",
            "x-github-event": "ping",
            "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
            "x-hub-signature-256": "sha256=" + hmac.new(SECRET.encode(), PING.encode(), hashlib.sha256).hexdigest(),
        },
        "requestContext": {
            "accountId": "111122223333",
            "apiId": "bench",
            "http": {"method": "POST", "path": "/github/webhook", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "GitHub-Hookshot/bench"},
            "requestId": "bench",
            "routeKey": "POST /github/webhook",
            "stage": "$default",
            "timeEpoch": 1700000000000,
        },
        "body": PING,
        "isBase64Encoded": False,
    },
    "welcome": {
        "run": RUN,
        "planned": {
            "change": {"kind": "CreateUser", "person": "jane.doe@digital.cabinet-office.gov.uk", "groups": ["CrossAccountAccess"]},
            "because": {"commit": COMMIT, "pullRequest": 7, "mergedBy": "octocat", "requestedBy": "octocat"},
        },
        "signIn": "gds-users",
    },
}
