using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>
/// Says whose console password a sweep may take away. Pure.
/// <list type="table">
/// <listheader><term>case</term><description>whose password goes</description></listheader>
/// <item><term>the register cannot be read</term><description>nobody's: who is protected is not known</description></item>
/// <item><term>somebody is protected by gatehouse.json</term><description>never theirs; they are named</description></item>
/// <item><term>there are more than gatehouse.json's <c>removals</c> allow at once, by share or by number</term><description>nobody's, with the arithmetic</description></item>
/// </list>
/// Mails are not held back by any of it.
/// </summary>
public static class MfaGuard
{
    /// <param name="due">Whose time is up.</param>
    /// <param name="settings">The register's settings; null where they could not be read.</param>
    /// <param name="managed">How many people are managed and not in quarantine.</param>
    public static SuspensionVerdict Judge(IReadOnlyList<UserName> due, RegisterSettings? settings, int managed)
    {
        if (settings is null)
        {
            return new SuspensionVerdict([], []);
        }

        var (held, rest) = (due.Where(settings.Protected.Contains).ToList(), due.Except(settings.Protected).ToList());
        return settings.Removals.Exceeded(rest.Count, managed) is { } arithmetic
            ? new SuspensionVerdict([], held)
            {
                Refused = $"{rest.Count} of {managed} people would lose their console password at once, and {arithmetic}: nobody's was taken away. Help some of them by hand, or raise \"removals\" in gatehouse.json by a merge.",
            }
            : new SuspensionVerdict([.. rest], held);
    }
}

/// <summary>Whose console password may go, and whose may not.</summary>
/// <param name="Allowed">Those whose password may be taken away in this sweep.</param>
/// <param name="Protected">Those whose time is up and who are protected.</param>
public sealed record SuspensionVerdict(IReadOnlyList<UserName> Allowed, IReadOnlyList<UserName> Protected)
{
    /// <summary>Why nobody's goes although their time is up; null where that is not so.</summary>
    public string? Refused { get; init; }
}
