"""How many IAM calls it takes to quarantine somebody and to delete them, with nothing and with everything, beside the least number possible.

The least is one list for each kind of thing that has a list, and one call for each thing. Everything is what a user can have: two access keys, a
virtual and a FIDO MFA device, a signing certificate, an SSH key, a service-specific credential, an inline and an attached policy, a permissions
boundary, a password and three groups. A run's own reading (the snapshots, the account's alias, the credential report) is set aside: a run needs it
once, however many people it changes.
"""
import datetime
import json
import sys
import time

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from results import record
from world import call, counted, iam_of, options, reconcile, running, web

DOMAIN, MOST = "digital.cabinet-office.gov.uk", 1.2
GRACE_DAYS = 14
GROUPS = ("CrossAccountAccess", "bench-readers", "bench-writers")
OF_A_RUN = {"iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport", "iam:ListAccountAliases"}
NOTHING = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]})

# Quarantine: the policy, the keys' list, the password, the groups' list; and each active key and each group.
QUARANTINE = {"nothing": 4, "everything": 4 + 2 + len(GROUPS)}
# Deletion: eight lists, the password, the deny policy, the user, and reading back; then each thing: two keys, a certificate, an SSH key, a credential,
# two devices deactivated and one of them deleted, an inline and an attached policy, the boundary. The groups went with the quarantine.
DELETION = {"nothing": 8 + 4, "everything": 8 + 4 + 2 + 1 + 1 + 1 + 2 + 1 + 1 + 1 + 1}


def make(iam, person):
    iam.create_user(UserName=person, Tags=[{"Key": "managed-by", "Value": "gatehouse"}])


def give_everything(iam, world, person):
    iam.create_login_profile(UserName=person, Password="Known-to-the-bench-1")
    for _ in range(2):
        iam.create_access_key(UserName=person)
    enable(iam, person, iam.create_virtual_mfa_device(VirtualMFADeviceName=person)["VirtualMFADevice"]["SerialNumber"])
    enable(iam, person, f"arn:aws:iam::{world['account']}:u2f/user/{person}/security-key-ABCDEFGHIJ")
    iam.upload_signing_certificate(UserName=person, CertificateBody=certificate())
    iam.upload_ssh_public_key(UserName=person, SSHPublicKeyBody="ssh-rsa AAAAB3NzaC1yc2E bench")
    iam.create_service_specific_credential(UserName=person, ServiceName="codecommit.amazonaws.com")
    iam.put_user_policy(UserName=person, PolicyName="by-hand", PolicyDocument=NOTHING)
    policy = iam.create_policy(PolicyName=f"of-{person.split('@')[0]}", PolicyDocument=NOTHING)["Policy"]["Arn"]
    iam.attach_user_policy(UserName=person, PolicyArn=policy)
    iam.put_user_permissions_boundary(UserName=person, PermissionsBoundary=policy)
    for group in GROUPS:
        iam.add_user_to_group(UserName=person, GroupName=group)


def enable(iam, person, serial):
    iam.enable_mfa_device(UserName=person, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321")


def certificate():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "bench")])
    start = datetime.datetime(2026, 1, 1)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), start, start + datetime.timedelta(days=3650)).sign(key, hashes.SHA256())
    return made.public_bytes(serialization.Encoding.PEM).decode()


def people_of(iam):
    return {user["UserName"] for page in iam.get_paginator("list_users").paginate() for user in page["Users"]}


def pass_time(world, duration):
    call("POST", web(world, "clock"), {"advance": duration})


def measure(world, idle, least):
    """A run's calls for the one person whom it changes: IAM's, and DynamoDB's beyond those of a run that changes nobody."""
    calls, _ = counted(world, lambda: reconcile(world))
    beyond = {name: count - idle.get(name, 0) for name, count in sorted(calls.items()) if count > idle.get(name, 0) and name not in OF_A_RUN}
    of_iam, of_ledger = (sum(count for name, count in beyond.items() if name.startswith(service)) for service in ("iam:", "dynamodb:"))
    return {"iam": of_iam, "least": least, "ratio": round(of_iam / least, 3), "dynamodb": of_ledger, "calls": beyond}


def main():
    chosen = options(__doc__).parse_args()
    world = running(chosen.name)
    iam = iam_of(world)
    stamp = f"{int(time.time()) % 1000000:x}"  # A second bench in the same world brings other people.
    bare, rich = (f"bench.{stamp}.{kind}@{DOMAIN}" for kind in ("nothing", "everything"))
    there = {group["GroupName"] for group in iam.list_groups()["Groups"]}
    for group in set(GROUPS) - there:
        iam.create_group(GroupName=group)

    reconcile(world)  # Whatever the world still has to do is done, and the credential report is made.
    idle, _ = counted(world, lambda: reconcile(world))
    make(iam, bare)
    quarantined = {"nothing": measure(world, idle, QUARANTINE["nothing"])}
    pass_time(world, "P1D")
    make(iam, rich)
    give_everything(iam, world, rich)
    quarantined["everything"] = measure(world, idle, QUARANTINE["everything"])
    pass_time(world, f"P{GRACE_DAYS - 1}D")
    deleted = {"nothing": measure(world, idle, DELETION["nothing"])}
    pass_time(world, "P1D")
    deleted["everything"] = measure(world, idle, DELETION["everything"])

    left = {bare, rich} & people_of(iam) | {device["SerialNumber"] for device in iam.list_virtual_mfa_devices()["VirtualMFADevices"] if rich in device["SerialNumber"]}
    for what, measured in (("quarantined", quarantined), ("deleted", deleted)):
        for whom, one in measured.items():
            print(f"leaver with {whom}: {what} by {one['iam']} IAM calls, the least is {one['least']} ({one['ratio']:.2f} of it, aim: at most {MOST}); {one['dynamodb']} of DynamoDB beside them")
    if left:
        sys.exit(f"leaver: still there are {', '.join(sorted(left))}")
    if not chosen.dry:
        record("leaver", {"quarantined": quarantined, "deleted": deleted})
    sys.exit(0 if all(one["ratio"] <= MOST for measured in (quarantined, deleted) for one in measured.values()) else 1)


if __name__ == "__main__":
    main()
