using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Mails;

/// <summary>What every mail about an access key knows and says. Pure.</summary>
/// <param name="Change">What the mail tells.</param>
/// <param name="Key">The key, and what is known of it.</param>
/// <param name="Rule">The days.</param>
/// <param name="Now">When it is written.</param>
public sealed record KeyLetter(KeyChange Change, KeyStanding Key, KeyRule Rule, DateTimeOffset Now)
{
    /// <summary>What people know the account by: its alias, or its twelve digits.</summary>
    public required string AccountName { get; init; }

    /// <summary>Where to ask, as a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>Whether it is a machine user's, and the mail goes to its owner.</summary>
    public bool Machine { get; init; }

    /// <summary>Its last use; null where that was not asked for.</summary>
    public KeyUse? Use { get; init; }

    /// <summary>Whether the user has another key.</summary>
    public bool HasTwo { get; init; }

    internal string User => Key.Person.Value;

    /// <summary>Whether the mail tells that the key was made inactive.</summary>
    internal bool IsInactive => Change is DeactivateKey;

    internal int Age => Key.AgeAt(Now);

    /// <summary>The day on which it is made inactive for its age; null where nobody does.</summary>
    internal DateOnly? EndsOn => KeyLadder.EndsAt(Key, Rule, Key.Known.FirstWarned ?? Now) is { } at ? DayOf(at > Now ? at : Now) : null;

    /// <summary>The day on which a key is deleted that is made inactive on another; null where nobody does.</summary>
    internal DateOnly? DeletedOn(DateOnly inactive) => Rule.DeleteDays == 0 ? null : inactive.AddDays(Rule.DeleteDays);

    internal static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>Whose key it is: "your user", or the machine user's.</summary>
    internal Prose Subject(string verb) => Machine
        ? (Prose)$"The access key {Code(Key.Key.Id.Value)} of the machine user {Code(User)} in the AWS account {Code(AccountName)}, for which you answer, {verb}"
        : $"The access key {Code(Key.Key.Id.Value)} of your user {Code(User)} in the AWS account {Code(AccountName)} {verb}";

    internal IEnumerable<Block> Facts()
    {
        yield return new Block.Fact("Access key", $"{Code(Key.Key.Id.Value)}");
        yield return new Block.Fact("Account", AccountName == Key.Account ? $"{Key.Account}" : (Prose)$"{AccountName} ({Key.Account})");
        yield return new Block.Fact("Made on", $"{DayInWords.Of(Key.Key.Created)}, {Age} days ago");
        yield return new Block.Fact("Last used", $"{LastUse()}");
    }

    internal IEnumerable<Block> AskIfStuck() => AskForHelp.For(User, Help);

    private string LastUse()
    {
        if (Use?.At is not { } at)
        {
            return "never, as far as AWS knows";
        }

        var where = (Use.Service, Use.Region) switch
        {
            ({ } service, { } region) => $", for {service} in {region}",
            ({ } service, null) => $", for {service}",
            (null, { } region) => $", in {region}",
            _ => "",
        };
        return $"{DayInWords.Of(at)}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC{where}";
    }
}
