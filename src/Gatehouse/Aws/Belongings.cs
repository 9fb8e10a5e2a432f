using System.Runtime.CompilerServices;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using static Gatehouse.Aws.AsWanted;

namespace Gatehouse.Aws;

/// <summary>What DeleteUser refuses to leave behind, beside MFA devices: one list for each kind that has one, and one call for each thing.</summary>
internal sealed class Belongings(IAmazonIdentityManagementService iam, LeavingUser user)
{
    private string Name => user.Name.Value;

    /// <summary>Ways in go first and the policy that denies everything last, so that nothing opens on the way.</summary>
    /// <exception cref="KeyQuarantinedByAwsException">AWS's quarantine of a leaked key is on the user: nothing was taken.</exception>
    public async Task StripAsync(CancellationToken cancellationToken)
    {
        var attached = await AttachedPoliciesAsync(cancellationToken);
        if (attached.Exists(CompromisedKeyQuarantine.IsIt))
        {
            throw new KeyQuarantinedByAwsException(user.Name);
        }

        await GoneAsync(iam.DeleteLoginProfileAsync(new DeleteLoginProfileRequest(Name), cancellationToken));
        await KeysAsync(cancellationToken);
        await CertificatesAsync(cancellationToken);
        await SshKeysAsync(cancellationToken);
        await ServiceCredentialsAsync(cancellationToken);
        await GroupsAsync(cancellationToken);
        await DetachAsync(attached, cancellationToken);
        await InlinePoliciesAsync(cancellationToken);
        if (user.HasBoundary)
        {
            await GoneAsync(iam.DeleteUserPermissionsBoundaryAsync(new DeleteUserPermissionsBoundaryRequest { UserName = Name }, cancellationToken));
        }
    }

    private async Task KeysAsync(CancellationToken cancellationToken)
    {
        var keys = iam.Paginators.ListAccessKeys(new ListAccessKeysRequest { UserName = Name }).AccessKeyMetadata;
        foreach (var key in await AllAsync(keys, cancellationToken))
        {
            await GoneAsync(iam.DeleteAccessKeyAsync(new DeleteAccessKeyRequest(key.AccessKeyId) { UserName = Name }, cancellationToken));
        }
    }

    private async Task CertificatesAsync(CancellationToken cancellationToken)
    {
        var certificates = iam.Paginators.ListSigningCertificates(new ListSigningCertificatesRequest { UserName = Name }).Certificates;
        foreach (var certificate in await AllAsync(certificates, cancellationToken))
        {
            await GoneAsync(iam.DeleteSigningCertificateAsync(new DeleteSigningCertificateRequest(certificate.CertificateId) { UserName = Name }, cancellationToken));
        }
    }

    private async Task SshKeysAsync(CancellationToken cancellationToken)
    {
        var keys = iam.Paginators.ListSSHPublicKeys(new ListSSHPublicKeysRequest { UserName = Name }).SSHPublicKeys;
        foreach (var key in await AllAsync(keys, cancellationToken))
        {
            await GoneAsync(iam.DeleteSSHPublicKeyAsync(new DeleteSSHPublicKeyRequest { UserName = Name, SSHPublicKeyId = key.SSHPublicKeyId }, cancellationToken));
        }
    }

    private async Task ServiceCredentialsAsync(CancellationToken cancellationToken)
    {
        foreach (var credential in await AllAsync(ServiceCredentialsOfEachPageAsync(cancellationToken), cancellationToken))
        {
            var gone = new DeleteServiceSpecificCredentialRequest { UserName = Name, ServiceSpecificCredentialId = credential.ServiceSpecificCredentialId };
            await GoneAsync(iam.DeleteServiceSpecificCredentialAsync(gone, cancellationToken));
        }
    }

    /// <summary>The one list of these that the SDK has no paginator for.</summary>
    private async IAsyncEnumerable<ServiceSpecificCredentialMetadata> ServiceCredentialsOfEachPageAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListServiceSpecificCredentialsRequest { UserName = Name };
        do
        {
            var page = await iam.ListServiceSpecificCredentialsAsync(request, cancellationToken);
            foreach (var credential in page.ServiceSpecificCredentials ?? [])
            {
                yield return credential;
            }

            request.Marker = page.IsTruncated is true ? page.Marker : null;
        }
        while (request.Marker is not null);
    }

    private async Task GroupsAsync(CancellationToken cancellationToken)
    {
        var groups = iam.Paginators.ListGroupsForUser(new ListGroupsForUserRequest(Name)).Groups;
        foreach (var group in await AllAsync(groups, cancellationToken))
        {
            await GoneAsync(iam.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest(group.GroupName, Name), cancellationToken));
        }
    }

    private async Task<List<string>> AttachedPoliciesAsync(CancellationToken cancellationToken)
    {
        var policies = iam.Paginators.ListAttachedUserPolicies(new ListAttachedUserPoliciesRequest { UserName = Name }).AttachedPolicies;
        return (await AllAsync(policies, cancellationToken)).ConvertAll(policy => policy.PolicyArn);
    }

    private async Task DetachAsync(List<string> attached, CancellationToken cancellationToken)
    {
        foreach (var policy in attached)
        {
            await GoneAsync(iam.DetachUserPolicyAsync(new DetachUserPolicyRequest { UserName = Name, PolicyArn = policy }, cancellationToken));
        }
    }

    private async Task InlinePoliciesAsync(CancellationToken cancellationToken)
    {
        var policies = iam.Paginators.ListUserPolicies(new ListUserPoliciesRequest(Name)).PolicyNames;
        foreach (var policy in (await AllAsync(policies, cancellationToken)).OrderBy(policy => policy == QuarantinePolicy.Name))
        {
            await GoneAsync(iam.DeleteUserPolicyAsync(new DeleteUserPolicyRequest(Name, policy), cancellationToken));
        }
    }
}
