using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>The web address's controls: faults, the count of calls, the clock.</summary>
[Collection(SharedWorld.Name)]
public sealed class ControlsTests(WorldFixture world) : IDisposable
{
    private readonly QueryIam iam = new(world);

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task A_fault_is_answered_as_often_as_asked_in_the_services_own_words()
    {
        await world.FailAsync("iam", "ListGroups", "Throttling", times: 2);

        (await iam.RefusalAsync("ListGroups")).ShouldBe("Throttling");
        (await iam.RefusalAsync("ListGroups")).ShouldBe("Throttling");
        (await iam.AskAsync("ListGroups")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_caller_from_outside_survives_a_kill()
    {
        await world.KillAtAsync("iam", "ListGroups");

        (await iam.AskAsync("ListGroups")).Status.ShouldBe(500);
        (await iam.AskAsync("ListGroups")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Calls_are_counted_until_the_count_is_cleared()
    {
        using var cleared = await world.Web.DeleteAsync("api/calls");
        await iam.AskAsync("ListGroups");
        await iam.AskAsync("ListGroups");

        (await world.CallsAsync())["iam:ListGroups"].ShouldBe(2);
    }

    [Fact]
    public async Task Users_made_after_the_clock_moved_carry_its_time()
    {
        var before = await world.NowAsync();
        using var moved = await world.Web.PostAsJsonAsync("api/clock", new { advance = "P2D" });
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);

        await iam.AskAsync("CreateUser", ("UserName", "clock.test"));

        var made = (await iam.AskAsync("GetUser", ("UserName", "clock.test"))).Answer.Descendants("CreateDate").Single().Value;
        DateTimeOffset.Parse(made, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal).ShouldBeGreaterThan(before.AddDays(2));
    }

    [Theory]
    [InlineData("api/clock", """{"advance":"a while"}""")]
    [InlineData("api/clock", """{"advance":"-P1D"}""")]
    [InlineData("api/clock", "nothing")]
    [InlineData("api/faults", """{"service":"iam"}""")]
    [InlineData("api/faults", "[1]")]
    public async Task A_control_that_makes_no_sense_is_refused_with_a_reason(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await world.Web.PostAsync(path, content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["message"]!).ShouldNotBeEmpty();
    }
}
