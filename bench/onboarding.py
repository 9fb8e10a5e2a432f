"""How many AWS calls onboarding makes: 1, 10 and 500 people into an account of 3,000, merged in a running local world.

What counts is by how much the calls grow with each further person. What a merge needs once, however many people it brings, is listed, and so
are the snapshot's pages, Lambda's own invocations and the state machine's own calls, which are set aside.
"""
import base64
import concurrent.futures
import json
import sys
import time

from results import record
from world import call, counted, iam_of, options, reconcile, running, web

USERS, MEMBERS = "terraform/gds_users.tf.json", "terraform/iam_crossaccountaccess_members.tf.json"
DOMAIN, GROUP = "digital.cabinet-office.gov.uk", "CrossAccountAccess"
ACCOUNT, BATCHES, MOST = 3000, (1, 10, 500), 8
SNAPSHOT = {"iam:GetAccountAuthorizationDetails"}
SET_ASIDE = ("lambda:", "states:")


class Register:
    def __init__(self, world):
        self.world, self.api = world, f"{world['github'].rstrip('/')}/repos/{world['repository']}"
        self.number = 0

    def merge(self, people):
        """Adds these people by one pull request and merges it; answers its number."""
        self.number += 1
        branch = f"new-aws-user-bench-{self.number}"
        head = call("GET", f"{self.api}/commits/{self.world['branch']}")["sha"]
        call("POST", f"{self.api}/git/refs", {"ref": f"refs/heads/{branch}", "sha": head})
        self.change(USERS, branch, lambda file: file["resource"].extend({"aws_iam_user": {label(p): {"name": p, "force_destroy": True}}} for p in people))
        self.change(MEMBERS, branch, lambda file: members(file).extend("${aws_iam_user.%s.name}" % label(p) for p in people))
        opened = call("POST", f"{self.api}/pulls", {"title": f"Add {len(people)} AWS users", "head": branch, "base": self.world["branch"], "body": "bench"})
        call("PUT", f"{self.api}/pulls/{opened['number']}/merge", {})
        return opened["number"]

    def change(self, path, branch, edit):
        found = call("GET", f"{self.api}/contents/{path}?ref={branch}")
        file = json.loads(base64.b64decode(found["content"]))
        edit(file)
        content = base64.b64encode((json.dumps(file, indent=2) + "\n").encode()).decode()
        call("PUT", f"{self.api}/contents/{path}", {"message": "Add AWS users", "content": content, "sha": found["sha"], "branch": branch})


def label(person):
    return person.split("@")[0].replace(".", "_")


def members(file):
    return file["resource"]["aws_iam_group_membership"]["crossaccountaccess-members"]["users"]


def fill_account(world, people):
    iam = iam_of(world)

    def make(person):
        iam.create_user(UserName=person, Tags=[{"Key": "managed-by", "Value": "gatehouse"}])
        iam.add_user_to_group(UserName=person, GroupName=GROUP)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for done, _ in enumerate(pool.map(make, people), 1):
            if done % 500 == 0:
                print(f"  {done} of {len(people)} people are in the account", file=sys.stderr)


def await_run(world, number):
    """The run of this pull request, once it has ended."""
    while True:
        for run in call("GET", web(world, "runs")):
            if run["name"].startswith(f"merge-{number}-") and run["status"] != "RUNNING":
                if run["status"] != "SUCCEEDED":
                    sys.exit(f"The run {run['name']} ended {run['status']}: {run.get('error')}")
                return
        time.sleep(1)


def counts(calls):
    """Whether a call is Gatehouse's own work on people: not the snapshot, Lambda's or the state machine's."""
    return {name: count for name, count in calls.items() if name not in SNAPSHOT and not name.startswith(SET_ASIDE)}


def growth(fewer, more, people):
    """Calls for each further person, between two merges that differ by so many people."""
    fewer, more = counts(fewer), counts(more)
    return {name: round((count - fewer.get(name, 0)) / people, 3) for name, count in sorted(more.items()) if count > fewer.get(name, 0)}


def main():
    known = options(__doc__)
    known.add_argument("--account", type=int, default=ACCOUNT)
    chosen = known.parse_args()
    world = running(chosen.name)
    register = Register(world)
    stamp = f"{int(time.time()) % 1000000:x}"  # A second bench in the same world brings other people.

    def people(kind, count):
        return [f"bench.{stamp}.{kind}{one:04d}@{DOMAIN}" for one in range(count)]

    small, _ = counted(world, lambda: reconcile(world))
    crowd = people("there", chosen.account)
    fill_account(world, crowd)
    fixed, _ = counted(world, lambda: await_run(world, register.merge(crowd)))
    full, _ = counted(world, lambda: reconcile(world))
    unchanged = sum(count - small.get(name, 0) for name, count in full.items() if name not in SNAPSHOT)
    result = {
        "account": chosen.account,
        "a-merge-that-changes-nobody": fixed,
        "a-schedule-that-changes-nobody": full,
        "calls-for-each-unchanged-person": max(0, unchanged) / chosen.account,
        "snapshot": full.get("iam:GetAccountAuthorizationDetails", 0),
        "onboarded": {},
    }
    print(f"onboarding: a schedule that changes nobody makes {sum(full.values())} calls with {chosen.account} people and {sum(small.values())} with the seed's; {result['snapshot']} read the snapshot")
    first = None
    for batch in BATCHES:
        joiners = people(f"new{batch}x", batch)
        calls, taken = counted(world, lambda: await_run(world, register.merge(joiners)))
        first = first or calls
        person = growth(first, calls, batch - 1) if batch > 1 else {}
        result["onboarded"][str(batch)] = {"calls": calls, "in-all": sum(counts(calls).values()), "for-each-further-person": person, "seconds": round(taken, 1)}
        print(f"onboarding {batch}: {sum(counts(calls).values())} calls beside the snapshot, {taken:.0f} s in the local world" + (f"; {sum(person.values()):.2f} for each person (aim: at most {MOST})" if person else ""))
    each = max(sum(one["for-each-further-person"].values()) for one in result["onboarded"].values())
    result["calls-for-each-person"] = round(each, 2)
    result["calls-once-for-a-merge"] = round(result["onboarded"]["1"]["in-all"] - each, 2)
    if not chosen.dry:
        record("onboarding", result)
    sys.exit(0 if each <= MOST and result["calls-for-each-unchanged-person"] == 0 else 1)


if __name__ == "__main__":
    main()
