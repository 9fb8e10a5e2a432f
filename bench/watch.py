"""How many IAM reads a sweep over MFA devices makes, for 1,000 people of whom 0, 2 and 20 % have something wrong.

What is wrong is, in turn: a wrongly named device beside a good one; a wrongly named one alone; a password and no MFA; FIDO alone and an access key; a
virtual device that nobody has. The aim for reads is the pages of GetAccountAuthorizationDetails and of ListVirtualMFADevices, and 3, and 2 for each
finding. Writes are set aside.
"""
import concurrent.futures
import sys
import time

from results import record
from world import call, counted, iam_of, options, running, web

DOMAIN = "digital.cabinet-office.gov.uk"
PEOPLE, SHARES = 1000, (0, 2, 20)
PAGES = ("iam:GetAccountAuthorizationDetails", "iam:ListVirtualMFADevices")
READS = ("Get", "List", "Generate")


def sweep(world):
    ended = call("POST", web(world, "schedules/mfa/run?wait=true"))
    if ended["status"] != "SUCCEEDED":
        sys.exit(f"The sweep ended {ended['status']}: {ended.get('error')}")


def device(iam, person, name):
    serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
    enable(iam, person, serial)
    return serial


def enable(iam, person, serial):
    iam.enable_mfa_device(UserName=person, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321")


def make(iam, person):
    iam.create_user(UserName=person, Tags=[{"Key": "managed-by", "Value": "gatehouse"}])
    iam.create_login_profile(UserName=person, Password="Known-to-the-bench-1")
    device(iam, person, person)


def without(iam, person):
    serial = iam.list_mfa_devices(UserName=person)["MFADevices"][0]["SerialNumber"]
    iam.deactivate_mfa_device(UserName=person, SerialNumber=serial)
    iam.delete_virtual_mfa_device(SerialNumber=serial)


def beside(world, iam, person):
    device(iam, person, f"wrong-{person}")


def alone(world, iam, person):
    without(iam, person)
    device(iam, person, f"wrong-{person}")


def missing(world, iam, person):
    without(iam, person)


def fido(world, iam, person):
    without(iam, person)
    enable(iam, person, f"arn:aws:iam::{world['account']}:u2f/user/{person}/key-ABCDEFGHIJ")
    iam.create_access_key(UserName=person)


def nobodys(world, iam, person):
    iam.create_virtual_mfa_device(VirtualMFADeviceName=f"{person}-unfinished")


WRONG = (beside, alone, missing, fido, nobodys)
# Of the others one is mended by the sweep, and one has days to go before anything is due.
LASTING = (alone, fido, nobodys)


def measure(world, findings):
    calls, taken = counted(world, lambda: sweep(world))
    of_iam = {name: count for name, count in sorted(calls.items()) if name.startswith("iam:")}
    reads = sum(count for name, count in of_iam.items() if name.split(":")[1].startswith(READS))
    target = sum(of_iam.get(name, 0) for name in PAGES) + 3 + 2 * findings
    return {"findings": findings, "reads": reads, "target": target, "ratio": round(reads / target, 3), "writes": sum(of_iam.values()) - reads, "calls": of_iam, "seconds": round(taken, 1)}


def main():
    known = options(__doc__)
    known.add_argument("--people", type=int, default=PEOPLE)
    chosen = known.parse_args()
    world = running(chosen.name)
    iam = iam_of(world)
    stamp = f"{int(time.time()) % 1000000:x}"  # A second bench in the same world brings other people.
    people = [f"bench.{stamp}.{one:04d}@{DOMAIN}" for one in range(chosen.people)]
    for user in [user for page in iam.get_paginator("list_users").paginate() for user in page["Users"]]:
        if not iam.list_mfa_devices(UserName=user["UserName"])["MFADevices"]:
            device(iam, user["UserName"], user["UserName"])
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for done, _ in enumerate(pool.map(lambda person: make(iam, person), people), 1):
            if done % 250 == 0:
                print(f"  {done} of {len(people)} people are in the account", file=sys.stderr)

    sweep(world)  # What the world itself has to say is said.
    result, made, lasting = {}, 0, 0
    for share in SHARES:
        wanted = len(people) * share // 100
        for number in range(made, wanted):
            WRONG[number % len(WRONG)](world, iam, people[number])
        # The credential report is up to four hours old: another one is due.
        call("POST", web(world, "clock"), {"advance": "PT5H"})
        result[f"{share}%"] = measure(world, wanted - made + lasting)
        made, lasting = wanted, sum(WRONG[number % len(WRONG)] in LASTING for number in range(wanted))
    call("POST", web(world, "clock"), {"advance": "PT5H"})
    result["again"] = measure(world, lasting)
    for share, one in result.items():
        print(f"watch {share}: {one['reads']} IAM reads for {one['findings']} findings among {len(people)} people, the aim is at most {one['target']} ({one['ratio']:.2f} of it); {one['writes']} writes, {one['seconds']} s in the local world")
    if not chosen.dry:
        record("watch", result)
    sys.exit(0 if all(one["ratio"] <= 1 for one in result.values()) else 1)


if __name__ == "__main__":
    main()
