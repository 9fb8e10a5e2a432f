"""From starting a function's process to its first response at the Runtime API: the published functions beside Python with boto3.

Both run under the same small server, which is the Runtime API and AWS at once, in turns, so that whatever else the machine does
touches both alike. What counts is the median of the pairs. A run that makes more or fewer AWS calls than one is an error.
"""
import argparse
import functools
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cold_start_events import EVENTS, SECRET
from results import record

ROOT = Path(__file__).resolve().parent.parent
BOOTSTRAP = ROOT / "artifacts" / "lambda" / "bootstrap"
TEMPLATE = ROOT / "cdk.out" / "GatehouseStack.template.json"
ACCOUNT = "111122223333"
FUNCTIONS = {"intake": "ReceiveWebhook", "welcome": "WelcomePerson"}
PATIENCE = 30


class Harness(BaseHTTPRequestHandler):
    """The Runtime API, and the two AWS operations that the functions call."""

    protocol_version = "HTTP/1.1"
    event, calls, answered, outcome = b"{}", [], threading.Event(), None

    def do_GET(self):
        if Harness.answered.is_set():
            time.sleep(PATIENCE)
        self.reply(200, Harness.event, {
            "Lambda-Runtime-Aws-Request-Id": "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
            "Lambda-Runtime-Deadline-Ms": str(int((time.time() + PATIENCE) * 1000)),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-west-2:111122223333:function:bench",
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0",
        })

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) if "chunked" not in self.headers.get("Transfer-Encoding", "") else self.chunks()
        if self.path.startswith("/2018-06-01/runtime/"):
            Harness.outcome = (time.perf_counter(), self.path.rsplit("/", 1)[-1], body)
            Harness.answered.set()
            self.reply(202, b'{"status":"OK"}')
            return
        target = self.headers.get("X-Amz-Target", self.path)
        Harness.calls.append(target)
        self.reply(*AWS.get(target.split(".")[-1], (500, b'{"__type":"InternalFailure"}')))

    def chunks(self):
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def reply(self, status, body, headers=None):
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


AWS = {
    "GetSecretValue": (200, json.dumps({"Name": "gatehouse/github-webhook", "SecretString": json.dumps({"current": SECRET})}).encode()),
    # The welcome was accepted before: the claim is refused, and the function ends after this one call.
    "UpdateItem": (400, json.dumps({
        "__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        "message": "The conditional request failed",
        "Item": {"state": {"S": "Accepted"}, "run": {"S": "merge-7-e5bd3914e2e596debea16f433f57875b5b90bcd6"}, "attempt": {"N": "1"}},
    }).encode()),
}


@functools.cache
def deployed(kind):
    """The variables that the function is deployed with, of the synthesised template; what only exists once it is deployed is stood in for by a value of its form."""
    stack = json.loads(TEMPLATE.read_text())

    def value(written):
        if isinstance(written, str):
            return written
        name = written["Ref"]
        if name == "AWS::AccountId":
            return ACCOUNT
        if name in stack["Parameters"]:
            return str(stack["Parameters"][name]["Default"])
        machine = stack["Resources"][name]["Type"] == "AWS::StepFunctions::StateMachine"
        return f"arn:aws:states:eu-west-2:{ACCOUNT}:stateMachine:{name}" if machine else name.lower()

    variables = (one["Properties"].get("Environment", {}).get("Variables", {}) for one in stack["Resources"].values() if one["Type"] == "AWS::Lambda::Function")
    mine = next(one for one in variables if one.get("ANNOTATIONS_HANDLER") == FUNCTIONS[kind])
    return {name: value(written) for name, written in mine.items()}


def environment(port, kind):
    return {
        **deployed(kind),
        "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8", "TZ": ":UTC",
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{port}", "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "GATEHOUSE_GITHUB_URL": f"http://127.0.0.1:{port}",
        "AWS_REGION": "eu-west-2", "AWS_DEFAULT_REGION": "eu-west-2", "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench", "AWS_SESSION_TOKEN": "bench",
        "AWS_LAMBDA_FUNCTION_NAME": f"gatehouse-{FUNCTIONS[kind]}", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand", "_HANDLER": "bootstrap", "LAMBDA_TASK_ROOT": str(BOOTSTRAP.parent),
        "FUNCTION": kind,
    }


def measure(port, kind, command):
    """Milliseconds from starting the process to its first response."""
    Harness.event, Harness.calls, Harness.outcome = json.dumps(EVENTS[kind]).encode(), [], None
    Harness.answered.clear()
    variables = environment(port, kind)
    started = time.perf_counter()
    process = subprocess.Popen(command, env=variables, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        if not Harness.answered.wait(PATIENCE):
            process.kill()
            sys.exit(f"{kind}: {command[0]} did not answer within {PATIENCE} s:\n{process.stdout.read().decode()}")
    finally:
        process.kill()
        output = process.communicate()[0]
    at, how, body = Harness.outcome
    if how != "response" or len(Harness.calls) != 1:
        sys.exit(f"{kind}: {command[0]} answered with {how} after the AWS calls {Harness.calls}: {body.decode()}\n{output.decode()}")
    return (at - started) * 1000


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pairs", type=int, default=15)
    options.add_argument("--bootstrap", type=Path, default=BOOTSTRAP)
    options.add_argument("--dry", action="store_true", help="measure without keeping the result")
    chosen = options.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Harness)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # A killed process leaves its connection: no news.
    threading.Thread(target=server.serve_forever, daemon=True).start()
    commands = {"gatehouse": [str(chosen.bootstrap)], "python": [sys.executable, str(ROOT / "bench" / "cold_start_function.py")]}
    result = {"pairs": chosen.pairs, "ratio": {}, "gatehouse": {}, "python": {}}
    for kind in FUNCTIONS:
        times = {name: [] for name in commands}
        for pair in range(chosen.pairs + 1):
            for name, command in commands.items():
                taken = measure(server.server_port, kind, command)
                if pair:  # The first pair only brings the files into memory.
                    times[name].append(taken)
            if sys.stderr.isatty():
                print(f"\r  {kind}: pair {pair} of {chosen.pairs}", end="", file=sys.stderr)
        medians = {name: statistics.median(taken) for name, taken in times.items()}
        for name, median in medians.items():
            result[name][kind] = {"median": round(median, 1), "least": round(min(times[name]), 1), "most": round(max(times[name]), 1)}
        result["ratio"][kind] = round(medians["gatehouse"] / medians["python"], 3)
        print(f"cold start, {kind}: {medians['gatehouse']:.0f} ms; Python with boto3 {medians['python']:.0f} ms; ratio {result['ratio'][kind]} (aim: at most 0.6)")
    if not chosen.dry:
        record("cold-start", result)


main()
