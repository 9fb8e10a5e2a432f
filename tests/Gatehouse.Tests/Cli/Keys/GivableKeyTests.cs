using Gatehouse.Aws;
using Gatehouse.Cli;
using Gatehouse.Cli.Keys;
using Gatehouse.Ledger;
using static Gatehouse.Tests.Keys.Report.Reporting;

namespace Gatehouse.Tests.Cli.Keys;

public class GivableKeyTests
{
    private static readonly AccessKeyId Other = new("AKIAI44QH8DHBEXAMPLE");

    private static readonly KeyRecord Ours = Record("jane", 100) with { Deactivated = Ago(3), Cause = KeyCause.Age };

    [Theory]
    [InlineData(KeyCause.Age)]
    [InlineData(KeyCause.Disuse)]
    public void The_one_key_that_we_made_inactive_is_found_without_its_id(KeyCause cause) =>
        Find(null, [Live(Example), Live(Other, active: true)], Ours with { Cause = cause }).Key.ShouldBe(Example);

    [Fact]
    public void One_that_was_given_back_already_is_found_again_so_that_the_command_can_be_repeated() =>
        Find(Example, [Live(Example)], Ours with { Deactivated = null, Cause = null, ReactivatedUntil = Now.AddHours(3) }).Key.ShouldBe(Example);

    [Fact]
    public void Of_two_one_must_be_named()
    {
        var both = new[] { Ours, Ours with { Key = Other } };

        Refusal(null, [Live(Example), Live(Other)], both)
            .ShouldBe("jane has two keys that Gatehouse made inactive. Say which: AKIAIOSFODNN7EXAMPLE (made 2026-08-13, inactive since 2026-11-18) or AKIAI44QH8DHBEXAMPLE (made 2026-08-13, inactive since 2026-11-18). Nothing was done.");
        Find(Other, [Live(Example), Live(Other)], both).Key.ShouldBe(Other);
    }

    [Fact]
    public void A_key_that_was_found_in_public_is_never_given_back()
    {
        Refusal(Example, [Live(Example)], Ours with { Cause = KeyCause.Leak }).ShouldContain("found in public");
        Refusal(null, [Live(Example)], Ours with { Leaked = Ago(50) }).ShouldContain("found in public");
        Refusal(Example, [Live(Example)], Ours with { Deactivated = null, ReactivatedUntil = Now.AddHours(1), Leaked = Ago(0) }).ShouldContain("found in public");
    }

    [Fact]
    public void One_that_a_rotation_replaced_stays_replaced() => Refusal(Example, [Live(Example)], Ours with { Cause = KeyCause.Rotation }).ShouldContain("gatehouse keys rotate jane");

    [Fact]
    public void What_we_did_not_make_inactive_we_do_not_give_back()
    {
        Refusal(Example, [Live(Example)]).ShouldContain("made inactive by somebody else");
        Refusal(null, [Live(Example, active: true)]).ShouldContain("The key AKIAIOSFODNN7EXAMPLE is active.");
        Refusal(Example, [Live(Example)], Ours with { Deactivated = null, Cause = null, ReactivatedUntil = Ago(1) }).ShouldContain("made inactive by somebody else");
    }

    [Fact]
    public void A_key_that_is_gone_or_somebody_else_s_is_not_there()
    {
        Refusal(Example, [], Ours).ShouldBe("jane has no key AKIAIOSFODNN7EXAMPLE: it is deleted, or somebody else's. Nothing was done.");
        Refusal(null, []).ShouldBe("jane has no key to give back. They have no access key at all. Nothing was done.");
    }

    private static AccessKey Live(AccessKeyId key, bool active = false) => new(key, active, Ago(100));

    private static KeyRecord Find(AccessKeyId? wanted, IReadOnlyList<AccessKey> live, params KeyRecord[] records) => GivableKey.Of(Name("jane"), wanted, live, records, Now);

    private static string Refusal(AccessKeyId? wanted, IReadOnlyList<AccessKey> live, params KeyRecord[] records) =>
        Should.Throw<RefusedException>(() => Find(wanted, live, records)).Message;
}
