using Amazon.IdentityManagement.Model;
using static Gatehouse.World.Tests.RegisterClient;

namespace Gatehouse.World.Tests.Keys;

/// <summary>A key grows old in a world that runs what is deployed: mails on their days, then it is made inactive, then it is deleted.</summary>
[Collection(KeysWorld.Name)]
public sealed class KeySweepTests(KeysWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string Exemptions = "mgmt/key-exemptions.json";

    private readonly AwsClients aws = new(world);

    private KeyHolders Holders => new(world, aws);

    public async Task InitializeAsync()
    {
        await world.ClearFaultsAsync();
        await world.NoonAsync();
    }

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public async Task A_key_in_use_is_warned_about_at_76_83_and_89_days_ends_at_90_and_is_deleted_30_days_later()
    {
        var person = Address("old.key");
        await Holders.UserAsync(person);
        var key = await Holders.KeyAsync(person);
        await Holders.MoveAsync(75);
        await Holders.UseAsync(key);
        await Holders.SweepAsync();
        (await Holders.SubjectsAsync(person)).ShouldBeEmpty();

        var expected = new List<string>();
        foreach (var (move, mail, status) in new[] { (1, "first", "Active"), (7, "again", "Active"), (6, "last", "Active"), (1, "inactive", "Inactive"), (29, "", "Inactive"), (1, "deleted", "gone") })
        {
            await Holders.MoveAsync(move);
            if (status == "Active")
            {
                await Holders.UseAsync(key);
            }

            expected.AddRange(mail switch
            {
                "first" => [$"Replace your AWS access key before {await Holders.DayAsync(14)}"],
                "again" => [$"Replace your AWS access key before {await Holders.DayAsync(7)}"],
                "last" => [$"Last warning: your AWS access key stops working on {await Holders.DayAsync(1)}"],
                "inactive" => ["Your AWS access key was made inactive"],
                "deleted" => ["Your inactive AWS access key was deleted"],
                _ => Array.Empty<string>(),
            });
            await Task.WhenAll(Holders.SweepAsync(), Holders.SweepAsync());

            (await Holders.SubjectsAsync(person)).ShouldBe(expected, mail);
            (await Holders.StatusAsync(person, key)).ShouldBe(status, mail);
        }

        var first = (await world.MailsToAsync(person))[0].Text;
        first.ShouldContain(key);
        first.ShouldContain("76 days");
        first.ShouldContain($"for secretsmanager in {world.Where.Region}");
        (await world.SlackAsync()).Count(message => message.Text.Contains($":lock: *Made inactive* (1): {person} {key}", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_report_nearly_four_hours_old_that_names_a_key_which_was_rotated_since_leads_to_no_action()
    {
        var person = Address("rotated.key");
        await Holders.UserAsync(person);
        var old = await Holders.KeyAsync(person);
        await Holders.MoveAsync(75);
        await world.AdvanceAsync("PT21H");
        await Holders.UseAsync(old);
        // The report is made now; until four hours later it is the newest.
        await Holders.SweepAsync();
        await Holders.DeleteAsync(person, old);
        var fresh = await Holders.KeyAsync(person);
        var report = await ReportAsync();
        await world.AdvanceAsync("PT3H50M");

        var calls = await Holders.CountedAsync(() => Holders.SweepAsync());

        (await ReportAsync()).ShouldBe(report, "the sweep went by the report that names the old key");
        (await Holders.SubjectsAsync(person)).ShouldBeEmpty();
        (await Holders.StatusAsync(person, fresh)).ShouldBe("Active");
        calls.Keys.ShouldNotContain("iam:UpdateAccessKey");
        calls.Keys.ShouldNotContain("iam:DeleteAccessKey");
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_ends_the_sweep_before_anything_is_done()
    {
        var person = Address("unread.register");
        using var register = new RegisterClient(world);
        // Of the register, because a merge puts everybody else of ours into quarantine.
        await world.RunOfAsync(await register.AddAsync(person));
        var key = await Holders.KeyAsync(person);
        await Holders.MoveAsync(76);
        await Holders.UseAsync(key);
        try
        {
            await WriteExemptionsAsync(register, "{");
            var mails = (await Holders.SubjectsAsync(person)).Count;

            var said = await world.SaidByAsync(async () =>
            {
                (await Holders.EndAsync()).ShouldBe("FAILED");
                (await Holders.EndAsync()).ShouldBe("FAILED");
            });

            (await Holders.SubjectsAsync(person)).Count.ShouldBe(mails);
            said.Where(message => message.Text.StartsWith("*Access keys*", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldContain(Exemptions);
        }
        finally
        {
            // Whatever becomes of this test, the others of the world need a register.
            await WriteExemptionsAsync(register, """{ "exemptions": [] }""");
        }

        await Holders.SweepAsync();
        (await Holders.SubjectsAsync(person))[^1].ShouldBe($"Replace your AWS access key before {await Holders.DayAsync(14)}");
    }

    /// <summary>When the newest credential report was made.</summary>
    private async Task<DateTime?> ReportAsync() => (await aws.Iam.GetCredentialReportAsync(new GetCredentialReportRequest())).GeneratedTime;

    private async Task WriteExemptionsAsync(RegisterClient register, string text) =>
        await world.RunOfAsync(await register.MergeAsync(await register.OpenTextAsync("Change the exemptions", register.Branch, (Exemptions, _ => text))));

    public void Dispose() => aws.Dispose();
}
