"""Starts moto for the local world: the emulator with AWS's own behaviour put back where moto lacks it.

Everything that this changes is listed in docs/local-world.md. Requests under /gatehouse/ are the world's own.
"""

import argparse
import json
import logging
import os
import signal
import sys
import threading

# Before moto is imported: it reads its settings from the environment once.
os.environ.setdefault("AWS_ACCESS_KEY_ID", "local")
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "local")
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-2")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402

import patches  # noqa: E402
from patches import clock, iam_devices, iam_keys, state, turns  # noqa: E402


def service_of(environ):
    scope = environ.get("HTTP_AUTHORIZATION", "").partition("Credential=")[2].partition(",")[0].split("/")
    return scope[-2] if len(scope) >= 5 else None


class QuietHandler(WSGIRequestHandler):
    """Keeps connections open and writes no line for each request."""

    protocol_version = "HTTP/1.1"

    def log_request(self, code="-", size="-"):
        pass


def world_request(environ, start_response):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = json.loads(environ["wsgi.input"].read(length) or b"{}")
    answer = b"{}"
    match environ["PATH_INFO"]:
        case "/gatehouse/clock":
            clock.set_advance(float(body["seconds"]))
        case "/gatehouse/save":
            with turns.of_all():
                state.save(body["path"])
        case "/gatehouse/load":
            state.load(body["path"])
        case "/gatehouse/devices":
            with turns.of("iam"):
                answer = json.dumps(iam_devices.by_user(body["account"])).encode()
        case "/gatehouse/key":
            with turns.of("iam"):
                answer = json.dumps({"works": iam_keys.works(body["id"], body["secret"])}).encode()
        case _:
            start_response("404 Not Found", [("Content-Length", "0")])
            return [b""]
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(answer)))])
    return [answer]


def main():
    # A terminal sends Ctrl-C to the whole group: the world still asks for its state before it closes our standard input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--port", type=int, required=True)
    port = arguments.parse_args().port

    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # The interpreter logs states, at length, whenever a task fails; the run's history says the same.
    logging.getLogger("moto.stepfunctions").setLevel(logging.CRITICAL)
    # A Map's workers call themselves for each next item.
    sys.setrecursionlimit(50_000)
    threading.stack_size(64 * 1024 * 1024)
    patches.apply()

    moto = DomainDispatcherApplication(create_backend_app)

    def application(environ, start_response):
        if environ["PATH_INFO"].startswith("/gatehouse/"):
            return world_request(environ, start_response)
        if (refusal := iam_keys.use(environ)) is not None:
            kind, body = refusal
            start_response("403 Forbidden", [("Content-Type", kind), ("Content-Length", str(len(body)))])
            return [body]
        service = service_of(environ)
        if service is None:
            return moto(environ, start_response)
        with turns.of(service):
            return moto(environ, start_response)

    server = make_server("127.0.0.1", port, application, threaded=True, request_handler=QuietHandler)
    server.daemon_threads = True
    # The world ends its children by closing their standard input, so that none outlives it.
    threading.Thread(target=end_with_parent, daemon=True).start()
    server.serve_forever()


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
