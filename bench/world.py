"""What the benches ask of a running local world: requests to it, and the AWS calls that a piece of work made."""
import argparse
import json
import time
import urllib.request
from pathlib import Path

import boto3

ROOT = Path(__file__).resolve().parent.parent
NOT_AWS = ("github:", "slack:")


def call(method, address, body=None):
    request = urllib.request.Request(address, method=method, data=None if body is None else json.dumps(body).encode(), headers={
        "Authorization": "Bearer bench", "Content-Type": "application/json", "User-Agent": "gatehouse-bench"})
    with urllib.request.urlopen(request, timeout=600) as answer:
        text = answer.read()
    return json.loads(text) if text.strip() else None


def options(description):
    """The options that every bench of a world has."""
    known = argparse.ArgumentParser(description=description)
    known.add_argument("--name", default="world")
    known.add_argument("--dry", action="store_true", help="measure without keeping the result")
    return known


def running(name):
    """Where the running world of this name is, as it announced it."""
    return json.loads((ROOT / "artifacts" / f"{name}.json").read_text())


def web(world, path):
    return f"{world['web'].rstrip('/')}/api/{path}"


def iam_of(world):
    return boto3.client("iam", endpoint_url=world["aws"], region_name="us-east-1", aws_access_key_id="bench", aws_secret_access_key="bench")


def reconcile(world):
    call("POST", web(world, "schedules/membership/run?wait=true"))


def counted(world, work):
    """The AWS calls that this work made, and the seconds it took."""
    call("DELETE", web(world, "calls"))
    started = time.monotonic()
    work()
    taken = time.monotonic() - started
    calls = call("GET", web(world, "calls"))
    return {name: count for name, count in calls.items() if not name.startswith(NOT_AWS)}, taken
