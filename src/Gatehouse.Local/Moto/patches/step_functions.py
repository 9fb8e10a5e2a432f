"""The interpreter of state machines: what fails, differs or is slow when many executions and items run at once."""

import copy
import functools
import threading
import types

import boto3
from botocore.config import Config
from moto.stepfunctions.models import StateMachine
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.error_name import ErrorName
from moto.stepfunctions.parser.asl.component.state.exec.state_map.result_writer.result_writer_decl import ResultWriter
from moto.stepfunctions.parser.asl.component.state.exec.state_map.state_map import StateMap
from moto.stepfunctions.parser.asl.utils import boto_client
from moto.stepfunctions.parser.api import ExecutionStatus
from moto.stepfunctions.parser.backend.execution import BaseExecutionWorkerCommunication, Execution
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker

from . import turns

_making_clients = threading.Lock()
# The longest that a task may take: a Lambda function's 15 minutes.
_LONGEST_TASK = 15 * 60


def _copy_without_executions(machine, memo):
    """A finished execution holds a lock that cannot be copied, and a new execution needs none of the earlier ones."""
    clone = machine.__class__.__new__(machine.__class__)
    memo[id(machine)] = clone
    for key, value in machine.__dict__.items():
        clone.__dict__[key] = value if key == "backend" else [] if key == "executions" else copy.deepcopy(value, memo)
    return clone


@functools.cache
def _made_once(service, region, endpoint):
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=endpoint.replace("localhost", "127.0.0.1"),
        aws_access_key_id="states",
        aws_secret_access_key="states",
        config=Config(
            parameter_validation=False,
            retries={"max_attempts": 0, "total_max_attempts": 1},
            read_timeout=_LONGEST_TASK,
            max_pool_connections=100,
        ),
    )


def _client(service_name, region_name, endpoint_url, **_):
    with _making_clients:
        return _made_once(service_name, region_name, endpoint_url)


def apply():
    terminated, eval_map = BaseExecutionWorkerCommunication.terminated, StateMap._eval_execution
    start_worker, stop = ExecutionWorker.start, Execution.stop

    def end_in_turn(self):
        # moto writes how an execution ended first, and its output or error after: whoever asks in between would get half an answer.
        with turns.of("states"):
            terminated(self)

    def start_with_environment(self):
        # moto's worker makes its environment when its thread gets to it; a stop that comes earlier finds none.
        environment = self.env = self._get_evaluation_environment()
        self._get_evaluation_environment = lambda: environment
        start_worker(self)

    def stop_at_once(self, stop_date, error, cause):
        # AWS answers StopExecution when the execution is ABORTED; moto's goes on RUNNING until its interpreter notices.
        stop(self, stop_date, error, cause)
        if self.exec_status == ExecutionStatus.RUNNING:
            self.exec_status, self.stop_date = ExecutionStatus.ABORTED, stop_date

    def any_error_name(self, error_name):
        # A Fail state may hand on, by ErrorPath, the States.* name that it caught.
        ErrorName.__init__(self, error_name=error_name)

    def eval_map_remembering_input(self, env):
        env.map_input = copy.deepcopy(env.states.get_input())
        return eval_map(self, env)

    def write_results_from_input(self, env):
        # ResultWriter's Parameters are read from the state's input; by then moto has the items' results in its place.
        results = len(env.stack)
        env.stack.append(env.map_input)
        self.parargs.eval(env=env)
        parameters = env.stack.pop()
        del env.stack[results:]
        env.stack.append(parameters)
        self.resource_eval.eval_resource(env=env)

    BaseExecutionWorkerCommunication.terminated = end_in_turn
    ExecutionWorker.start = start_with_environment
    Execution.stop = stop_at_once
    StateMachine.__deepcopy__ = _copy_without_executions
    CustomErrorName.__init__ = any_error_name
    StateMap._eval_execution = eval_map_remembering_input
    ResultWriter._eval_body = write_results_from_input
    # moto makes a client for each task, which takes longer than the task.
    boto_client.boto3 = types.SimpleNamespace(client=_client)
