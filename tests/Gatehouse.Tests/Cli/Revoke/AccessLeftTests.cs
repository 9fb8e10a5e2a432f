using Gatehouse.Cli.People;
using Gatehouse.Cli.Revoke;

namespace Gatehouse.Tests.Cli.Revoke;

public class AccessLeftTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly KnownUser Out = new("jane.doe@example.gov.uk", true, At, null, new Dictionary<string, string>(), [], null, [], [], ["ReadOnly"], true, null);

    [Fact]
    public void Somebody_who_is_out_has_nothing_left_whatever_policies_they_still_carry()
    {
        AccessLeft.Of(Out with { Keys = [new KnownKey("AKIA1", Active: false, At, null, null)] }).ShouldBeNull();
        AccessLeft.Of(null).ShouldBeNull();
    }

    [Fact]
    public void Each_thing_that_is_left_is_named() => AccessLeft.Of(Out with
    {
        Denied = false,
        Keys = [new KnownKey("AKIA1", Active: true, At, null, null)],
        Password = new KnownPassword(At, MustChange: false),
        Groups = ["Auditors"],
    }).ShouldBe("IAM was told, and still shows no policy that denies everything; an active access key; a console password; the groups Auditors.");
}
