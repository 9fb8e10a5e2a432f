using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>MFA devices as the world serves them, where moto alone would differ from AWS. Listed in docs/local-world.md.</summary>
[Collection(SharedWorld.Name)]
public sealed class MfaDevicesTests(WorldFixture world) : IDisposable
{
    private readonly AwsClients aws = new(world);
    private readonly QueryIam query = new(world);

    public void Dispose()
    {
        aws.Dispose();
        query.Dispose();
    }

    [Fact]
    public async Task Virtual_devices_come_in_sorted_pages_of_which_the_last_says_so()
    {
        for (var index = 0; index < 4; index++) await MakeAsync($"paged-{index}");
        var all = await ListAsync(AssignmentStatusType.Any, 100);
        all.ShouldBe(all.Order(StringComparer.Ordinal));

        foreach (var size in new[] { 1, 3, all.Count })
        {
            (await ListAsync(AssignmentStatusType.Any, size)).ShouldBe(all, $"pages of {size}");
        }

        var whole = await aws.Iam.ListVirtualMFADevicesAsync(new ListVirtualMFADevicesRequest { MaxItems = all.Count });
        whole.IsTruncated.ShouldBe(false, "a page that is just full is the last");
    }

    [Fact]
    public async Task A_list_says_whose_a_device_is_since_when_and_never_its_seed()
    {
        var serial = await MakeAsync("listed.test");
        (await ListAsync(AssignmentStatusType.Unassigned, 100)).ShouldContain(serial);
        (await ListAsync(AssignmentStatusType.Assigned, 100)).ShouldNotContain(serial);

        await UserAsync("listed.test");
        await EnableAsync("listed.test", serial);

        var device = (await aws.Iam.ListVirtualMFADevicesAsync(new ListVirtualMFADevicesRequest { AssignmentStatus = AssignmentStatusType.Assigned })).VirtualMFADevices.Single(one => one.SerialNumber == serial);
        device.User.UserName.ShouldBe("listed.test");
        device.Base32StringSeed.ShouldBeNull();
        (await aws.Iam.ListMFADevicesAsync(new ListMFADevicesRequest { UserName = "listed.test" })).MFADevices.ShouldHaveSingleItem().EnableDate!.Value.ShouldBe(device.EnableDate!.Value, TimeSpan.FromSeconds(5));
        (await ListAsync(AssignmentStatusType.Unassigned, 100)).ShouldNotContain(serial);
    }

