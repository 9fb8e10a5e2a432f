using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>Everything that a user can have in IAM: given, and listed kind by kind, from the user's side and from the account's.</summary>
public sealed class Belongings(AmazonIdentityManagementServiceClient iam, string person)
{
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";
    private static readonly string[] ByHand = ["LeaverReaders", "LeaverWriters"];
    private readonly List<string> keys = [];

    public string Policy { get; private set; } = "";

    /// <summary>The virtual device, and the FIDO one as far as the emulator goes: AWS enables that in the console alone.</summary>
    public string[] Devices => [$"arn:aws:iam::111122223333:mfa/{person}", $"arn:aws:iam::111122223333:u2f/user/{person}/security-key-ABCDEFGHIJ"];

    public static async Task MakeGroupsAsync(AmazonIdentityManagementServiceClient iam)
    {
        foreach (var group in ByHand)
        {
            await AsWantedAsync(() => iam.CreateGroupAsync(new CreateGroupRequest(group)));
        }
    }

    /// <summary>Two keys, two devices, a certificate, an SSH key, a service-specific credential, an inline and an attached policy, a boundary, and two groups beside the register's.</summary>
    public async Task GiveEverythingAsync()
    {
        for (var key = 0; key < 2; key++)
        {
            keys.Add((await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = person })).AccessKey.AccessKeyId);
        }

        await iam.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = person });
        foreach (var serial in Devices)
        {
            await iam.EnableMFADeviceAsync(new EnableMFADeviceRequest { UserName = person, SerialNumber = serial, AuthenticationCode1 = "123456", AuthenticationCode2 = "654321" });
        }

        await iam.UploadSigningCertificateAsync(new UploadSigningCertificateRequest(Certificate()) { UserName = person });
        await iam.UploadSSHPublicKeyAsync(new UploadSSHPublicKeyRequest { UserName = person, SSHPublicKeyBody = "ssh-rsa AAAAB3NzaC1yc2E made-up" });
        await iam.CreateServiceSpecificCredentialAsync(new CreateServiceSpecificCredentialRequest { UserName = person, ServiceName = "codecommit.amazonaws.com" });
        await iam.PutUserPolicyAsync(new PutUserPolicyRequest(person, "by-hand", Document));
        Policy = (await iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = $"of-{person.Split('@')[0]}", PolicyDocument = Document })).Policy.Arn;
        await iam.AttachUserPolicyAsync(new AttachUserPolicyRequest { UserName = person, PolicyArn = Policy });
        await iam.PutUserPermissionsBoundaryAsync(new PutUserPermissionsBoundaryRequest { UserName = person, PermissionsBoundary = Policy });
        foreach (var group in ByHand)
        {
            await iam.AddUserToGroupAsync(new AddUserToGroupRequest(group, person));
        }
    }

    /// <summary>Whatever there is of theirs in the account: <c>key Inactive</c>, <c>group CrossAccountAccess</c>, <c>device arn:…</c>.</summary>
    public async Task<IReadOnlyList<string>> AllAsync() =>
    [
        .. await ThingsAsync("user", async () => [(await iam.GetUserAsync(new GetUserRequest { UserName = person })).User.UserName]),
        .. await ThingsAsync("boundary", async () => [(await iam.GetUserAsync(new GetUserRequest { UserName = person })).User.PermissionsBoundary?.PermissionsBoundaryArn]),
        .. await ThingsAsync("password", async () => [(await iam.GetLoginProfileAsync(new GetLoginProfileRequest(person))).LoginProfile.UserName]),
        .. await ThingsAsync("key", async () => (await iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = person })).AccessKeyMetadata?.Select(key => key.Status.Value)),
        .. await ThingsAsync("certificate", async () => (await iam.ListSigningCertificatesAsync(new ListSigningCertificatesRequest { UserName = person })).Certificates?.Select(one => one.Status.Value)),
        .. await ThingsAsync("ssh", async () => (await iam.ListSSHPublicKeysAsync(new ListSSHPublicKeysRequest { UserName = person })).SSHPublicKeys?.Select(one => one.Status.Value)),
        .. await ThingsAsync("credential", async () => (await iam.ListServiceSpecificCredentialsAsync(new ListServiceSpecificCredentialsRequest { UserName = person })).ServiceSpecificCredentials?.Select(one => one.ServiceName)),
        .. await ThingsAsync("inline", async () => (await iam.ListUserPoliciesAsync(new ListUserPoliciesRequest(person))).PolicyNames),
        .. await ThingsAsync("attached", async () => (await iam.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = person })).AttachedPolicies?.Select(one => one.PolicyArn)),
        .. await ThingsAsync("group", async () => (await iam.ListGroupsForUserAsync(new ListGroupsForUserRequest(person))).Groups?.Select(group => group.GroupName)),
        .. await ThingsAsync("device", async () => (await iam.ListMFADevicesAsync(new ListMFADevicesRequest(person))).MFADevices?.Select(device => device.SerialNumber)),
        .. await OfTheAccountAsync(),
    ];

    /// <summary>What would stay in the account although the user is gone: virtual devices by their name, keys by their ids.</summary>
    private async Task<IReadOnlyList<string>> OfTheAccountAsync()
    {
        var left = new List<string>();
        await foreach (var device in iam.Paginators.ListVirtualMFADevices(new ListVirtualMFADevicesRequest { AssignmentStatus = AssignmentStatusType.Any }).VirtualMFADevices)
        {
            left.AddRange(Devices.Where(serial => serial == device.SerialNumber).Select(serial => $"the account's device {serial}"));
        }

        foreach (var key in keys)
        {
            left.AddRange(await ThingsAsync("the account's key", async () => [(await iam.GetAccessKeyLastUsedAsync(new GetAccessKeyLastUsedRequest { AccessKeyId = key })).UserName]));
        }

        return left;
    }

    private static async Task<IEnumerable<string>> ThingsAsync(string kind, Func<Task<IEnumerable<string?>?>> list)
    {
        try
        {
            return (await list() ?? []).OfType<string>().Select(thing => $"{kind} {thing}");
        }
        // GetAccessKeyLastUsed says "denied" of a key that is gone, as in AWS.
        catch (AmazonIdentityManagementServiceException none) when (none is NoSuchEntityException || none.ErrorCode == "AccessDenied")
        {
            return [];
        }
    }

    private static async Task AsWantedAsync(Func<Task> make)
    {
        try
        {
            await make();
        }
        catch (EntityAlreadyExistsException)
        {
            // Another test made it.
        }
    }

    private static string Certificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=made-up", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }
}
