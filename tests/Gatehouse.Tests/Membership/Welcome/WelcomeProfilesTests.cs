using Gatehouse.Membership.Welcome;

namespace Gatehouse.Tests.Membership.Welcome;

/// <summary>The lines for ~/.aws/config, read as the AWS tools read them.</summary>
public sealed class WelcomeProfilesTests
{
    private static readonly string[] Pasted = Config(WelcomeMail.Write(WelcomeLetters.ForJane()).Lines());

    [Fact]
    public void The_profiles_are_ready_to_paste() => Pasted.ShouldBe(
    [
        "[profile gds-users]",
        "region = eu-west-2",
        "mfa_serial = arn:aws:iam::111122223333:mfa/jane.doe@digital.cabinet-office.gov.uk",
        "",
        "[profile MY-TEAM]",
        "source_profile = gds-users",
        "role_arn = arn:aws:iam::ACCOUNT-NUMBER:role/ROLE-NAME",
        "mfa_serial = arn:aws:iam::111122223333:mfa/jane.doe@digital.cabinet-office.gov.uk",
        "role_session_name = jane.doe@digital.cabinet-office.gov.uk",
        "region = eu-west-2",
    ]);

    [Fact]
    public void Every_setting_is_written_with_an_equals_sign_and_none_is_indented()
    {
        foreach (var line in Pasted.Where(line => line is not "" && line[0] != '['))
        {
            line.Split(" = ").Length.ShouldBe(2, line);
            char.IsAsciiLetterLower(line[0]).ShouldBeTrue(line);
        }
    }

    [Fact]
    public void In_HTML_each_placeholder_is_marked_and_nothing_else_is()
    {
        var html = WelcomeMail.Write(WelcomeLetters.ForJane()).Html;
        foreach (var placeholder in (string[])["MY-TEAM", "ACCOUNT-NUMBER", "ROLE-NAME", "ANY-NAME", "NAME-FROM-THE-LIST"])
        {
            var bare = html.Replace($">{placeholder}</strong>", "", StringComparison.Ordinal);
            bare.ShouldNotBe(html);
            bare.ShouldNotContain(placeholder);
        }
    }

    private static string[] Config(string[] lines)
    {
        var first = Array.IndexOf(lines, "[profile gds-users]");
        var last = Array.FindLastIndex(lines, line => line.StartsWith("region = ", StringComparison.Ordinal));
        return lines[first..(last + 1)];
    }
}
