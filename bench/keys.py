"""How many AWS calls a sweep over access keys makes, and how long it takes, for 1,000 and 5,000 people of whose keys 0, 2 and 20 % are due for something.

Beside it a straightforward sweep over the same account: list the users, then tags and keys of each, and a mail for each key that is due. Counted is
every call that reaches AWS on behalf of either, reads and writes; what Step Functions and Lambda do to run ours is set apart. The aims: at least 50
times fewer calls at 0 %, 10 times at 2 %; of IAM no more reads than the pages of GetAccountAuthorizationDetails, and 3, and 2 for each finding; under
60 seconds for 5,000 people.
"""
import concurrent.futures
import datetime
import sys
import time
import urllib.request

import boto3

from results import record
from world import call, counted, iam_of, options, running, web

DOMAIN = "digital.cabinet-office.gov.uk"
SIZES, MOST_SECONDS = (1000, 5000), 60
AIMS = {0: 50, 2: 10}
# The day on which the keys of each share of the people are made, and the days on which one looks: a key is due from its 76th day on.
MADE = ((2, 0), (18, 10), (80, 50))
LOOKS = ((0, 70), (2, 77), (20, 87))
PAGES, READS = "iam:GetAccountAuthorizationDetails", ("Get", "List", "Generate")
RUNNING = ("lambda:", "states:")
DUE = datetime.timedelta(days=76)


def sweep(world):
    ended = call("POST", web(world, "schedules/keys/run?wait=true"))
    if ended["status"] != "SUCCEEDED":
        sys.exit(f"The sweep ended {ended['status']}: {ended.get('error')}")


def straightforward(iam, mail, now, people):
    """What one writes first: two calls for everybody."""
    for user in [user for page in iam.get_paginator("list_users").paginate() for user in page["Users"]]:
        tags = iam.list_user_tags(UserName=user["UserName"])["Tags"]
        for key in iam.list_access_keys(UserName=user["UserName"])["AccessKeyMetadata"]:
            ours = {"Key": "managed-by", "Value": "gatehouse"} in tags and user["UserName"] in people
            if ours and key["Status"] == "Active" and now - key["CreateDate"] >= DUE:
                mail.send_email(
                    FromEmailAddress="aws-access@example.gov.uk", Destination={"ToAddresses": [user["UserName"]]},
                    Content={"Simple": {"Subject": {"Data": "Your access key"}, "Body": {"Text": {"Data": f"{key['AccessKeyId']} is old."}}}})


def make(iam, person):
    iam.create_user(UserName=person, Tags=[{"Key": "managed-by", "Value": "gatehouse"}])
    return person, iam.create_access_key(UserName=person)["AccessKey"]["AccessKeyId"]


def remove(iam, person, key):
    iam.delete_access_key(UserName=person, AccessKeyId=key)
    iam.delete_user(UserName=person)


def use(world, key):
    """Signs a call with the key; the world looks at its id alone."""
    request = urllib.request.Request(world["aws"], method="POST", data=b"Action=ListAccountAliases&Version=2010-05-08", headers={
        "Authorization": f"AWS4-HMAC-SHA256 Credential={key}/20261121/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0",
        "Content-Type": "application/x-www-form-urlencoded"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        answer.read()


class Days:
    """The world's clock, in whole days since the bench began."""

    def __init__(self, world):
        self.world, self.day = world, 0

    def to(self, day):
        if day > self.day:
            call("POST", web(self.world, "clock"), {"advance": f"P{day - self.day}D"})
            self.day = day

    def now(self):
        return datetime.datetime.fromisoformat(call("GET", web(self.world, "clock"))["now"].replace("Z", "+00:00"))


def of_aws(calls):
    return {name: count for name, count in sorted(calls.items()) if not name.startswith(RUNNING)}


def measured(world, clients, share, people, now):
    calls, taken = counted(world, lambda: sweep(world))
    plain, plain_taken = counted(world, lambda: straightforward(*clients, now, people))
    ours, theirs = of_aws(calls), of_aws(plain)
    findings = len(people) * share // 100
    reads = sum(count for name, count in ours.items() if name.startswith("iam:") and name.split(":")[1].startswith(READS))
    target = ours.get(PAGES, 0) + 3 + 2 * findings
    return {
        "people": len(people), "findings": findings, "calls": sum(ours.values()), "straightforward": sum(theirs.values()),
        "times_fewer": round(sum(theirs.values()) / sum(ours.values()), 1), "iam_reads": reads, "iam_reads_aim": target,
        "seconds": round(taken, 1), "straightforward_seconds": round(plain_taken, 1), "of": ours}


def size(world, people_count, begin):
    iam = iam_of(world)
    clients = (iam, boto3.client("sesv2", endpoint_url=world["aws"], region_name=world["region"], aws_access_key_id="bench", aws_secret_access_key="bench"))
    days, stamp, people = Days(world), f"{int(time.time()) % 1000000:x}", []
    days.day, result = begin, {}
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for share, day in MADE:
            days.to(begin + day)
            names = [f"bench.{stamp}.{len(people) + one:04d}@{DOMAIN}" for one in range(people_count * share // 100)]
            people += pool.map(lambda person: make(iam, person), names)
            print(f"  {len(people)} of {people_count} people are in the account", file=sys.stderr)
        for share, day in LOOKS:
            days.to(begin + day)
            # Somebody who uses a key does not hear that nobody does; and the credential report is made anew.
            list(pool.map(lambda one: use(world, one[1]), people))
            result[f"{people_count}, {share}%"] = measured(world, clients, share, [person for person, _ in people], days.now())
        list(pool.map(lambda one: remove(iam, *one), people))
    return result, days.day


def missed(name, one):
    share = int(name.split()[-1].rstrip("%"))
    if one["times_fewer"] < AIMS.get(share, 0):
        yield f"at least {AIMS[share]} times fewer calls"
    if one["iam_reads"] > one["iam_reads_aim"]:
        yield f"at most {one['iam_reads_aim']} reads of IAM"
    if one["seconds"] > MOST_SECONDS:
        yield f"at most {MOST_SECONDS} seconds"


def main():
    known = options(__doc__)
    known.add_argument("--people", type=int, action="append", help="how many people (may be repeated); otherwise 1,000 and then 5,000")
    chosen = known.parse_args()
    world = running(chosen.name)
    sweep(world)  # What the world itself has to say is said.
    result, begin, failed = {}, 0, False
    for people in chosen.people or SIZES:
        of_size, begin = size(world, people, begin)
        result |= of_size
    for name, one in result.items():
        print(
            f"keys {name}: {one['calls']} AWS calls for {one['findings']} findings, straightforward {one['straightforward']} ({one['times_fewer']} times fewer); "
            f"{one['iam_reads']} reads of IAM, the aim is at most {one['iam_reads_aim']}; {one['seconds']} s in the local world, straightforward {one['straightforward_seconds']} s")
        for aim in missed(name, one):
            failed = True
            print(f"  missed: {aim}")
    if not chosen.dry:
        record("keys", result)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
