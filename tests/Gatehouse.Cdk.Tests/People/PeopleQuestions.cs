namespace Gatehouse.Cdk.Tests.People;

/// <summary>Every sentence about what people may do, as questions with their answers. All are asked in one go (<see cref="PeopleAnswers"/>).</summary>
public static class PeopleQuestions
{
    private static readonly Proof[] NoMfa = [Proof.ByAccessKey, Proof.WithoutMfa];
    private static readonly Proof[] Any = [Proof.ByAccessKey, Proof.WithoutMfa, Proof.WithMfa];
    private static readonly Proof[] Mfa = [Proof.WithMfa];

    public static IReadOnlyList<(string Sentence, Question Question, Verdict Verdict)> All { get; } =
    [
        .. Whoever("chooses a new password", Any, Verdict.Allowed, "iam:ChangePassword", "user/a@b"),
        .. Whoever("sees the rule of passwords", Any, Verdict.Allowed, "iam:GetAccountPasswordPolicy", "*"),
        .. Whoever("sees who they are", Any, Verdict.Allowed, "iam:GetUser", "user/a@b"),
        .. Whoever("lists their own devices", Any, Verdict.Allowed, "iam:ListMFADevices", "user/a@b"),
        .. Whoever("looks at a device of theirs", Any, Verdict.Allowed, "iam:GetMFADevice", "user/a@b"),
        .. Whoever("lists virtual devices", Any, Verdict.Allowed, "iam:ListVirtualMFADevices", "*"),
        .. Whoever("creates a device named like them", Any, Verdict.Allowed, "iam:CreateVirtualMFADevice", "mfa/a@b"),
        .. Whoever("creates a device whose name begins with theirs", Any, Verdict.Allowed, "iam:CreateVirtualMFADevice", "mfa/a@b-phone"),
        .. Whoever("enables a device, a FIDO key among them", Any, Verdict.Allowed, "iam:EnableMFADevice", "user/a@b"),
        .. Whoever("sets a device's clock right", Any, Verdict.Allowed, "iam:ResyncMFADevice", "user/a@b"),
        .. Whoever("presents a code on the command line", Any, Verdict.Allowed, "sts:GetSessionToken", "*"),

        .. OnlyWithMfa("deactivates a device of theirs", "iam:DeactivateMFADevice", "user/a@b"),
        .. OnlyWithMfa("deletes a device named like them", "iam:DeleteVirtualMFADevice", "mfa/a@b"),
        .. OnlyWithMfa("deletes a device whose name begins with theirs", "iam:DeleteVirtualMFADevice", "mfa/a@b-phone"),
        .. OnlyWithMfa("makes an access key", "iam:CreateAccessKey", "user/a@b"),
        .. OnlyWithMfa("lists their access keys", "iam:ListAccessKeys", "user/a@b"),
        .. OnlyWithMfa("switches an access key off", "iam:UpdateAccessKey", "user/a@b"),
        .. OnlyWithMfa("deletes an access key", "iam:DeleteAccessKey", "user/a@b"),
        .. OnlyWithMfa("sees when an access key was used", "iam:GetAccessKeyLastUsed", "user/a@b"),

        .. Whoever("does without MFA what another policy gives", NoMfa, Verdict.Denied, "sts:AssumeRole", "role/developer", "operator"),
        .. Whoever("does with MFA what another policy gives", Mfa, Verdict.Allowed, "sts:AssumeRole", "role/developer", "operator"),
        .. Whoever("assumes a role that no policy gives", NoMfa, Verdict.Denied, "sts:AssumeRole", "role/developer"),
        .. Whoever("assumes a role that no policy gives", Mfa, Verdict.NotGiven, "sts:AssumeRole", "role/developer"),
        .. Nobody("lists people", "iam:ListUsers", "*"),
        .. Nobody("lists buckets", "s3:ListAllMyBuckets", "*"),
        .. Nobody("makes themselves another password without the old one", "iam:UpdateLoginProfile", "user/a@b"),
        .. Nobody("takes off or puts on the tag of managed users", "iam:TagUser", "user/a@b"),
        .. Nobody("gives themselves a policy", "iam:PutUserPolicy", "user/a@b"),
        .. Nobody("joins a group", "iam:AddUserToGroup", "group/Administrators"),
        .. Nobody("uploads an SSH key", "iam:UploadSSHPublicKey", "user/a@b"),
        .. Nobody("uploads a signing certificate", "iam:UploadSigningCertificate", "user/a@b"),
        .. Nobody("makes a credential for one service", "iam:CreateServiceSpecificCredential", "user/a@b"),
        .. Nobody("deletes a user", "iam:DeleteUser", "user/a@b"),

        .. OfAnother("changes another's password", "iam:ChangePassword", "user/a@b.uk"),
        .. OfAnother("looks at another", "iam:GetUser", "user/a@b.uk"),
        .. OfAnother("lists another's devices", "iam:ListMFADevices", "user/a@b.uk"),
        .. OfAnother("looks at another's device", "iam:GetMFADevice", "user/a@b.uk"),
        .. OfAnother("creates a device named like a longer name", "iam:CreateVirtualMFADevice", "mfa/a@b.uk"),
        .. OfAnother("creates a device of somebody whose name begins the same", "iam:CreateVirtualMFADevice", "mfa/a@b.uk-phone"),
        .. OfAnother("creates a device of somebody else", "iam:CreateVirtualMFADevice", "mfa/jane-phone"),
        .. OfAnother("creates a device in other letters", "iam:CreateVirtualMFADevice", "mfa/A@B-phone"),
        .. OfAnother("creates a device that says nothing of whose it is", "iam:CreateVirtualMFADevice", "mfa/phone"),
        .. OfAnother("enables a device for another", "iam:EnableMFADevice", "user/a@b.uk"),
        .. OfAnother("sets another's device", "iam:ResyncMFADevice", "user/a@b.uk"),
        .. OfAnother("deactivates another's device", "iam:DeactivateMFADevice", "user/a@b.uk"),
        .. OfAnother("deletes a device of somebody whose name begins the same", "iam:DeleteVirtualMFADevice", "mfa/a@b.uk-phone"),
        .. OfAnother("makes another's access key", "iam:CreateAccessKey", "user/a@b.uk"),
        .. OfAnother("lists another's access keys", "iam:ListAccessKeys", "user/a@b.uk"),
        .. OfAnother("deletes another's access key", "iam:DeleteAccessKey", "user/a@b.uk"),
        .. Whoever("the longer name has its own devices", Any, Verdict.Allowed, "iam:CreateVirtualMFADevice", "mfa/a@b.uk-phone", "a@b.uk"),
        .. Whoever("the longer name has no shorter one's", Mfa, Verdict.NotGiven, "iam:CreateVirtualMFADevice", "mfa/a@b-phone", "a@b.uk"),

        // What the pattern cannot tell apart; the watcher sees that the longest user name owns the device, and removes it.
        .. Whoever("the gap: jane creates a device of jane-admin", Any, Verdict.Allowed, "iam:CreateVirtualMFADevice", "mfa/jane-admin-phone", "jane"),
        .. Whoever("the gap: jane deletes one that jane-admin has not enabled; IAM refuses an enabled one", Mfa, Verdict.Allowed, "iam:DeleteVirtualMFADevice", "mfa/jane-admin-phone", "jane"),
        .. Whoever("the gap ends at the user: jane deactivates nothing of jane-admin", Mfa, Verdict.NotGiven, "iam:DeactivateMFADevice", "user/jane-admin", "jane"),
        .. Whoever("the gap ends at the user: jane enables nothing for jane-admin", NoMfa, Verdict.Denied, "iam:EnableMFADevice", "user/jane-admin", "jane"),
        .. Whoever("no path stands in for a name", Any, Verdict.Denied, "iam:CreateVirtualMFADevice", "mfa/jane-x/a@b", "jane"),

        .. Whoever("an administrator without MFA makes a user", NoMfa, Verdict.Denied, "iam:CreateUser", "user/new", "admin"),
        .. Whoever("an administrator without MFA reads a bucket list", NoMfa, Verdict.Denied, "s3:ListAllMyBuckets", "*", "admin"),
        .. Whoever("an administrator without MFA gives another a device", NoMfa, Verdict.Denied, "iam:EnableMFADevice", "user/a@b", "admin"),
        .. Whoever("an administrator without MFA sets another's device", NoMfa, Verdict.Denied, "iam:ResyncMFADevice", "user/a@b", "admin"),
        .. Whoever("an administrator without MFA makes a device of any name", NoMfa, Verdict.Denied, "iam:CreateVirtualMFADevice", "mfa/a@b", "admin"),
        .. Whoever("an administrator without MFA changes another's password", NoMfa, Verdict.Denied, "iam:ChangePassword", "user/a@b", "admin"),
        .. Whoever("an administrator without MFA looks at another", NoMfa, Verdict.Denied, "iam:GetUser", "user/a@b", "admin"),
        .. Whoever("an administrator without MFA lists another's devices", NoMfa, Verdict.Denied, "iam:ListMFADevices", "user/a@b", "admin"),
        .. Whoever("an administrator without MFA looks at another's device", NoMfa, Verdict.Denied, "iam:GetMFADevice", "user/a@b", "admin"),
        .. Whoever("an administrator without MFA removes their own", NoMfa, Verdict.Denied, "iam:DeactivateMFADevice", "user/admin", "admin"),
        .. Whoever("an administrator without MFA sets up their own", NoMfa, Verdict.Allowed, "iam:EnableMFADevice", "user/admin", "admin"),
        .. Whoever("an administrator with MFA makes a user", Mfa, Verdict.Allowed, "iam:CreateUser", "user/new", "admin"),
        .. Whoever("an administrator with MFA removes another's device", Mfa, Verdict.Allowed, "iam:DeactivateMFADevice", "user/a@b", "admin"),
        .. Whoever("an administrator with MFA deletes a device of any name", Mfa, Verdict.Allowed, "iam:DeleteVirtualMFADevice", "mfa/phone", "admin"),

        .. Under("exact", "the one name is created", Any, Verdict.Allowed, "iam:CreateVirtualMFADevice", "mfa/a@b"),
        .. Under("exact", "a longer name is not created", Mfa, Verdict.NotGiven, "iam:CreateVirtualMFADevice", "mfa/a@b-phone"),
        .. Under("exact", "the one name is deleted with MFA", Mfa, Verdict.Allowed, "iam:DeleteVirtualMFADevice", "mfa/a@b"),
        .. Under("exact", "a longer name is not deleted", Mfa, Verdict.NotGiven, "iam:DeleteVirtualMFADevice", "mfa/a@b-phone"),
        .. Under("exact", "there is no gap between jane and jane-admin", Mfa, Verdict.NotGiven, "iam:CreateVirtualMFADevice", "mfa/jane-admin", "jane"),

        .. From("192.0.2.77", "the office", Verdict.Allowed),
        .. From("2001:db8:1::7", "the office, by IPv6", Verdict.Allowed),
        .. From("198.51.100.7", "elsewhere", Verdict.Denied),
        .. From("2001:db9::7", "elsewhere, by IPv6", Verdict.Denied),
        .. From(null, "a VPC endpoint, where no address is known", Verdict.Denied),
        ("A service that an administrator set to work may go on", Restricted("admin", "iam:CreateUser", "user/new", "10.0.0.1") with { ThroughService = true }, Verdict.Allowed),
        ("A service is not a way round MFA", Restricted("admin", "iam:CreateUser", "user/new", "10.0.0.1") with { ThroughService = true, By = Proof.WithoutMfa }, Verdict.Denied),
    ];

