"""What moto 5.2.1 cannot do, or does differently from AWS."""

from . import accounts, clock, dynamodb, events, iam_credentials, iam_devices, iam_keys, iam_names, iam_paging, iam_report, iam_users, speed, sqs, step_functions


def apply():
    for patch in (accounts, clock, speed, dynamodb, events, sqs, step_functions, iam_names, iam_credentials, iam_devices, iam_keys, iam_paging, iam_users, iam_report):
        patch.apply()
