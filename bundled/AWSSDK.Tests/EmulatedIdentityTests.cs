using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Bundled.Aws;

[Collection(nameof(Moto))]
public sealed class EmulatedIdentityTests(Moto moto) : IDisposable
{
    private readonly AmazonIdentityManagementServiceClient _client = Clients.Identity(address: moto.Address);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_person_is_created_grouped_tagged_and_read_back()
    {
        var managed = new Tag { Key = "managed-by", Value = "gate + house é" };
        var created = await _client.CreateUserAsync(new CreateUserRequest("zoe+co@example.com") { Tags = [managed] });
        await _client.TagUserAsync(new TagUserRequest { UserName = "zoe+co@example.com", Tags = [new Tag { Key = "pull-request", Value = "7" }] });
        await _client.CreateGroupAsync(new CreateGroupRequest("Joiners"));
        await _client.AddUserToGroupAsync(new AddUserToGroupRequest("Joiners", "zoe+co@example.com"));

        var user = (await _client.GetUserAsync(new GetUserRequest { UserName = "zoe+co@example.com" })).User;
        var tags = (await _client.ListUserTagsAsync(new ListUserTagsRequest { UserName = "zoe+co@example.com" })).Tags;
        var groups = (await _client.ListGroupsForUserAsync(new ListGroupsForUserRequest("zoe+co@example.com"))).Groups;

        user.Arn.ShouldBe(created.User.Arn);
        user.CreateDate.Value.Kind.ShouldBe(DateTimeKind.Utc);
        tags.Select(tag => $"{tag.Key}={tag.Value}").ShouldBe(["managed-by=gate + house é", "pull-request=7"], ignoreOrder: true);
        groups.ShouldHaveSingleItem().GroupName.ShouldBe("Joiners");

        await _client.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest("Joiners", "zoe+co@example.com"));
        (await _client.ListGroupsForUserAsync(new ListGroupsForUserRequest("zoe+co@example.com"))).Groups.ShouldBeNull();
    }

    [Fact]
    public async Task A_login_profile_is_made_changed_and_taken_away()
    {
        await _client.CreateUserAsync(new CreateUserRequest("lena"));
        var absent = await Should.ThrowAsync<NoSuchEntityException>(() => _client.GetLoginProfileAsync(new GetLoginProfileRequest("lena")));
        absent.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await _client.CreateLoginProfileAsync(new CreateLoginProfileRequest("lena", "Long-enough-1234") { PasswordResetRequired = true });
        await Should.ThrowAsync<EntityAlreadyExistsException>(() => _client.CreateLoginProfileAsync(new CreateLoginProfileRequest("lena", "Long-enough-1234")));
        await _client.UpdateLoginProfileAsync(new UpdateLoginProfileRequest("lena") { Password = "Another-one-1234", PasswordResetRequired = true });
        (await _client.GetLoginProfileAsync(new GetLoginProfileRequest("lena"))).LoginProfile.PasswordResetRequired.ShouldBe(true);

        await _client.DeleteLoginProfileAsync(new DeleteLoginProfileRequest("lena"));
        await Should.ThrowAsync<NoSuchEntityException>(() => _client.GetLoginProfileAsync(new GetLoginProfileRequest("lena")));
    }

    [Fact]
    public async Task The_account_s_details_come_page_by_page()
    {
        await _client.CreateUserAsync(new CreateUserRequest("dora"));
        const string document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";
        await moto.PrepareAsync("iam", "PutUserPolicy", ("UserName", "dora"), ("PolicyName", "inline"), ("PolicyDocument", document));

        var users = new List<UserDetail>();
        var request = new GetAccountAuthorizationDetailsRequest { Filter = [EntityType.User] };
        await foreach (var user in _client.Paginators.GetAccountAuthorizationDetails(request).UserDetailList) users.Add(user);

        var policy = users.Single(user => user.UserName == "dora").UserPolicyList.ShouldHaveSingleItem();
        Uri.UnescapeDataString(policy.PolicyDocument).ShouldContain("2012-10-17");
    }

    [Fact]
    public async Task A_list_is_walked_by_its_paginator()
    {
        await _client.CreateUserAsync(new CreateUserRequest("walker"));

        var names = new List<string>();
        await foreach (var user in _client.Paginators.ListUsers(new ListUsersRequest()).Users) names.Add(user.UserName);

        names.ShouldContain("walker");
        (await _client.ListUsersAsync()).Users.Count.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Access_keys_are_made_and_listed()
    {
        await _client.CreateUserAsync(new CreateUserRequest("keys"));

        var key = (await _client.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "keys" })).AccessKey;
        var listed = (await _client.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "keys" })).AccessKeyMetadata.ShouldHaveSingleItem();

        key.SecretAccessKey.ShouldNotBeNullOrEmpty();
        listed.AccessKeyId.ShouldBe(key.AccessKeyId);
        listed.Status.ShouldBe(StatusType.Active);
    }

    [Fact]
    public async Task The_account_s_alias_and_password_policy_are_read()
    {
        await Should.ThrowAsync<NoSuchEntityException>(() => _client.GetAccountPasswordPolicyAsync());
        (await _client.ListAccountAliasesAsync()).AccountAliases.ShouldBeNull();

        await moto.PrepareAsync("iam", "CreateAccountAlias", ("AccountAlias", "the-base"));
        await _client.UpdateAccountPasswordPolicyAsync(new UpdateAccountPasswordPolicyRequest { MinimumPasswordLength = 16, RequireSymbols = true, PasswordReusePrevention = 24 });

        (await _client.ListAccountAliasesAsync()).AccountAliases.ShouldBe(["the-base"]);
        var policy = (await _client.GetAccountPasswordPolicyAsync()).PasswordPolicy;
        policy.MinimumPasswordLength.ShouldBe(16);
        policy.RequireSymbols.ShouldBe(true);
        policy.RequireNumbers.ShouldBe(false);
        policy.PasswordReusePrevention.ShouldBe(24);
    }
}
