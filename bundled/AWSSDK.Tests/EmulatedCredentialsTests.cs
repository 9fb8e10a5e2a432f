using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Bundled.Aws;

/// <summary>What a user may have beside a password, made, listed and taken away again.</summary>
[Collection(nameof(Moto))]
public sealed class EmulatedCredentialsTests(Moto moto) : IDisposable
{
    private readonly AmazonIdentityManagementServiceClient _client = Clients.Identity(address: moto.Address);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_virtual_device_is_made_enabled_deactivated_and_deleted()
    {
        await _client.CreateUserAsync(new CreateUserRequest("dev"));
        var made = (await _client.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = "dev-phone", Path = "/" })).VirtualMFADevice;
        made.Base32StringSeed.Length.ShouldBeGreaterThan(0);
        made.QRCodePNG.Length.ShouldBeGreaterThan(0);

        await _client.EnableMFADeviceAsync(
            new EnableMFADeviceRequest { UserName = "dev", SerialNumber = made.SerialNumber, AuthenticationCode1 = "123456", AuthenticationCode2 = "654321" });

        var device = (await _client.ListMFADevicesAsync(new ListMFADevicesRequest("dev"))).MFADevices.ShouldHaveSingleItem();
        device.SerialNumber.ShouldBe(made.SerialNumber);
        device.EnableDate.Value.Kind.ShouldBe(DateTimeKind.Utc);
        var assigned = new ListVirtualMFADevicesRequest { AssignmentStatus = AssignmentStatusType.Assigned };
        (await _client.ListVirtualMFADevicesAsync(assigned)).VirtualMFADevices.Single(one => one.SerialNumber == made.SerialNumber).User.UserName.ShouldBe("dev");

        await _client.DeactivateMFADeviceAsync(new DeactivateMFADeviceRequest("dev", made.SerialNumber));
        await _client.DeleteVirtualMFADeviceAsync(new DeleteVirtualMFADeviceRequest { SerialNumber = made.SerialNumber });
        var gone = new DeleteVirtualMFADeviceRequest { SerialNumber = made.SerialNumber };
        await Should.ThrowAsync<NoSuchEntityException>(() => _client.DeleteVirtualMFADeviceAsync(gone));
    }

    [Fact]
    public async Task An_access_key_is_looked_at_made_inactive_and_deleted()
    {
        await _client.CreateUserAsync(new CreateUserRequest("keyed"));
        var id = (await _client.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "keyed" })).AccessKey.AccessKeyId;

        var used = await _client.GetAccessKeyLastUsedAsync(new GetAccessKeyLastUsedRequest { AccessKeyId = id });
        used.UserName.ShouldBe("keyed");
        used.AccessKeyLastUsed.LastUsedDate.ShouldBeNull();
        used.AccessKeyLastUsed.ServiceName.ShouldBe("N/A");

        await _client.UpdateAccessKeyAsync(new UpdateAccessKeyRequest(id, StatusType.Inactive) { UserName = "keyed" });
        (await _client.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "keyed" })).AccessKeyMetadata.Single().Status.ShouldBe(StatusType.Inactive);

        await _client.DeleteAccessKeyAsync(new DeleteAccessKeyRequest(id) { UserName = "keyed" });
        (await _client.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "keyed" })).AccessKeyMetadata.ShouldBeNull();
    }

    [Fact]
    public async Task A_signing_certificate_is_uploaded_and_deleted()
    {
        await _client.CreateUserAsync(new CreateUserRequest("signer"));
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=signer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));

        var upload = new UploadSigningCertificateRequest(certificate.ExportCertificatePem()) { UserName = "signer" };
        var uploaded = (await _client.UploadSigningCertificateAsync(upload)).Certificate;
        uploaded.UserName.ShouldBe("signer");
        var listed = (await _client.ListSigningCertificatesAsync(new ListSigningCertificatesRequest { UserName = "signer" })).Certificates;
        listed.ShouldHaveSingleItem().CertificateId.ShouldBe(uploaded.CertificateId);
        await Should.ThrowAsync<MalformedCertificateException>(
            () => _client.UploadSigningCertificateAsync(new UploadSigningCertificateRequest("none") { UserName = "signer" }));

        await _client.DeleteSigningCertificateAsync(new DeleteSigningCertificateRequest(uploaded.CertificateId) { UserName = "signer" });
        (await _client.ListSigningCertificatesAsync(new ListSigningCertificatesRequest { UserName = "signer" })).Certificates.ShouldBeNull();
    }

    [Fact]
    public async Task An_ssh_key_is_uploaded_and_deleted()
    {
        await _client.CreateUserAsync(new CreateUserRequest("coder"));

        var upload = new UploadSSHPublicKeyRequest { UserName = "coder", SSHPublicKeyBody = "ssh-rsa AAAA coder" };
        var uploaded = (await _client.UploadSSHPublicKeyAsync(upload)).SSHPublicKey;
        uploaded.Fingerprint.ShouldNotBeNullOrEmpty();
        var listed = (await _client.ListSSHPublicKeysAsync(new ListSSHPublicKeysRequest { UserName = "coder" })).SSHPublicKeys.ShouldHaveSingleItem();
        listed.SSHPublicKeyId.ShouldBe(uploaded.SSHPublicKeyId);
        listed.Status.ShouldBe(StatusType.Active);

        await _client.DeleteSSHPublicKeyAsync(new DeleteSSHPublicKeyRequest { UserName = "coder", SSHPublicKeyId = uploaded.SSHPublicKeyId });
        (await _client.ListSSHPublicKeysAsync(new ListSSHPublicKeysRequest { UserName = "coder" })).SSHPublicKeys.ShouldBeNull();
    }

    [Fact]
    public async Task Policies_are_put_attached_and_taken_away_and_then_the_user_is_deleted()
    {
        const string document = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";
        await _client.CreateUserAsync(new CreateUserRequest("bound"));
        await _client.PutUserPolicyAsync(new PutUserPolicyRequest("bound", "nothing", document));
        var policy = (await _client.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "team", PolicyDocument = document })).Policy;
        await _client.AttachUserPolicyAsync(new AttachUserPolicyRequest { UserName = "bound", PolicyArn = policy.Arn });

        (await _client.ListUserPoliciesAsync(new ListUserPoliciesRequest("bound"))).PolicyNames.ShouldBe(["nothing"]);
        var attached = (await _client.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = "bound" })).AttachedPolicies;
        attached.ShouldHaveSingleItem().PolicyArn.ShouldBe(policy.Arn);
        await Should.ThrowAsync<DeleteConflictException>(() => _client.DeleteUserAsync(new DeleteUserRequest("bound")));

        await _client.DetachUserPolicyAsync(new DetachUserPolicyRequest { UserName = "bound", PolicyArn = policy.Arn });
        await _client.DeleteUserPolicyAsync(new DeleteUserPolicyRequest("bound", "nothing"));
        await _client.DeleteUserAsync(new DeleteUserRequest("bound"));
        await Should.ThrowAsync<NoSuchEntityException>(() => _client.GetUserAsync(new GetUserRequest { UserName = "bound" }));
    }

    [Fact]
    public async Task A_credential_report_is_made_and_read()
    {
        await _client.CreateUserAsync(new CreateUserRequest("reported"));
        while ((await _client.GenerateCredentialReportAsync()).State != ReportStateType.COMPLETE)
        {
        }

        var report = await _client.GetCredentialReportAsync();

        report.ReportFormat.ShouldBe(ReportFormatType.TextCsv);
        report.GeneratedTime.Value.Kind.ShouldBe(DateTimeKind.Utc);
        Encoding.UTF8.GetString(report.Content.ToArray()).ShouldContain("reported,arn:aws:iam::");
    }
}
