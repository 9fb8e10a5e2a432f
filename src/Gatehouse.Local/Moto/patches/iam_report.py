"""The credential report: as old as it is, made again only after four hours, with the root account's row, and with the time at which each password was set and each key was used."""

import csv
import datetime
import io

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.iam.exceptions import IAMException, ReportNotPresentException
from moto.iam.models import IAMBackend
from moto.iam.responses import IamResponse

from . import iam_keys

_KEPT = datetime.timedelta(hours=4)


class ReportExpired(IAMException):
    code = "ReportExpired"


def _root(backend):
    born = "2020-01-01T00:00:00+00:00"
    fields = ["<root_account>", f"arn:aws:iam::{backend.account_id}:root", born, "not_supported", "no_information", "not_supported", "not_supported", "true"]
    key = ["false", "N/A", "N/A", "N/A", "N/A"]
    return ",".join(fields + key + key + ["false", "N/A", "false", "N/A"]) + "\n"


def _row(backend, header, line):
    """moto takes the user's own age for the password's, and does not say N/A where there is no password."""
    row = dict(zip(header, next(csv.reader(io.StringIO(line)))))
    user = backend.users[row["user"]]
    row["password_last_changed"] = user.password_set.strftime("%Y-%m-%dT%H:%M:%S+00:00") if user.password else "N/A"
    row["password_last_used"] = row["password_last_used"] if user.password else "N/A"
    row["password_next_rotation"] = "N/A"
    row.update(iam_keys.report_columns(user))
    return ",".join(row.values()) + "\n"


def apply():
    write_report = IAMBackend.get_credential_report

    def generate(self):
        backend = self.backend
        made = backend.__dict__.get("report_made")
        if made is None or utcnow() - made[0] > _KEPT:
            backend.generate_report()
            header, *rows = write_report(backend).splitlines(keepends=True)
            columns = header.strip().split(",")
            backend.report_made = (utcnow(), "".join([header, _root(backend), *(_row(backend, columns, row) for row in rows)]))
            return ActionResult({"State": "STARTED", "Description": "No report exists. Starting a new report generation task"})
        return ActionResult({"State": "COMPLETE"})

    def get(self):
        made = self.backend.__dict__.get("report_made")
        if made is None:
            raise ReportNotPresentException("No report exists. Call GenerateCredentialReport first.")
        if utcnow() - made[0] > _KEPT:
            raise ReportExpired("The report has expired. Call GenerateCredentialReport again.")
        return ActionResult({"Content": made[1], "ReportFormat": "text/csv", "GeneratedTime": made[0]})

    IamResponse.generate_credential_report = generate
    IamResponse.get_credential_report = get
