namespace Gatehouse.Cli.People;

/// <summary>An access key of a user.</summary>
/// <param name="Id">Its id, which is no secret.</param>
/// <param name="Active">Whether it can be used.</param>
/// <param name="Made">When it was made.</param>
/// <param name="LastUsed">When it was last used; null for never.</param>
/// <param name="UsedFor">The service that it was last used for; null for none.</param>
internal sealed record KnownKey(string Id, bool Active, DateTimeOffset Made, DateTimeOffset? LastUsed, string? UsedFor);

/// <summary>An MFA device of a user.</summary>
internal sealed record KnownDevice(string Serial, DateTimeOffset Since);

/// <summary>A console password.</summary>
/// <param name="Made">When it was set.</param>
/// <param name="MustChange">Whether it must be changed at the next sign-in.</param>
internal sealed record KnownPassword(DateTimeOffset Made, bool MustChange);

/// <summary>A user as IAM has it at this moment.</summary>
/// <param name="Name">As IAM spells it.</param>
/// <param name="Managed">Whether it carries our tag.</param>
/// <param name="Made">When it was made.</param>
/// <param name="PasswordLastUsed">The last sign-in with a password; null for none that IAM knows.</param>
/// <param name="Tags">Every tag.</param>
/// <param name="Groups">Every group, sorted.</param>
/// <param name="Password">Null where there is none.</param>
/// <param name="Keys">Every access key.</param>
/// <param name="Devices">Every MFA device.</param>
/// <param name="Policies">Inline policies by name and attached ones by ARN, the quarantine's left out.</param>
/// <param name="Denied">Whether the policy of a quarantine denies it everything.</param>
/// <param name="Boundary">The ARN of its permissions boundary; null for none.</param>
internal sealed record KnownUser(
    string Name,
    bool Managed,
    DateTimeOffset Made,
    DateTimeOffset? PasswordLastUsed,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> Groups,
    KnownPassword? Password,
    IReadOnlyList<KnownKey> Keys,
    IReadOnlyList<KnownDevice> Devices,
    IReadOnlyList<string> Policies,
    bool Denied,
    string? Boundary);
