using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>A merge of any size is one run, and each person's change is on its own.</summary>
[Collection(CrowdWorld.Name)]
public sealed class ManyPeopleTests(CrowdWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public Task Many_people_at_once_are_each_made_and_mailed_once_under_throttling() => JoinAsync(120, more: "… and 90 more");

    [Fact]
    [Trait("Size", "Long")]
    public Task Five_hundred_people_at_once_are_each_made_and_mailed_once_under_throttling() => JoinAsync(500, more: "… and 850 more");

    private async Task JoinAsync(int many, string more)
    {
        string[] people = [.. Enumerable.Range(0, many).Select(number => $"many.{many}.{number:000}")];
        await world.FailAsync("iam", "CreateUser", "Throttling", times: 20);

        var merged = await register.AddAsync(people);
        (await world.RunOfAsync(merged, seconds: 400)).Status.ShouldBe("SUCCEEDED");

        var members = await MembersAsync();
        people.ShouldAllBe(person => members.Contains(RegisterClient.Address(person)));
        var mails = (await world.MailsAsync()).Where(mail => mail.To[0].StartsWith($"many.{many}.", StringComparison.Ordinal)).ToList();
        mails.Select(mail => mail.To[0]).Order().ShouldBe(people.Select(RegisterClient.Address));
        mails.Select(mail => mail.Password).Distinct().Count().ShouldBe(many);
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldContain(more);
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task<HashSet<string>> MembersAsync()
    {
        var details = aws.Iam.Paginators.GetAccountAuthorizationDetails(new GetAccountAuthorizationDetailsRequest { Filter = ["User"], MaxItems = 1000 });
        var members = new HashSet<string>();
        await foreach (var user in details.UserDetailList)
        {
            if (user.GroupList?.Contains("CrossAccountAccess") ?? false)
            {
                members.Add(user.UserName);
            }
        }

        return members;
    }
}
