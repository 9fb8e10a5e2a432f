using Amazon.IdentityManagement.Model;
using Amazon.StepFunctions.Model;

namespace Bundled.Aws;

public sealed class PagingTests
{
    private const string FirstPage =
        """
        <ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListUsersResult><IsTruncated>true</IsTruncated><Marker>a+b/=</Marker>
        <Users><member><UserName>anna</UserName></member><member><UserName>bert</UserName></member></Users></ListUsersResult></ListUsersResponse>
        """;

    private const string LastPage =
        """
        <ListUsersResponse><ListUsersResult><IsTruncated>false</IsTruncated>
        <Users><member><UserName>cleo</UserName></member></Users></ListUsersResult></ListUsersResponse>
        """;

    [Fact]
    public async Task Every_page_is_asked_for_with_the_marker_of_the_one_before()
    {
        var script = new Script().Answer(FirstPage).Answer(LastPage);
        using var client = Clients.Identity(script);

        var names = new List<string>();
        await foreach (var user in client.Paginators.ListUsers(new ListUsersRequest { MaxItems = 2 }).Users) names.Add(user.UserName);

        names.ShouldBe(["anna", "bert", "cleo"]);
        script.Sent.Count.ShouldBe(2);
        script.Sent[0].Body.ShouldNotContain("Marker");
        script.Sent[1].Body.ShouldContain("Marker=a%2Bb%2F%3D");
        script.Sent[1].Body.ShouldContain("MaxItems=2");
    }

    [Fact]
    public async Task Machines_are_paged_by_their_token()
    {
        var script = new Script().Answer("""{"executions":[{"name":"one"}],"nextToken":"next"}""").Answer("""{"executions":[{"name":"two"}]}""");
        using var client = Clients.Machines(script);

        var names = new List<string>();
        await foreach (var run in client.Paginators.ListExecutions(new ListExecutionsRequest()).Executions) names.Add(run.Name);

        names.ShouldBe(["one", "two"]);
        script.Sent[1].Body.ShouldBe("""{"nextToken":"next"}""");
    }

    [Fact]
    public async Task A_page_without_its_list_is_an_empty_page()
    {
        const string empty = "<ListUsersResponse><ListUsersResult><IsTruncated>true</IsTruncated><Marker>m</Marker></ListUsersResult></ListUsersResponse>";
        var script = new Script().Answer(empty).Answer(LastPage);
        using var client = Clients.Identity(script);

        var names = new List<string>();
        await foreach (var user in client.Paginators.ListUsers(new ListUsersRequest()).Users) names.Add(user.UserName);

        names.ShouldBe(["cleo"]);
    }

    [Fact]
    public async Task A_paginator_is_used_once()
    {
        using var client = Clients.Identity(new Script().Answer(LastPage).Answer(LastPage));
        var paginator = client.Paginators.ListUsers(new ListUsersRequest());
        await foreach (var page in paginator.Responses) page.Users.Count.ShouldBe(1);

        var again = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var user in paginator.Users) user.ShouldBeNull();
        });

        again.Message.ShouldBe("Paginator has already been consumed and cannot be reused. Please create a new instance.");
    }

    [Fact]
    public async Task Cancelling_between_pages_ends_the_listing()
    {
        var script = new Script().Answer(FirstPage).NeverAnswer();
        using var client = Clients.Identity(script);
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var user in client.Paginators.ListUsers(new ListUsersRequest()).Users.WithCancellation(cancellation.Token))
            {
                if (user.UserName == "bert") cancellation.CancelAfter(50);
            }
        });
    }
}
