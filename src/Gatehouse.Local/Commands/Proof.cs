using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.Local.Commands;

/// <summary>What must be true of a person who was onboarded, each claim with what was read back from IAM.</summary>
public sealed class Proof(TextWriter output)
{
    public bool Holds { get; private set; } = true;

    public void Claim(string claim, bool isTrue, string read)
    {
        Holds &= isTrue;
        output.WriteLine($"  {(isTrue ? "yes" : "NO "),-4} {claim,-28} {read}");
    }

    /// <summary>Reads the user, tags, groups and login profile back; a read that IAM refuses escapes.</summary>
    public async Task ReadAsync(IAmazonIdentityManagementService iam, string person, int pullRequest, string mergeCommit, CancellationToken cancellation)
    {
        var user = (await iam.GetUserAsync(new GetUserRequest { UserName = person }, cancellation)).User;
        Claim("the user exists", user.UserName == person, user.Arn);

        var tags = (await iam.ListUserTagsAsync(new ListUserTagsRequest { UserName = person }, cancellation)).Tags ?? [];
        Claim("it is managed by gatehouse", tags.Exists(tag => tag is { Key: "managed-by", Value: "gatehouse" }), string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}")));
        Claim("tags name the pull request", tags.Exists(tag => tag.Value == $"{pullRequest}"), $"#{pullRequest}");
        Claim("tags name the merge commit", tags.Exists(tag => tag.Value == mergeCommit), mergeCommit);

        var groups = (await iam.ListGroupsForUserAsync(new ListGroupsForUserRequest { UserName = person }, cancellation)).Groups ?? [];
        Claim("it is in the group", groups.Exists(group => group.GroupName == "CrossAccountAccess"), string.Join(", ", groups.Select(group => group.GroupName)));

        var profile = (await iam.GetLoginProfileAsync(new GetLoginProfileRequest { UserName = person }, cancellation)).LoginProfile;
        Claim("the password must be changed", profile.PasswordResetRequired == true, $"login profile of {profile.CreateDate:u}");
    }
}
