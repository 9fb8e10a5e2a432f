using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>
/// The IAM account, by the few things a membership run does to it. Every one is safe to do twice. IAM's own refusals come through as the
/// SDK's exceptions.
/// </summary>
public interface IAccount
{
    /// <summary>Every user with tags and groups, and every group: a few paged calls for any number of users.</summary>
    Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken);

    /// <summary>The alias of the account's sign-in address, or null where none is set.</summary>
    Task<string?> AliasAsync(CancellationToken cancellationToken);

    /// <summary>Creates the user with the tags that make it ours; one that an earlier attempt of the same change made is taken as made.</summary>
    /// <returns>False where the user is ours already by another merge, which the snapshot did not show yet: its welcome is that merge's.</returns>
    /// <exception cref="UserNotManagedException">Somebody else made a user of this name in the meantime.</exception>
    Task<bool> CreateAsync(UserName person, Attribution because, CancellationToken cancellationToken);

    /// <summary>Puts our tag on a user made by hand.</summary>
    Task AdoptAsync(UserName person, Attribution because, CancellationToken cancellationToken);

    Task AddToGroupAsync(UserName person, string group, CancellationToken cancellationToken);

    Task RemoveFromGroupAsync(UserName person, string group, CancellationToken cancellationToken);

    /// <summary>Sets a password that must be changed at the next sign-in, whether or not the user has one already.</summary>
    Task SetPasswordAsync(UserName person, string password, CancellationToken cancellationToken);

    /// <summary>Whether the user has a console password now.</summary>
    Task<bool> HasPasswordAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>Takes a mailed password away that nobody has used: it must still be changed, and no sign-in is known since.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="mailed">When it was mailed: a user made anew since then has another one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it was used, or the user is gone or another; true where there is no password any more.</returns>
    Task<bool> RemoveUnusedPasswordAsync(UserName person, DateTimeOffset mailed, CancellationToken cancellationToken);

    /// <summary>Takes the console password of a user of ours away; a user without one, or no user at all, is as wanted.</summary>
    /// <returns>False where the user is somebody else's, and was left alone.</returns>
    Task<bool> RemovePasswordAsync(UserName person, CancellationToken cancellationToken);
}

/// <summary>A user of this name exists and does not carry the tags that this change needs, so it is somebody else's and is left alone.</summary>
public sealed class UserNotManagedException : Exception
{
    public UserNotManagedException(UserName person)
        : base($"An IAM user {person} exists and was not made by this change, so it was left alone. If it is theirs, add \"{person}\" to \"adopt\" in gatehouse.json.")
    {
    }

    private UserNotManagedException(string message)
        : base(message)
    {
    }

    /// <summary>It was ours when the plan was made.</summary>
    public static UserNotManagedException WithoutTag(UserName person) => new(
        $"The IAM user {person} does not carry the tag managed-by=gatehouse any more, so it was left alone. If somebody took the tag off by mistake, put it back; otherwise remove them by hand.");
}