    [Fact]
    public async Task Roots_device_is_listed_and_its_user_has_no_name()
    {
        var listed = await aws.Iam.ListVirtualMFADevicesAsync(new ListVirtualMFADevicesRequest { AssignmentStatus = AssignmentStatusType.Assigned });

        var roots = listed.VirtualMFADevices.Single(device => device.SerialNumber == "arn:aws:iam::111122223333:mfa/root-account-mfa-device");
        roots.User.Arn.ShouldBe("arn:aws:iam::111122223333:root");
        roots.User.UserName.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_ninth_device_is_refused()
    {
        await UserAsync("many.test");
        for (var index = 0; index < 8; index++) await EnableAsync("many.test", $"GAKT0000000{index}");

        (await Should.ThrowAsync<LimitExceededException>(() => EnableAsync("many.test", "GAKT00000008"))).ErrorCode.ShouldBe("LimitExceeded");
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:u2f/user/keys.test/yubikey-EXAMPLE1")]
    [InlineData("GAKT12345678")]
    public async Task A_security_key_and_a_hardware_token_need_not_be_made_first(string serial)
    {
        await UserAsync("keys.test");
        await EnableAsync("keys.test", serial);

        (await aws.Iam.ListMFADevicesAsync(new ListMFADevicesRequest { UserName = "keys.test" })).MFADevices.Select(device => device.SerialNumber).ShouldContain(serial);
        var shown = (await world.Web.GetFromJsonAsync<JsonArray>("api/people"))!.Single(person => (string?)person!["name"] == "keys.test")!;
        shown["devices"]!.AsArray().Select(device => (string?)device).ShouldContain(serial, "the page lists it");
        (await ListAsync(AssignmentStatusType.Any, 100)).ShouldNotContain(serial);

        await aws.Iam.DeactivateMFADeviceAsync(new DeactivateMFADeviceRequest { UserName = "keys.test", SerialNumber = serial });
        (await aws.Iam.ListMFADevicesAsync(new ListMFADevicesRequest { UserName = "keys.test" })).MFADevices?.Select(device => device.SerialNumber).ShouldNotContain(serial);
    }

    [Fact]
    public async Task A_virtual_device_must_have_been_made_and_is_one_persons()
    {
        await UserAsync("first.test");
        await UserAsync("second.test");
        (await Should.ThrowAsync<NoSuchEntityException>(() => EnableAsync("first.test", "arn:aws:iam::111122223333:mfa/never-made"))).ErrorCode.ShouldBe("NoSuchEntity");

        var serial = await MakeAsync("shared.test");
        await EnableAsync("first.test", serial);
        await Should.ThrowAsync<EntityAlreadyExistsException>(() => EnableAsync("second.test", serial));
    }

    [Fact]
    public async Task The_same_name_at_another_path_is_another_device()
    {
        var first = await MakeAsync("pathed.test");
        await Should.ThrowAsync<EntityAlreadyExistsException>(() => MakeAsync("pathed.test"));

        (await MakeAsync("pathed.test", "/people/")).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("a space", "janes phone")]
    [InlineData("a slash", "jane/phone")]
    public async Task A_device_name_is_refused_for(string reason, string name) =>
        (await Should.ThrowAsync<AmazonServiceException>(() => MakeAsync(name))).ErrorCode.ShouldBe("ValidationError", reason);

    [Fact]
    public async Task A_device_can_be_synchronised_again_by_whom_it_is()
    {
        await UserAsync("resync.test");
        await EnableAsync("resync.test", "GAKT99999999");

        (await query.AskAsync("ResyncMFADevice", ("UserName", "resync.test"), ("SerialNumber", "GAKT99999999"), ("AuthenticationCode1", "123456"), ("AuthenticationCode2", "654321"))).Status.ShouldBe(200);
        (await query.RefusalAsync("ResyncMFADevice", ("UserName", "resync.test"), ("SerialNumber", "GAKT00000001"), ("AuthenticationCode1", "123456"), ("AuthenticationCode2", "654321"))).ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task The_credential_report_tells_devices_and_keys_as_they_are()
    {
        await UserAsync("reported.test");
        await EnableAsync("reported.test", "GAKT77777777");
        await aws.Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "reported.test" });
        await UserAsync("unreported.test");
        await world.AdvanceAsync("PT5H");
        await query.AskAsync("GenerateCredentialReport");

        var report = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((await query.AskAsync("GetCredentialReport")).Answer.Descendants("Content").Single().Value)).Split('\n').Select(line => line.Split(',')).ToList();
        var (mfa, key) = (Array.IndexOf(report[0], "mfa_active"), Array.IndexOf(report[0], "access_key_1_active"));
        Row("reported.test").ShouldBe(("true", "true"));
        Row("unreported.test").ShouldBe(("false", "false"));

        (string, string) Row(string user)
        {
            var row = report.Single(line => line[0] == user);
            return (row[mfa], row[key]);
        }
    }

    private async Task<string> MakeAsync(string name, string path = "/") =>
        (await aws.Iam.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = name, Path = path })).VirtualMFADevice.SerialNumber;

    private Task<EnableMFADeviceResponse> EnableAsync(string user, string serial) =>
        aws.Iam.EnableMFADeviceAsync(new EnableMFADeviceRequest { UserName = user, SerialNumber = serial, AuthenticationCode1 = "123456", AuthenticationCode2 = "654321" });

    private async Task UserAsync(string name)
    {
        try
        {
            await aws.Iam.CreateUserAsync(new CreateUserRequest { UserName = name });
        }
        catch (EntityAlreadyExistsException)
        {
            // Another row of the same theory made it.
        }
    }

    private async Task<List<string>> ListAsync(AssignmentStatusType status, int size)
    {
        var serials = new List<string>();
        string? marker = null;
        do
        {
            var page = await aws.Iam.ListVirtualMFADevicesAsync(new ListVirtualMFADevicesRequest { AssignmentStatus = status, MaxItems = size, Marker = marker });
            serials.AddRange((page.VirtualMFADevices ?? []).Select(device => device.SerialNumber));
            marker = page.IsTruncated == true ? page.Marker : null;
        }
        while (marker is not null);

        return serials;
    }
}
