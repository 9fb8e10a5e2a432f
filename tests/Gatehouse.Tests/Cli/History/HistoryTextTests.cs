using System.Text.Json.Nodes;
using Gatehouse.Cli.History;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Cli.History;

public class HistoryTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 28, 9, 0, 0, 120, TimeSpan.Zero);

    private static readonly AuditEntry Merged = new(
        "merge-7-c0ffee", Name("jane"), "key", "create the user, in CrossAccountAccess", Outcome.Applied, new Attribution("c0ffee", 7, "bob", "alice", "alice@example.gov.uk"), At);

    private static readonly AuditEntry Revoked = new(
        "revoke-20261128T090000120Z", Name("jane"), "key", "revoke by hand", Outcome.Applied, Attribution.ByHand("arn:aws:iam::111122223333:user/op"), At, "=laptop stolen");

    [Fact]
    public void CSV_has_a_header_and_one_record_an_entry() => HistoryText.Csv([Merged, Revoked]).ShouldBe(
        "at,person,what,outcome,detail,run,pullRequest,commit,mergedBy,requestedBy,requester,by\r\n"
        + "2026-11-28T09:00:00.120Z,jane@digital.cabinet-office.gov.uk,\"create the user, in CrossAccountAccess\",Applied,,merge-7-c0ffee,7,c0ffee,bob,alice,alice@example.gov.uk,\r\n"
        + "2026-11-28T09:00:00.120Z,jane@digital.cabinet-office.gov.uk,revoke by hand,Applied,'=laptop stolen,revoke-20261128T090000120Z,,,,,,arn:aws:iam::111122223333:user/op\r\n");

    [Fact]
    public void JSON_has_the_same_names_in_every_entry_and_null_where_there_is_nothing_to_say()
    {
        var entries = JsonNode.Parse(HistoryText.Json([Merged, Revoked]))!.AsArray();

        entries.Select(entry => string.Join(',', entry!.AsObject().Select(member => member.Key))).Distinct()
            .ShouldHaveSingleItem().ShouldBe("at,person,what,outcome,detail,run,pullRequest,commit,mergedBy,requestedBy,requester,by");
        ((int)entries[0]!["pullRequest"]!).ShouldBe(7);
        entries[1]!["commit"].ShouldBeNull();
        ((string)entries[1]!["detail"]!).ShouldBe("=laptop stolen");
    }

    [Fact]
    public void Nothing_is_an_empty_list_and_never_no_output()
    {
        HistoryText.Json([]).ShouldBe("[]\n");
        HistoryText.Csv([]).ShouldStartWith("at,person,");
    }
}
