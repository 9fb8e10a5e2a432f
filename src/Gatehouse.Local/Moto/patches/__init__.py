"""What moto 5.2.1 cannot do, or does differently from AWS."""

from . import clock, iam_credentials, iam_names, iam_paging, speed, step_functions


def apply():
    clock.apply()
    speed.apply()
    step_functions.apply()
    iam_names.apply()
    iam_credentials.apply()
    iam_paging.apply()
