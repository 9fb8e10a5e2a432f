using Gatehouse.Mfa;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa.Sweep;

public sealed class MfaSweepPlanTests
{
    private static readonly RegisterSettings Open = RegisterSettingsReader.Read("""{"allowedDomains":["x.gov.uk"]}"""u8.ToArray());

    [Fact]
    public void Where_all_is_well_nobody_is_looked_at_and_nothing_is_said()
    {
        var found = new Seeing().Person("a@x.gov.uk", virtualDevices: ["a@x.gov.uk"]).Person("b@x.gov.uk", password: false, mfa: false).Found();

        found.People.ShouldBeEmpty();
        found.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unknown", null, null, null, true)]
    [InlineData("known since yesterday, nothing due", 1, null, null, false)]
    [InlineData("known for three days", 3, null, null, true)]
    [InlineData("warned, nothing due", 6, 3, null, false)]
    [InlineData("warned, and the second mail due", 7, 4, null, true)]
    [InlineData("warned twice, nothing due", 13, 10, 6, false)]
    public void Somebody_without_MFA_is_looked_at_who_is(string what, int? days, int? first, int? second, bool looked)
    {
        var seeing = new Seeing().Person("a@x.gov.uk", mfa: false);
        if (days is { } since)
        {
            seeing.Known("a@x.gov.uk", since, first, second);
        }

        seeing.Found().People.ShouldBe(looked ? [new MfaCandidate(new UserName("a@x.gov.uk"), Devices: false, Missing: true) { LongerNames = [] }] : [], new Comparer(), customMessage: what);
    }

    [Theory]
    [InlineData("they have MFA now", true, true)]
    [InlineData("they have no password any more", false, false)]
    [InlineData("they got a device after the report was made", true, false, "a@x.gov.uk")]
    public void Somebody_who_is_known_is_forgotten_without_a_look_when(string what, bool password, bool mfa, params string[] devices)
    {
        var plan = new MfaSweepPlan(new Seeing().Person("a@x.gov.uk", password: password, mfa: mfa, virtualDevices: devices).Known("a@x.gov.uk", 14, 11, 7).Seen());

        plan.Gone.ShouldBe([new UserName("a@x.gov.uk")], what);
        plan.Found(null, null).People.ShouldBeEmpty(what);
        plan.Suspended.ShouldBeEmpty(what);
    }

    [Fact]
    public void Whose_password_was_being_taken_away_is_looked_at_again_and_told()
    {
        var plan = new MfaSweepPlan(new Seeing().Person("a@x.gov.uk", password: false, mfa: false).Known("a@x.gov.uk", 15, 12, 8, suspending: 1).Seen());

        plan.Mails.ShouldBeTrue();
        plan.Found(null, null).People.ShouldHaveSingleItem().Missing.ShouldBeTrue();
    }

    [Fact]
    public void Whoever_is_no_person_of_ours_any_more_is_forgotten_and_not_looked_at()
    {
        var plan = new MfaSweepPlan(new Seeing().Person("a@x.gov.uk", mfa: false, denied: true).Person("b@x.gov.uk", mfa: false, managed: false).Known("a@x.gov.uk", 20, 15, 10).Known("b@x.gov.uk", 20).Known("gone@x.gov.uk", 20).Seen());

        plan.Gone.Select(name => name.Value).ShouldBe(["a@x.gov.uk", "b@x.gov.uk", "gone@x.gov.uk"], ignoreOrder: true);
        plan.Found(null, null).People.ShouldBeEmpty();
        plan.Found(null, null).Findings.ShouldBe([new MfaFinding(MfaFindingKind.UnmanagedWithoutMfa, "b@x.gov.uk")]);
    }

    [Theory]
    [InlineData("a first mail", 3, null, null, false)]
    [InlineData("a second mail, which names the day", 7, 4, null, true)]
    [InlineData("a password that is due to go", 14, 11, 7, true)]
    public void The_register_is_read_for(string what, int days, int? first, int? second, bool read) =>
        new MfaSweepPlan(new Seeing().Person("a@x.gov.uk", mfa: false).Known("a@x.gov.uk", days, first, second).Seen()).AsksTheRegister.ShouldBe(read, what);

    [Fact]
    public void A_password_that_is_due_goes_where_the_register_allows_it() =>
        Due(1).Found(Open).People.ShouldHaveSingleItem().MaySuspend.ShouldBeTrue();

    [Fact]
    public void Where_the_register_cannot_be_read_no_password_goes_and_it_is_said()
    {
        var found = Due(1).Found(null, "The register cannot be read.");

        found.People.ShouldHaveSingleItem().MaySuspend.ShouldBeFalse();
        found.Findings.ShouldHaveSingleItem().Kind.ShouldBe(MfaFindingKind.SuspensionsWait);
        found.Findings[0].Subject.ShouldContain("The register cannot be read.");
    }

    [Fact]
    public void Somebody_protected_is_named_and_keeps_the_password()
    {
        var settings = RegisterSettingsReader.Read("""{"allowedDomains":["x.gov.uk"],"protected":["person0@x.gov.uk"]}"""u8.ToArray());

        var found = Due(1).Found(settings);

        found.People.ShouldHaveSingleItem().ShouldSatisfyAllConditions(person => person.MaySuspend.ShouldBeFalse(), person => person.Protected.ShouldBeTrue());
        found.Findings.ShouldBe([new MfaFinding(MfaFindingKind.Protected, "person0@x.gov.uk")]);
    }

    [Fact]
    public void Too_many_passwords_at_once_all_stay_and_the_arithmetic_is_said()
    {
        var found = Due(21).Found(Open);

        found.People.ShouldAllBe(person => !person.MaySuspend);
        found.Findings.ShouldHaveSingleItem().Subject.ShouldContain("21 of 21 people would lose their console password at once, and 100.00% is over 25.00% (21/21)");
    }

    [Fact]
    public void Somebody_whose_name_is_no_address_is_named_and_not_mailed()
    {
        var found = new Seeing().Person("jane", mfa: false).Known("jane", 3).Found();

        found.People.ShouldBeEmpty();
        found.Findings.ShouldBe([new MfaFinding(MfaFindingKind.NoAddress, "jane")]);
    }

    private static Seeing Due(int people)
    {
        var seeing = new Seeing();
        for (var number = 0; number < people; number++)
        {
            seeing.Person($"person{number}@x.gov.uk", mfa: false).Known($"person{number}@x.gov.uk", 14, 11, 7);
        }

        return seeing;
    }

    /// <summary>Two candidates are the same whose lists hold the same.</summary>
    private sealed class Comparer : IEqualityComparer<MfaCandidate>
    {
        public bool Equals(MfaCandidate? left, MfaCandidate? right) =>
            left! with { LongerNames = null } == right! with { LongerNames = null } && (left.LongerNames ?? []).SequenceEqual(right.LongerNames ?? []);

        public int GetHashCode(MfaCandidate candidate) => candidate.Person.GetHashCode();
    }
}