    private static IEnumerable<(string, Question, Verdict)> Whoever(string does, Proof[] proofs, Verdict verdict, string action, string on, string who = "a@b") =>
        proofs.Select(proof => ($"{proof}: {does}", new Question(who, proof, action, on), verdict));

    private static IEnumerable<(string, Question, Verdict)> OnlyWithMfa(string does, string action, string on) =>
        [.. Whoever(does, NoMfa, Verdict.Denied, action, on), .. Whoever(does, Mfa, Verdict.Allowed, action, on)];

    private static IEnumerable<(string, Question, Verdict)> Nobody(string does, string action, string on) =>
        [.. Whoever(does, NoMfa, Verdict.Denied, action, on), .. Whoever(does, Mfa, Verdict.NotGiven, action, on)];

    // Denied without MFA, so that not even an administrator does it; with MFA it is for another policy to give.
    private static IEnumerable<(string, Question, Verdict)> OfAnother(string does, string action, string on) => Nobody(does, action, on);

    private static IEnumerable<(string, Question, Verdict)> Under(string policy, string what, Proof[] proofs, Verdict verdict, string action, string on, string who = "a@b") =>
        Whoever($"under {policy}, {what}", proofs, verdict, action, on, who).Select(row => (row.Item1, row.Item2 with { Policy = policy }, row.Item3));

    private static IEnumerable<(string, Question, Verdict)> From(string? address, string where, Verdict verdict) =>
    [
        ($"From {where}: a new password", Restricted("a@b", "iam:ChangePassword", "user/a@b", address) with { By = Proof.WithoutMfa }, verdict),
        ($"From {where}: a code on the command line", Restricted("a@b", "sts:GetSessionToken", "*", address) with { By = Proof.ByAccessKey }, verdict),
        ($"From {where}: a role", Restricted("operator", "sts:AssumeRole", "role/developer", address), verdict),
        ($"From {where}: an administrator", Restricted("admin", "iam:CreateUser", "user/new", address), verdict),
    ];

    private static Question Restricted(string who, string action, string on, string? address) => new(who, Proof.WithMfa, action, on) { Policy = "addresses", From = address };
}
