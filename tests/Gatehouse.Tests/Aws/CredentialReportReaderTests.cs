using Gatehouse.Aws;

namespace Gatehouse.Tests.Aws;

public class CredentialReportReaderTests
{
    private const string Header = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_2_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service";
    private const string NoKeys = ",N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A";

    [Theory]
    [InlineData("the root account", "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,2026-11-01T09:00:00+00:00,not_supported,not_supported,true,false,false", "<root_account>", null, null)]
    [InlineData("a password", "jane.doe@x.gov.uk,arn:aws:iam::111122223333:user/jane.doe@x.gov.uk,2026-01-01T00:00:00+00:00,true,no_information,2026-01-02T03:04:05+00:00,N/A,false,false,false", "jane.doe@x.gov.uk", true, "2026-01-02T03:04:05Z")]
    [InlineData("a flag in capitals", "jane,arn:aws:iam::111122223333:user/jane,2026-01-01T00:00:00+00:00,TRUE,N/A,no_information,N/A,false,false,false", "jane", true, null)]
    [InlineData("no password", "jane,arn:aws:iam::111122223333:user/jane,2026-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,false,false", "jane", false, null)]
    [InlineData("a name with commas", "doe,jane,arn:aws:iam::111122223333:user/staff/doe,jane,2026-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,false,false", "doe,jane", false, null)]
    [InlineData("a quoted name with commas", "\"doe,jane\",\"arn:aws:iam::111122223333:user/doe,jane\",2026-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,false,false", "doe,jane", false, null)]
    public void A_row_of(string what, string row, string user, bool? enabled, string? changed)
    {
        var read = CredentialReportReader.Read($"{Header}\n{row}{NoKeys}\n").ShouldHaveSingleItem(what);

        read.User.ShouldBe(user);
        read.IsRoot.ShouldBe(user == CredentialRow.RootAccount);
        read.PasswordEnabled.ShouldBe(enabled);
        read.PasswordLastChanged.ShouldBe(changed is null ? null : DateTimeOffset.Parse(changed, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Fields_are_found_by_the_header_wherever_they_stand()
    {
        var columns = "user,arn,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_service,access_key_2_last_used_region,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,password_last_changed,password_enabled";

        var row = CredentialReportReader.Read($"{columns}\r\njane,arn:aws:iam::111122223333:user/jane,true,2026-02-03T04:05:06+00:00,2026-03-04T05:06:00+00:00,s3,eu-west-2,true,false,N/A,N/A,N/A,N/A,2026-01-02T03:04:05+00:00,true\r\n").ShouldHaveSingleItem();

        (row.User, row.PasswordEnabled, row.PasswordLastChanged, row.MfaActive, row.HasActiveKey).ShouldBe(("jane", true, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), true, true));
        row.Keys.ShouldHaveSingleItem().ShouldBe(
            new CredentialKey(2, true, new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), new DateTimeOffset(2026, 3, 4, 5, 6, 0, TimeSpan.Zero)) { Region = "eu-west-2", Service = "s3" });
    }

    [Theory]
    [InlineData("nothing at all", "", "Line 1")]
    [InlineData("a column that is missing", "user,arn\njane,arn:aws:iam::111122223333:user/jane", "no column password_enabled")]
    [InlineData("a line that is cut off", Header + "\njane,arn:aws:iam::111122223333:user/jane", "Line 2")]
    [InlineData("commas that are not the name's", Header + "\njane,x,arn:aws:iam::111122223333:user/jane,y,2026-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,false,false" + NoKeys, "Line 2")]
    [InlineData("a flag that is none", Header + "\njane,a/jane,2026-01-01T00:00:00+00:00,perhaps,N/A,N/A,N/A,false,false,false" + NoKeys, "neither true nor false")]
    [InlineData("a time that is none", Header + "\njane,a/jane,2026-01-01T00:00:00+00:00,true,N/A,soon,N/A,false,false,false" + NoKeys, "no time")]
    public void It_is_unreadable_with(string what, string csv, string why) =>
        Should.Throw<CredentialReportUnreadableException>(() => CredentialReportReader.Read(csv), what).Message.ShouldContain(why);
}
