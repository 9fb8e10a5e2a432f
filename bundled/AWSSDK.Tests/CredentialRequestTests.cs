using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace Bundled.Aws;

/// <summary>What the emulator lacks, and the pages of each list.</summary>
public sealed class CredentialRequestTests
{
    [Fact]
    public async Task A_service_specific_credential_is_made_listed_and_deleted()
    {
        const string fields = "<ServiceSpecificCredentialId>ACCA1</ServiceSpecificCredentialId><ServiceName>codecommit.amazonaws.com</ServiceName>"
            + "<ServiceUserName>anna-at-111122223333</ServiceUserName><UserName>anna</UserName><Status>Active</Status><CreateDate>2026-11-21T09:00:00Z</CreateDate>";
        var script = new Script()
            .Answer($"<R><CreateServiceSpecificCredentialResult><ServiceSpecificCredential>{fields}<ServicePassword>p</ServicePassword></ServiceSpecificCredential></CreateServiceSpecificCredentialResult></R>")
            .Answer($"<R><ListServiceSpecificCredentialsResult><IsTruncated>true</IsTruncated><Marker>m</Marker><ServiceSpecificCredentials><member>{fields}</member></ServiceSpecificCredentials></ListServiceSpecificCredentialsResult></R>")
            .Answer("<R/>");
        using var client = Clients.Identity(script);

        var made = (await client.CreateServiceSpecificCredentialAsync(
            new CreateServiceSpecificCredentialRequest { UserName = "anna", ServiceName = "codecommit.amazonaws.com", CredentialAgeDays = 30 })).ServiceSpecificCredential;
        var listed = await client.ListServiceSpecificCredentialsAsync(new ListServiceSpecificCredentialsRequest { UserName = "anna", Marker = "l" });
        await client.DeleteServiceSpecificCredentialAsync(new DeleteServiceSpecificCredentialRequest { UserName = "anna", ServiceSpecificCredentialId = "ACCA1" });

        made.ServicePassword.ShouldBe("p");
        listed.ServiceSpecificCredentials.ShouldHaveSingleItem().ServiceSpecificCredentialId.ShouldBe("ACCA1");
        (listed.IsTruncated, listed.Marker).ShouldBe((true, "m"));
        script.Sent[0].Body.ShouldContain("CredentialAgeDays=30");
        script.Sent[1].Body.ShouldContain("Marker=l");
        script.Sent[2].Body.ShouldContain("Action=DeleteServiceSpecificCredential&ServiceSpecificCredentialId=ACCA1&UserName=anna");
    }

    [Fact]
    public async Task A_permissions_boundary_is_put_and_taken_away()
    {
        var script = new Script().Answer("<R/>").Answer("<R/>");
        using var client = Clients.Identity(script);

        await client.PutUserPermissionsBoundaryAsync(new PutUserPermissionsBoundaryRequest { UserName = "anna", PermissionsBoundary = "arn:p" });
        await client.DeleteUserPermissionsBoundaryAsync(new DeleteUserPermissionsBoundaryRequest { UserName = "anna" });

        script.Sent[0].Body.ShouldContain("Action=PutUserPermissionsBoundary&PermissionsBoundary=arn%3Ap&UserName=anna");
        script.Sent[1].Body.ShouldContain("Action=DeleteUserPermissionsBoundary&UserName=anna");
    }

    [Fact]
    public async Task Every_list_is_followed_to_its_last_page()
    {
        await FollowAsync("ListMFADevices", "MFADevices", client => client.Paginators.ListMFADevices(new ListMFADevicesRequest("anna")).MFADevices);
        await FollowAsync("ListVirtualMFADevices", "VirtualMFADevices", client => client.Paginators.ListVirtualMFADevices(new ListVirtualMFADevicesRequest()).VirtualMFADevices);
        await FollowAsync("ListSSHPublicKeys", "SSHPublicKeys", client => client.Paginators.ListSSHPublicKeys(new ListSSHPublicKeysRequest()).SSHPublicKeys);
        await FollowAsync("ListSigningCertificates", "Certificates", client => client.Paginators.ListSigningCertificates(new ListSigningCertificatesRequest()).Certificates);
        await FollowAsync("ListUserPolicies", "PolicyNames", client => client.Paginators.ListUserPolicies(new ListUserPoliciesRequest("anna")).PolicyNames);
        await FollowAsync("ListAttachedUserPolicies", "AttachedPolicies", client => client.Paginators.ListAttachedUserPolicies(new ListAttachedUserPoliciesRequest()).AttachedPolicies);
    }

    private static async Task FollowAsync<T>(string action, string list, Func<AmazonIdentityManagementServiceClient, IPaginatedEnumerable<T>> pages)
    {
        string Page(string rest) => $"<R><{action}Result><{list}><member></member></{list}>{rest}</{action}Result></R>";
        var script = new Script().Answer(Page("<IsTruncated>true</IsTruncated><Marker>next</Marker>")).Answer(Page("<IsTruncated>false</IsTruncated>"));
        using var client = Clients.Identity(script);

        var items = 0;
        await foreach (var item in pages(client)) items++;

        items.ShouldBe(2, action);
        script.Sent[1].Body.ShouldContain("Marker=next", customMessage: action);
    }
}
