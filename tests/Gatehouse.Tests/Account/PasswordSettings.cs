using Gatehouse.Runtime;

namespace Gatehouse.Tests.Account;

/// <summary>What a deployment with the usual password rules tells its functions.</summary>
internal static class PasswordSettings
{
    public static Settings Usual { get; } = new(name => name switch
    {
        SettingNames.PasswordLength => "16",
        SettingNames.PasswordClasses => "none",
        SettingNames.PasswordReuse => "24",
        SettingNames.PasswordDays => "0",
        _ => null,
    });
}
