using System.Collections.Specialized;
using System.Net;

namespace Gatehouse.Tests.Aws;

/// <summary>One action of the IAM account in memory, with AWS's own refusals; another one fails the test.</summary>
internal sealed class IamActionInMemory(string name, string? parameter, Func<IamInMemory, NameValueCollection, string> act)
{
    private static readonly IamActionInMemory[] Known =
    [
        List("ListAccessKeys", "key", "AccessKeyMetadata", (user, id) => $"<AccessKeyId>{id}</AccessKeyId><Status>{(user.Inactive.Contains(id) ? "Inactive" : "Active")}</Status>{(user.MadeAt.TryGetValue(id, out var made) ? $"<CreateDate>{made:yyyy-MM-ddTHH:mm:ssZ}</CreateDate>" : "")}"),
        List("ListSigningCertificates", "certificate", "Certificates", (_, id) => $"<CertificateId>{id}</CertificateId>"),
        List("ListSSHPublicKeys", "ssh", "SSHPublicKeys", (_, id) => $"<SSHPublicKeyId>{id}</SSHPublicKeyId>"),
        List("ListServiceSpecificCredentials", "credential", "ServiceSpecificCredentials", (_, id) => $"<ServiceSpecificCredentialId>{id}</ServiceSpecificCredentialId>"),
        List("ListGroupsForUser", "group", "Groups", (_, id) => $"<GroupName>{id}</GroupName>"),
        List("ListAttachedUserPolicies", "attached", "AttachedPolicies", (_, id) => $"<PolicyArn>{id}</PolicyArn>"),
        List("ListUserPolicies", "inline", "PolicyNames", (_, id) => id),
        List("ListMFADevices", "device", "MFADevices", (user, id) => $"<SerialNumber>{id}</SerialNumber>{(user.EnabledAt.TryGetValue(id, out var at) ? $"<EnableDate>{at:yyyy-MM-ddTHH:mm:ssZ}</EnableDate>" : "")}", managedOnly: false),
        Take("DeleteAccessKey", "key", "AccessKeyId"),
        Take("DeleteSigningCertificate", "certificate", "CertificateId"),
        Take("DeleteSSHPublicKey", "ssh", "SSHPublicKeyId"),
        Take("DeleteServiceSpecificCredential", "credential", "ServiceSpecificCredentialId"),
        Take("RemoveUserFromGroup", "group", "GroupName"),
        Take("DetachUserPolicy", "attached", "PolicyArn"),
        Take("DeleteUserPolicy", "inline", "PolicyName"),
        Take("DeactivateMFADevice", "device", "SerialNumber"),
        Take("DeleteLoginProfile", "password", null),
        Take("DeleteUserPermissionsBoundary", "boundary", null),
        Put("AddUserToGroup", "group", "GroupName"),
        Put("PutUserPolicy", "inline", "PolicyName"),
        new("UpdateAccessKey", "AccessKeyId", UpdateKey),
        new("DeleteVirtualMFADevice", "SerialNumber", DeleteDevice),
        new("CreateLoginProfile", null, (iam, form) => User(iam, form).Of("password") is { Count: 0 } none ? Set(none, form) : throw new Refusal("EntityAlreadyExists")),
        new("UpdateLoginProfile", null, (iam, form) => User(iam, form).Of("password") is { Count: > 0 } one ? Set(one, form) : throw new Refusal("NoSuchEntity")),
        new("GetLoginProfile", null, (iam, form) => User(iam, form).Of("password").Count > 0 ? "<LoginProfile><PasswordResetRequired>true</PasswordResetRequired></LoginProfile>" : throw new Refusal("NoSuchEntity")),
        new("GetUser", null, GetUser),
        new("DeleteUser", null, DeleteUser),
        new("GetAccessKeyLastUsed", "AccessKeyId", IamOverview.LastUse),
        new("GetAccountAuthorizationDetails", null, IamOverview.Details),
        new("ListAccountAliases", null, (_, _) => "<AccountAliases><member>gds-users</member></AccountAliases><IsTruncated>false</IsTruncated>"),
        new("GenerateCredentialReport", null, (iam, _) => IamOverview.MakeReport(iam)),
        new("GetCredentialReport", null, (iam, _) => IamOverview.Report(iam)),
    ];

    public string Name => name;

    public static IamActionInMemory Of(string name) =>
        Known.SingleOrDefault(action => action.Name == name) ?? throw new InvalidOperationException($"The IAM in memory knows no {name}.");

    /// <summary>What a call names beside the user.</summary>
    public string Names(NameValueCollection form) => parameter is null ? "" : form[parameter]!;

