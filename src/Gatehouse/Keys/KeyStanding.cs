using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Keys;

/// <summary>All that is known of one access key when it is judged. Pure.</summary>
/// <param name="Account">The account that it is in, twelve digits.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Key">The key: live, or as the credential report has it.</param>
public sealed record KeyStanding(string Account, UserName Person, AccessKey Key)
{
    /// <summary>What the ledger knows of it; null where nothing was done about it yet.</summary>
    public KeyRecord? Record { get; init; }

    /// <summary>The exemption that holds, the last to end where there are several; null where none does.</summary>
    public KeyExemption? Exemption { get; init; }

    /// <summary>When it was used last; null where it was never used, as far as is known.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>Since when nobody uses it: its last use, or the moment when it was made.</summary>
    public DateTimeOffset IdleSince => LastUsed is { } used && used > Key.Created ? used : Key.Created;

    /// <summary>What the ledger knows, or an empty record.</summary>
    public KeyRecord Known => Record ?? new KeyRecord(Account, Person, Key.Id, Key.Created);

    /// <summary>Its age in whole days.</summary>
    public int AgeAt(DateTimeOffset now) => Math.Max(0, (now - Key.Created).Days);

    /// <summary>For how many whole days nobody has used it.</summary>
    public int IdleAt(DateTimeOffset now) => Math.Max(0, (now - IdleSince).Days);

    /// <summary>Of all exemptions the one that holds for a key; where there are several, the last to end.</summary>
    public static KeyExemption? ExemptionOf(IEnumerable<KeyExemption> all, string account, UserName person, AccessKeyId key, DateTimeOffset now) =>
        all.Where(exemption => exemption.IsAbout(account, person, key) && exemption.HoldsAt(now)).MaxBy(exemption => exemption.Until);
}
