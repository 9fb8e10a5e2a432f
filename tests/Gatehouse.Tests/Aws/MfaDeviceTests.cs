using Gatehouse.Aws;

namespace Gatehouse.Tests.Aws;

public class MfaDeviceTests
{
    [Theory]
    [InlineData("arn:aws:iam::111122223333:mfa/jane.doe@x.uk", MfaDeviceKind.Virtual, "jane.doe@x.uk", null)]
    [InlineData("arn:aws:iam::111122223333:mfa/team/blue/jane.doe@x.uk-phone", MfaDeviceKind.Virtual, "jane.doe@x.uk-phone", null)]
    [InlineData("arn:aws-us-gov:iam::111122223333:mfa/jane", MfaDeviceKind.Virtual, "jane", null)]
    [InlineData("arn:aws:iam::111122223333:u2f/user/jane.doe@x.uk/yubikey-ABCDEFGH", MfaDeviceKind.Fido, "yubikey-ABCDEFGH", "jane.doe@x.uk")]
    [InlineData("arn:aws:iam::111122223333:u2f/user/team/blue/jane.doe@x.uk/yubikey-ABCDEFGH", MfaDeviceKind.Fido, "yubikey-ABCDEFGH", "jane.doe@x.uk")]
    [InlineData("GAKT12345678", MfaDeviceKind.Hardware, "GAKT12345678", null)]
    [InlineData("arn:aws:iam::111122223333:sms-mfa/jane", MfaDeviceKind.Hardware, "jane", null)]
    [InlineData("arn:aws:iam::111122223333:mfa", MfaDeviceKind.Hardware, "mfa", null)]
    [InlineData("", MfaDeviceKind.Hardware, "", null)]
    public void A_serial_number_tells_the_kind_the_name_and_of_FIDO_the_user(string serial, MfaDeviceKind kind, string name, string? user)
    {
        var device = new MfaDevice(serial);

        device.Kind.ShouldBe(kind);
        device.Name.ShouldBe(name);
        device.UserSegment.ShouldBe(user);
        device.IsVirtual.ShouldBe(kind is MfaDeviceKind.Virtual);
        device.GivesCodes.ShouldBe(kind is not MfaDeviceKind.Fido);
    }
}