    public (HttpStatusCode Status, string Body) Answer(IamInMemory iam, NameValueCollection form)
    {
        try
        {
            return (HttpStatusCode.OK, $"<{name}Response><{name}Result>{act(iam, form)}</{name}Result></{name}Response>");
        }
        catch (Refusal refusal)
        {
            return (HttpStatusCode.Conflict, $"<ErrorResponse><Error><Type>Sender</Type><Code>{refusal.Message}</Code><Message>no</Message></Error></ErrorResponse>");
        }
    }

    private static IamActionInMemory List(string name, string kind, string container, Func<IamUserInMemory, string, string> member, bool managedOnly = true) => new(name, null, (iam, form) =>
    {
        var user = User(iam, form, managedOnly);
        var start = int.Parse(form["Marker"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var page = string.Concat(user.Of(kind).Skip(start).Take(iam.PageSize).Select(id => $"<member>{member(user, id)}</member>"));
        var rest = user.Of(kind).Count > start + iam.PageSize ? $"<IsTruncated>true</IsTruncated><Marker>{start + iam.PageSize}</Marker>" : "<IsTruncated>false</IsTruncated>";
        return $"<{container}>{page}</{container}>{rest}";
    });

    private static IamActionInMemory Take(string name, string kind, string? parameter) => new(name, parameter, (iam, form) =>
    {
        var things = User(iam, form).Of(kind);
        return Done(parameter is null ? things.Count > 0 && things.RemoveAll(_ => true) > 0 : things.Remove(form[parameter]!));
    });

    private static IamActionInMemory Put(string name, string kind, string parameter) => new(name, parameter, (iam, form) =>
    {
        var things = User(iam, form).Of(kind);
        if (iam.NoRoom && kind == "inline")
        {
            throw new Refusal("LimitExceeded");
        }

        things.Remove(form[parameter]!);
        things.Add(form[parameter]!);
        return "";
    });

    private static string UpdateKey(IamInMemory iam, NameValueCollection form)
    {
        var (user, key) = (User(iam, form), form["AccessKeyId"]!);
        if (!user.Of("key").Contains(key))
        {
            throw new Refusal("NoSuchEntity");
        }

        _ = form["Status"] == "Inactive" ? user.Inactive.Add(key) : user.Inactive.Remove(key);
        return "";
    }

    private static string Set(List<string> password, NameValueCollection form)
    {
        password.Clear();
        password.Add(form["Password"]!);
        return "";
    }

    private static string DeleteDevice(IamInMemory iam, NameValueCollection form) =>
        iam.Users.Values.Any(user => user.Of("device").Contains(form["SerialNumber"]!)) ? throw new Refusal("DeleteConflict") : Done(iam.VirtualDevices.Remove(form["SerialNumber"]!));

    private static string GetUser(IamInMemory iam, NameValueCollection form)
    {
        if (!iam.Users.TryGetValue(form["UserName"]!, out var user) && iam.Stale-- > 0)
        {
            user = new IamUserInMemory(managed: true);
        }

        var boundary = string.Concat((user ?? throw new Refusal("NoSuchEntity")).Of("boundary").Select(arn => $"<PermissionsBoundary><PermissionsBoundaryArn>{arn}</PermissionsBoundaryArn></PermissionsBoundary>"));
        var tags = user.Managed ? "<member><Key>managed-by</Key><Value>gatehouse</Value></member>" : "";
        return $"<User><UserName>{form["UserName"]}</UserName><Arn>arn:aws:iam::111122223333:user/{form["UserName"]}</Arn>{boundary}<Tags>{tags}</Tags></User>";
    }

    private static string DeleteUser(IamInMemory iam, NameValueCollection form) =>
        User(iam, form).IsBare ? Done(iam.Users.Remove(form["UserName"]!)) : throw new Refusal("DeleteConflict");

    private static string Done(bool done) => done ? "" : throw new Refusal("NoSuchEntity");

    /// <summary>The role may touch managed users only, and IAM does not tell one that does not exist from one without the tag. Groups carry no condition.</summary>
    private static IamUserInMemory User(IamInMemory iam, NameValueCollection form, bool managedOnly = true) => iam.Users.GetValueOrDefault(form["UserName"]!) switch
    {
        { } user when user.Managed || user.Machine || !managedOnly || form["GroupName"] is not null => user,
        _ => throw new Refusal(managedOnly && form["GroupName"] is null ? "AccessDenied" : "NoSuchEntity"),
    };

    internal sealed class Refusal(string code) : Exception(code);
}
