using System.Text;
using Gatehouse.Mfa;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa;

public sealed class MfaGuardTests
{
    [Theory]
    [InlineData("nobody is due", 0, 100, 0, null)]
    [InlineData("as many as a quarter", 25, 100, 25, null, "30")]
    [InlineData("more than a quarter", 26, 100, 0, "26.00% is over 25.00% (26/100)", "30")]
    [InlineData("as many as the number", 20, 1000, 20, null)]
    [InlineData("more than the number", 21, 1000, 0, "21 is over 20")]
    [InlineData("a third of three people", 1, 3, 1, null)]
    public void Passwords_go(string what, int due, int managed, int gone, string? arithmetic, string people = "20")
    {
        var verdict = MfaGuard.Judge(People(due), Settings($$$"""{"allowedDomains":["example.gov.uk"],"removals":{"people":{{{people}}}}}"""), managed);

        verdict.Allowed.Count.ShouldBe(gone, what);
        if (arithmetic is null)
        {
            verdict.Refused.ShouldBeNull(what);
        }
        else
        {
            verdict.Refused.ShouldNotBeNull().ShouldContain(arithmetic, customMessage: what);
        }
    }

    [Fact]
    public void Somebody_protected_keeps_theirs_is_named_and_does_not_count()
    {
        var verdict = MfaGuard.Judge(People(2), Settings("""{"allowedDomains":["example.gov.uk"],"protected":["PERSON.0@example.gov.uk"],"removals":{"people":1}}"""), 100);

        verdict.Protected.ShouldBe([new UserName("person.0@example.gov.uk")]);
        verdict.Allowed.ShouldBe([new UserName("person.1@example.gov.uk")]);
    }

    [Fact]
    public void Without_a_register_nobodys_goes() => MfaGuard.Judge(People(1), null, 100).Allowed.ShouldBeEmpty();

    private static IReadOnlyList<UserName> People(int count) => [.. Enumerable.Range(0, count).Select(number => new UserName($"person.{number}@example.gov.uk"))];

    private static RegisterSettings Settings(string json) => RegisterSettingsReader.Read(Encoding.UTF8.GetBytes(json));
}
