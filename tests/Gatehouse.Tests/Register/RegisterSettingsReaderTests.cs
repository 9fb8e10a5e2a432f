using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class RegisterSettingsReaderTests
{
    [Fact]
    public void Everything_the_settings_can_say_is_read()
    {
        var settings = RegisterSettingsReader.Read(Bytes("""
            {
              "$schema": "./docs/gatehouse.schema.json",
              "allowedDomains": ["Digital.Cabinet-Office.gov.uk"],
              "protected": ["root.admin@x.uk"],
              "adopt": ["by.hand@x.uk"],
              "removals": { "share": 0.1, "people": 5, "sharesFrom": 3 },
              "contacts": { "CrossAccountAccess": "leads@x.uk", "@y.uk": "owner@y.uk", "jane@y.uk": "boss@y.uk" },
              "administratorGroups": ["Administrators"],
              "users": { "limit": 6000, "reserve": 10 },
              "accounts": { "123456789012": "payments-production" },
              "previousNames": { "new@x.uk": "old@x.uk" }
            }
            """));

        settings.AllowedDomains.ShouldBe(["digital.cabinet-office.gov.uk"]);
        settings.Protected.ShouldBe([new UserName("root.admin@x.uk")]);
        settings.Adopt.ShouldBe([new UserName("by.hand@x.uk")]);
        settings.Removals.ShouldBe(new RemovalLimits(0.1, 5, 3));
        settings.AdministratorGroups.ShouldBe(["Administrators"]);
        settings.Users.ShouldBe(new UserLimits(6000, 10));
        settings.Accounts["123456789012"].ShouldBe("payments-production");
        settings.ContactOf(new UserName("Jane@y.uk"), ["CrossAccountAccess"]).ShouldBe("boss@y.uk");
        settings.ContactOf(new UserName("bob@y.uk"), ["CrossAccountAccess"]).ShouldBe("owner@y.uk");
        settings.ContactOf(new UserName("bob@x.uk"), ["Auditors", "CrossAccountAccess"]).ShouldBe("leads@x.uk");
        settings.ContactOf(new UserName("bob"), ["Auditors"]).ShouldBeNull();
        settings.PreviousNames[new UserName("NEW@x.uk")].ShouldBe(new UserName("old@x.uk"));
    }

    [Fact]
    public void Only_the_allowed_domains_must_be_given()
    {
        var settings = RegisterSettingsReader.Read(Bytes("""{"allowedDomains":["x.uk"]}"""));

        settings.Removals.ShouldBe(new RemovalLimits(0.25, 20, 10));
        settings.Adopt.ShouldBeEmpty();
        settings.Users.ShouldBe(new UserLimits(5000, 50));
        settings.Accounts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("jane@x.uk", true)]
    [InlineData("jane@X.UK", true)]
    [InlineData("jane@evil-x.uk", false)]
    [InlineData("jane@sub.x.uk", false)]
    [InlineData("jane@x.uk@evil.com", false)]
    [InlineData("x.uk", false)]
    [InlineData("jane", false)]
    public void A_domain_is_allowed_whole(string name, bool allowed)
    {
        RegisterSettingsReader.Read(Bytes("""{"allowedDomains":["x.uk"]}""")).Allows(new UserName(name)).ShouldBe(allowed);
    }

    [Fact]
    public void Every_problem_is_said_at_once_with_its_line()
    {
        var problems = Should.Throw<RegisterUnreadableException>(() => RegisterSettingsReader.Read(Bytes("""
            {
              "allowedDomain": ["x.uk"],
              "protected": "admin",
              "removals": { "share": 25 }
            }
            """))).Problems;

        problems.Select(problem => problem.Place.Line).ShouldBe([2, 1, 3, 4], ignoreOrder: true);
        problems.ShouldContain(problem => problem.What == "\"allowedDomain\" is not a setting.");
    }
}
