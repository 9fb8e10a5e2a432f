namespace Gatehouse.Membership.Notices;

/// <summary>
/// Says who is told of a change, and what. Pure.
/// <list type="table">
/// <listheader><term>change</term><description>who is told</description></listheader>
/// <item><term>QuarantineUser</term><description>the leaver, and the contact of their team where the register has one</description></item>
/// <item><term>ResetMfa</term><description>the person</description></item>
/// <item><term>ExpireFirstPassword</term><description>the person, and whoever asked where <see cref="Requester"/> lets them be told</description></item>
/// </list>
/// Every other change brings no notice: a welcome, which carries a password, is a matter of its own.
/// </summary>
public static class NoticeMails
{
    /// <param name="planned">What was done.</param>
    /// <param name="letter">What every notice knows.</param>
    /// <param name="mailFrom">The address that the deployment sends from.</param>
    /// <returns>One notice for each address.</returns>
    public static IReadOnlyList<Notice> Of(PlannedChange planned, NoticeLetter letter, string mailFrom)
    {
        var notices = planned.Change switch
        {
            QuarantineUser leaver => OfLeaver(leaver, letter),
            ResetMfa => [ToPerson(letter, MfaResetMail.Write(letter))],
            ExpireFirstPassword expired => OfExpiry(expired, letter, Requester.Of(planned, mailFrom)),
            _ => throw new UnknownChangeException(planned.Change),
        };
        return [.. notices.DistinctBy(notice => notice.Address, StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<Notice> OfLeaver(QuarantineUser leaver, NoticeLetter letter)
    {
        yield return ToPerson(letter, LeaverMail.Write(letter, leaver));
        if (leaver.Contact is { } contact)
        {
            yield return new Notice("their contact", contact, LeaversContactMail.Write(letter, leaver));
        }
    }

    private static IEnumerable<Notice> OfExpiry(ExpireFirstPassword expired, NoticeLetter letter, string? requester)
    {
        yield return ToPerson(letter, UnusedPasswordMail.Write(letter, expired));
        if (requester is not null)
        {
            yield return new Notice("whoever asked", requester, UnusedPasswordMail.WriteToRequester(letter, expired));
        }
    }

    private static Notice ToPerson(NoticeLetter letter, Mails.Mail mail) => new("the person", letter.Person.Value, mail);
}
