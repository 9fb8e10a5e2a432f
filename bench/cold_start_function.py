"""What the published functions are measured against: the same work in Python, with boto3, under the same Runtime API.

The loop is AWS's own runtime interface client in its essentials: import, make the clients, ask for the next event, answer it.
FUNCTION chooses the work: `intake` reads the webhook's secret and judges the signature, `welcome` claims a welcome in the ledger.
"""
import json
import os
import urllib.request

import boto3

API = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation"


def intake():
    import base64
    import hashlib
    import hmac

    secrets = boto3.client("secretsmanager")

    def handle(event):
        body = event["body"].encode()
        if event.get("isBase64Encoded"):
            body = base64.b64decode(body)
        secret = json.loads(secrets.get_secret_value(SecretId=os.environ["GATEHOUSE_WEBHOOK_SECRET"])["SecretString"])["current"]
        expected = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        genuine = hmac.compare_digest(expected, event["headers"].get("x-hub-signature-256", ""))
        return {"statusCode": 202 if genuine else 401, "body": "{}"}

    return handle


def welcome():
    ledger = boto3.client("dynamodb")

    def handle(event):
        person, run = event["planned"]["change"]["person"], event["run"].rsplit(":", 1)[-1]
        try:
            ledger.update_item(
                TableName=os.environ["GATEHOUSE_TABLE"],
                Key={"pk": {"S": f"WELCOME#{person}"}, "sk": {"S": "WELCOME"}},
                UpdateExpression="SET #state = :sending, #run = :run ADD attempt :one",
                ConditionExpression="#state IN (:owed, :notSent)",
                ExpressionAttributeNames={"#state": "state", "#run": "run"},
                ExpressionAttributeValues={
                    ":sending": {"S": "Sending"}, ":owed": {"S": "Owed"}, ":notSent": {"S": "NotSent"}, ":run": {"S": run}, ":one": {"N": "1"},
                },
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ledger.exceptions.ConditionalCheckFailedException as held:
            return {"state": held.response["Item"]["state"]["S"]}
        return {"state": "Sending"}

    return handle


def serve(handle):
    while True:
        with urllib.request.urlopen(f"{API}/next") as following:
            request, event = following.headers["Lambda-Runtime-Aws-Request-Id"], json.load(following)
        answer = json.dumps(handle(event)).encode()
        urllib.request.urlopen(urllib.request.Request(f"{API}/{request}/response", data=answer, method="POST")).close()


serve({"intake": intake, "welcome": welcome}[os.environ["FUNCTION"]]())
