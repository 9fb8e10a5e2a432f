using Gatehouse.Runtime;

namespace Gatehouse.Tests.Keys;

/// <summary>The settings of a deployment whose sweeps over access keys act, with the days as they are by default.</summary>
internal static class GivenSettings
{
    /// <param name="set">Those that differ.</param>
    public static Settings With(IReadOnlyDictionary<string, string> set) => new(name => set.TryGetValue(name, out var value) ? value : Usual(name));

    private static string Usual(string name) => name switch
    {
        SettingNames.KeysAct => "on",
        SettingNames.KeyWarningDays => "76 83 89",
        SettingNames.KeyDeactivateDays => "90",
        SettingNames.KeyDeleteDays => "30",
        SettingNames.KeyNoticeDays or SettingNames.AuditYears => "7",
        SettingNames.UnusedAfter => "45",
        SettingNames.UnusedDeactivateAfter => "0",
        SettingNames.KeyMostDeactivations => "25",
        SettingNames.KeyMostShare => "10",
        SettingNames.KeyShareFrom => "50",
        SettingNames.KeyAccounts => "none",
        SettingNames.HomeAccount => GivenKeys.Account,
        SettingNames.HomeRegion => "eu-west-2",
        SettingNames.RolePath => "/gatehouse/",
        SettingNames.Channel => "#aws-access",
        SettingNames.Help => "Ask in #aws-access on Slack.",
        _ => "gatehouse-ledger",
    };
}
