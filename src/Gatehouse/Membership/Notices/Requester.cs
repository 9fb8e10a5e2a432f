using System.Text.RegularExpressions;

namespace Gatehouse.Membership.Notices;

/// <summary>
/// Says whether whoever asked for a change may be mailed about it. The address comes from the text of a pull request, in which anybody may write
/// any address, and the mail names a person and the state of their access: so it goes only where the person's own mail goes, or the
/// deployment's. Anybody else is named on the pull request alone. Pure.
/// </summary>
public static partial class Requester
{
    /// <param name="planned">A change, and who asked for it.</param>
    /// <param name="mailFrom">The address that the deployment sends from.</param>
    /// <returns>The address; null where none is known, where it is not one plain address, or where its domain is neither the person's nor the deployment's.</returns>
    public static string? Of(PlannedChange planned, string mailFrom)
    {
        var requester = planned.Because.Requester;
        string[] domains = [DomainOf(planned.Change.Person.Value), DomainOf(mailFrom)];
        return requester is not null && OneAddress().IsMatch(requester) && domains.Contains(DomainOf(requester), StringComparer.OrdinalIgnoreCase) ? requester : null;
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    // No comma, bracket, quote or blank: what SES might read as more than one address, or as another than its end says.
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OneAddress();
}
