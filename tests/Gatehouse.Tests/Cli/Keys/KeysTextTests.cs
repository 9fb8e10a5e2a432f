using System.Text.Json.Nodes;
using Gatehouse.Cli.Keys;
using Gatehouse.Cli.Output;
using Gatehouse.Keys.Report;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.Report.Reporting;

namespace Gatehouse.Tests.Cli.Keys;

public class KeysTextTests
{
    private static readonly ReportedKey Jane = Only(
        Key(100, used: 2),
        Record("jane", 100),
        new KeyFiles([new KeyExemption(Name("jane"), null, "=a supplier", "team@example.gov.uk", new DateOnly(2026, 12, 31))], [], []));

    private static readonly EveryonesKeys Both = ReportOf([Jane, Only(Key(3)) with { User = "bob", Id = null }], [new KeyDay(new DateOnly(2026, 11, 20), 9, 2, 1, 3, 1, 0, 0)]);

    [Fact]
    public void CSV_has_a_header_a_line_a_key_and_no_formula()
    {
        var lines = KeysText.Csv(Both).Split("\r\n");

        lines[0].ShouldStartWith("account,user,whose,key,active,created,ageDays,lastUsed,service,region,nextStep,nextOn");
        lines[1].ShouldBe("111122223333,jane,person,AKIAIOSFODNN7EXAMPLE,true,2026-08-13T09:00:00.000Z,100,2026-11-19T09:00:00.000Z,s3,eu-west-2,mail that the exemption ends,2026-12-17,2026-12-31,'=a supplier,team@example.gov.uk,,,,false,,");
        lines[2].ShouldStartWith("111122223333,bob,person,,true,");
        lines.ShouldAllBe(line => line.Length == 0 || line.Split(',').Length == lines[0].Split(',').Length);
    }

    [Fact]
    public void JSON_has_every_name_and_null_where_there_is_nothing_to_say()
    {
        var report = JsonNode.Parse(KeysText.Json(Both with { Accounts = [new ReportedAccount(Home, Now), new ReportedAccount("444455556666", null, "no way in")] }))!;

        report["acts"]!.GetValue<bool>().ShouldBeTrue();
        report["accounts"]![1]!["failure"]!.GetValue<string>().ShouldBe("no way in");
        report["keys"]![0]!["nextStep"]!.GetValue<string>().ShouldBe("mail that the exemption ends");
        report["keys"]![1]!.AsObject().ContainsKey("key").ShouldBeTrue();
        report["keys"]![1]!["key"].ShouldBeNull();
        report["days"]![0]!["over"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void A_pipe_gets_one_line_a_key()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        new KeysTable(new Screen(output, redirected: true, errors, errorsRedirected: true)).Show(Both);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ToList();
        lines.Count(line => line.Contains("111122223333", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldContain(line => line.StartsWith("2026-12-17", StringComparison.Ordinal) && line.Contains("exempt until 2026-12-31: =a supplier (team@example.gov.uk answers)", StringComparison.Ordinal));
        errors.ToString().ShouldContain("IAM's credential report is of 2026-11-21 06:00 UTC");
        errors.ToString().ShouldContain("2 active keys of 2 users: 1 too old, 0 unused, 1 exempt; 0 inactive keys.");
    }

    [Fact]
    public void A_terminal_shows_a_key_below_its_user()
    {
        using var output = new StringWriter();

        new KeysTable(new Screen(output, redirected: false, TextWriter.Null, errorsRedirected: true)).Show(Both);

        output.ToString().ShouldContain("id not known");
    }
}
