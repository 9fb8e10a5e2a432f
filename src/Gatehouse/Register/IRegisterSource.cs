namespace Gatehouse.Register;

/// <summary>Where the register is read from. A register that cannot be fetched is an exception, never an empty one.</summary>
public interface IRegisterSource
{
    /// <summary>The commit at the head of the protected branch.</summary>
    Task<string> HeadAsync(CancellationToken cancellationToken);

    /// <summary>The people as of a commit; throws <see cref="RegisterUnreadableException"/> for a missing or unreadable file.</summary>
    Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken);

    /// <summary>The settings as of a commit; throws <see cref="RegisterUnreadableException"/> for a missing or unreadable file.</summary>
    Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken);

    /// <summary>The reset files as of a commit; one that is missing is empty, one that is unreadable throws <see cref="RegisterUnreadableException"/>.</summary>
    Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken);

    /// <summary>The announced uses of root accounts as of a commit; a file that is missing announces nothing, one that is unreadable throws <see cref="RegisterUnreadableException"/>.</summary>
    Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken);

    /// <summary>The exemptions of access keys as of a commit; a file that is missing exempts nobody, one that is unreadable throws <see cref="RegisterUnreadableException"/>.</summary>
    Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken);

    /// <summary>The machine users as of a commit; a file that is missing lists none, one that is unreadable throws <see cref="RegisterUnreadableException"/>.</summary>
    Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken);
}
