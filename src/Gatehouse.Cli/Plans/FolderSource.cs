using Gatehouse.Register;

namespace Gatehouse.Cli.Plans;

/// <summary>Reads the register from a folder on disk: a checkout, with or without changes that nobody has committed. It has no commits: whatever is asked for is what lies there.</summary>
internal sealed class FolderSource(string folder, TimeProvider clock) : IRegisterSource
{
    public const string Uncommitted = "the folder";

    public Task<string> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(Uncommitted);

    public async Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken)
    {
        const string Mend = "Is this the checkout of the register? Or put the file back.";
        var users = await FileAsync(RegisterFiles.Users, cancellationToken);
        var members = await FileAsync(RegisterFiles.Members, cancellationToken);
        return users is { } some && members is { } others
            ? new RegisterAt(sha, RegisterReader.Read(some, others))
            : throw new RegisterUnreadableException([.. Missing(RegisterFiles.Users, users, Mend), .. Missing(RegisterFiles.Members, members, Mend)]);
    }

    public async Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken)
    {
        const string Mend = """Add one that holds at least { "allowedDomains": ["example.gov.uk"] }, with your own domains.""";
        var settings = await FileAsync(RegisterFiles.Settings, cancellationToken);
        return settings is { } bytes ? RegisterSettingsReader.Read(bytes) : throw new RegisterUnreadableException([.. Missing(RegisterFiles.Settings, settings, Mend)]);
    }

    public async Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken) => new(
        ResetFile.Read(RegisterFiles.PasswordResets, await FileAsync(RegisterFiles.PasswordResets, cancellationToken)),
        ResetFile.Read(RegisterFiles.MfaResets, await FileAsync(RegisterFiles.MfaResets, cancellationToken)));

    public async Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) =>
        RootNoticesFile.Read(await FileAsync(RegisterFiles.RootNotices, cancellationToken));

    public async Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) =>
        KeyExemptionsFile.Read(await FileAsync(RegisterFiles.KeyExemptions, cancellationToken), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public async Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) =>
        MachineUsersFile.Read(await FileAsync(RegisterFiles.MachineUsers, cancellationToken));

    private async Task<ReadOnlyMemory<byte>?> FileAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, path);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellationToken) : null;
    }

    private static IEnumerable<RegisterProblem> Missing(string file, ReadOnlyMemory<byte>? content, string mend) =>
        content is null ? [new(new(file, 1), "The file is missing.", mend)] : [];
}
