"""moto keeps everything in memory: this writes what a world goes on from to a file, and reads it back into a fresh deployment.

Kept are people, tables, secrets, senders, and executions that have ended; one that still runs is kept as aborted."""

import pickle

from moto.backends import get_backend
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

_SERVICES = ["dynamodb", "iam", "secretsmanager", "ses"]
_DESCRIBED = ["name", "execution_arn", "state_machine_arn", "execution_input", "start_date", "stop_date", "output", "output_details", "error", "cause"]


class EndedExecution:
    """An execution of an earlier world: it can be described and listed, and its name stays taken."""

    def __init__(self, **described):
        self.__dict__.update(described)

    def to_history_output(self):
        return {"events": self.events}


def _ended(execution):
    described = {name: getattr(execution, name, None) for name in _DESCRIBED}
    status = "ABORTED" if execution.status == "RUNNING" else execution.status
    return {**described, "status": status, "stop_date": execution.stop_date or execution.start_date, "events": execution.to_history_output()["events"]}


def _machines():
    for account, regions in stepfunctions_parser_backends.items():
        for region, backend in regions.items():
            for machine in backend.state_machines:
                yield machine


def save(path):
    backends = [
        (service, account, region, backend)
        for service in _SERVICES
        for account, regions in get_backend(service).items()
        for region, backend in regions.items()
    ]
    executions = [(machine.arn, _ended(execution)) for machine in _machines() for execution in machine.executions]
    with open(path, "wb") as file:
        pickle.dump({"backends": backends, "executions": executions}, file)


def load(path):
    with open(path, "rb") as file:
        kept = pickle.load(file)
    for service, account, region, backend in kept["backends"]:
        get_backend(service)[account][region] = backend
    machines = {machine.arn: machine for machine in _machines()}
    for arn, described in kept["executions"]:
        if arn in machines:
            machines[arn].executions.append(EndedExecution(**described))
