namespace Gatehouse.World.Tests.Emulator;

/// <summary>IAM as the world serves it, where moto alone would differ from AWS. Listed in docs/local-world.md.</summary>
[Collection(SharedWorld.Name)]
public sealed class IamDifferencesTests(WorldFixture world) : IDisposable
{
    private readonly QueryIam iam = new(world);

    public void Dispose() => iam.Dispose();

    [Theory]
    [InlineData("unusable characters", "no spaces", "ValidationError")]
    [InlineData("a letter outside ASCII", "zoë", "ValidationError")]
    [InlineData("65 characters", "a2345678901234567890123456789012345678901234567890123456789012345", "ValidationError")]
    public async Task A_name_is_refused_for(string reason, string name, string code) =>
        (await iam.RefusalAsync("CreateUser", ("UserName", name))).ShouldBe(code, reason);

    [Fact]
    public async Task A_name_that_differs_only_in_case_is_taken()
    {
        await CreateAsync("case.test");

        (await iam.RefusalAsync("CreateUser", ("UserName", "Case.Test"))).ShouldBe("EntityAlreadyExists");
    }

    [Fact]
    public async Task A_first_password_has_to_be_changed_until_it_is()
    {
        await CreateAsync("reset.test");
        await iam.AskAsync("CreateLoginProfile", ("UserName", "reset.test"), ("Password", "first-Password-1"), ("PasswordResetRequired", "true"));
        var key = (await iam.AskAsync("CreateAccessKey", ("UserName", "reset.test"))).Answer;

        (await ResetRequiredAsync("reset.test")).ShouldBe("true");

        await iam.AskAsync("UpdateLoginProfile", ("UserName", "reset.test"), ("Password", "second-Password-2"));
        (await ResetRequiredAsync("reset.test")).ShouldBe("true", "an update that leaves the flag out leaves it alone");
        key.Descendants("AccessKeyId").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Lists_come_in_pages_of_a_hundred()
    {
        for (var index = 0; index < 101; index++) await CreateAsync($"page.{index:000}");

        foreach (var (action, item) in new[] { ("ListUsers", "Users"), ("GetAccountAuthorizationDetails", "UserDetailList") })
        {
            var first = (await iam.AskAsync(action, ("Filter.member.1", "User"))).Answer;
            first.Descendants("IsTruncated").Single().Value.ShouldBe("true");
            first.Descendants(item).Single().Elements().Count().ShouldBe(100);

            var next = (await iam.AskAsync(action, ("Filter.member.1", "User"), ("Marker", first.Descendants("Marker").Single().Value))).Answer;
            next.Descendants(item).Single().Elements().ShouldNotBeEmpty();
            Names(next).Intersect(Names(first)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_user_who_still_has_anything_cannot_be_deleted()
    {
        await CreateAsync("bare.test");
        await iam.AskAsync("CreateLoginProfile", ("UserName", "bare.test"), ("Password", "first-Password-1"));
        (await iam.RefusalAsync("DeleteUser", ("UserName", "bare.test"))).ShouldBe("DeleteConflict");

        await iam.AskAsync("DeleteLoginProfile", ("UserName", "bare.test"));
        (await iam.AskAsync("DeleteUser", ("UserName", "bare.test"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Service_specific_credentials_are_kept()
    {
        await CreateAsync("credential.test");
        await iam.AskAsync("CreateServiceSpecificCredential", ("UserName", "credential.test"), ("ServiceName", "codecommit.amazonaws.com"));

        var listed = (await iam.AskAsync("ListServiceSpecificCredentials", ("UserName", "credential.test"))).Answer;
        var id = listed.Descendants("ServiceSpecificCredentialId").Single().Value;
        (await iam.RefusalAsync("DeleteUser", ("UserName", "credential.test"))).ShouldBe("DeleteConflict");

        await iam.AskAsync("DeleteServiceSpecificCredential", ("UserName", "credential.test"), ("ServiceSpecificCredentialId", id));
        (await iam.AskAsync("DeleteUser", ("UserName", "credential.test"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_user_has_a_permissions_boundary_until_it_is_taken_away()
    {
        const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";
        await CreateAsync("boundary.test");
        var policy = (await iam.AskAsync("CreatePolicy", ("PolicyName", "boundary"), ("PolicyDocument", Nothing))).Answer.Descendants("Arn").Single().Value;

        await iam.AskAsync("PutUserPermissionsBoundary", ("UserName", "boundary.test"), ("PermissionsBoundary", policy));
        (await GetAsync("boundary.test")).Descendants("PermissionsBoundaryArn").Single().Value.ShouldBe(policy);

        await iam.AskAsync("DeleteUserPermissionsBoundary", ("UserName", "boundary.test"));
        (await GetAsync("boundary.test")).Descendants("PermissionsBoundaryArn").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_a_user_changes_their_own_password() =>
        (await iam.RefusalAsync("ChangePassword", ("OldPassword", "a"), ("NewPassword", "b"))).ShouldBe("ValidationError");

    [Fact]
    public async Task The_credential_report_has_a_row_for_root_and_its_own_age()
    {
        await iam.AskAsync("GenerateCredentialReport");

        var report = (await iam.AskAsync("GetCredentialReport")).Answer;

        var lines = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(report.Descendants("Content").Single().Value)).Split('\n');
        lines.ShouldContain(line => line.StartsWith("<root_account>,arn:aws:iam::111122223333:root", StringComparison.Ordinal));
        var generated = Moment(report.Descendants("GeneratedTime").Single().Value);
        generated.Year.ShouldBeGreaterThan(2015);
        var changed = Array.IndexOf(lines[0].Split(','), "password_last_changed");
        Row(lines, "break-glass-admin")[changed].ShouldBe("N/A");
        Moment(Row(lines, "morgan.ellis@digital.cabinet-office.gov.uk")[changed]).ShouldBeLessThanOrEqualTo(generated);
    }

    [Fact]
    public async Task A_virtual_device_that_somebody_has_cannot_be_deleted()
    {
        await CreateAsync("device.test");
        var serial = (await iam.AskAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", "device.test"))).Answer.Descendants("SerialNumber").Single().Value;
        await iam.AskAsync("EnableMFADevice", ("UserName", "device.test"), ("SerialNumber", serial), ("AuthenticationCode1", "123456"), ("AuthenticationCode2", "654321"));
        (await iam.RefusalAsync("DeleteVirtualMFADevice", ("SerialNumber", serial))).ShouldBe("DeleteConflict");

        await iam.AskAsync("DeactivateMFADevice", ("UserName", "device.test"), ("SerialNumber", serial));
        (await iam.AskAsync("DeleteVirtualMFADevice", ("SerialNumber", serial))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_key_is_used_by_signing_with_it_and_an_inactive_one_opens_nothing()
    {
        await CreateAsync("key.test");
        var id = (await iam.AskAsync("CreateAccessKey", ("UserName", "key.test"))).Answer.Descendants("AccessKeyId").Single().Value;
        (await UseOfAsync(id)).Descendants("LastUsedDate").ShouldBeEmpty();

        (await iam.AskAsAsync(id, "ListAccountAliases")).Status.ShouldBe(200);

        var used = await UseOfAsync(id);
        (used.Descendants("ServiceName").Single().Value, used.Descendants("Region").Single().Value).ShouldBe(("iam", "us-east-1"));
        used.Descendants("LastUsedDate").ShouldHaveSingleItem();
        await iam.AskAsync("UpdateAccessKey", ("UserName", "key.test"), ("AccessKeyId", id), ("Status", "Inactive"));
        (await iam.AskAsAsync(id, "ListAccountAliases")).Answer.Descendants("Code").Single().Value.ShouldBe("InvalidClientTokenId");
    }

    [Fact]
    public async Task Of_a_key_that_the_account_does_not_have_nobody_may_know_the_use()
    {
        var (status, answer) = await iam.AskAsync("GetAccessKeyLastUsed", ("AccessKeyId", "AKIANOBODYS000000000"));

        status.ShouldBe(403);
        answer.Descendants("Code").Single().Value.ShouldBe("AccessDenied");
    }

    private async Task<System.Xml.Linq.XElement> UseOfAsync(string key) => (await iam.AskAsync("GetAccessKeyLastUsed", ("AccessKeyId", key))).Answer;

    private static string[] Row(string[] lines, string user) => lines.Single(line => line.StartsWith($"{user},", StringComparison.Ordinal)).Split(',');

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(System.Xml.Linq.XElement answer) => answer.Descendants("UserName").Select(name => name.Value);

    private Task<(int, System.Xml.Linq.XElement)> CreateAsync(string name) => iam.AskAsync("CreateUser", ("UserName", name));

    private async Task<System.Xml.Linq.XElement> GetAsync(string name) => (await iam.AskAsync("GetUser", ("UserName", name))).Answer;

    private async Task<string> ResetRequiredAsync(string name) => (await iam.AskAsync("GetLoginProfile", ("UserName", name))).Answer.Descendants("PasswordResetRequired").Single().Value;
}
