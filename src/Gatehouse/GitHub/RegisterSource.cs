using Gatehouse.Register;

namespace Gatehouse.GitHub;

/// <summary>Reads the register at a commit of its repository on GitHub. A missing file is a problem to mend, never an empty register.</summary>
/// <param name="gitHub">The register's repository.</param>
/// <param name="branch">The protected branch.</param>
/// <param name="clock">Says from which day the length of an exemption is judged.</param>
public sealed class RegisterSource(IGitHub gitHub, string branch, TimeProvider clock) : IRegisterSource
{
    public Task<string> HeadAsync(CancellationToken cancellationToken) => gitHub.HeadOfBranchAsync(branch, cancellationToken);

    public async Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken)
    {
        var users = gitHub.ReadFileAsync(RegisterFiles.Users, sha, cancellationToken);
        var members = gitHub.ReadFileAsync(RegisterFiles.Members, sha, cancellationToken);
        await Task.WhenAll(users, members);
        const string Mend = "Put the file back from the commit before.";
        var missing = Missing(RegisterFiles.Users, await users, sha, Mend).Concat(Missing(RegisterFiles.Members, await members, sha, Mend)).ToList();
        return missing.Count == 0
            ? new(sha, RegisterReader.Read((await users)!.Value, (await members)!.Value))
            : throw new RegisterUnreadableException(missing);
    }

    public async Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken)
    {
        var settings = await gitHub.ReadFileAsync(RegisterFiles.Settings, sha, cancellationToken);
        const string Mend = """Merge one that holds at least { "allowedDomains": ["example.gov.uk"] }, with your own domains.""";
        return settings is { } bytes
            ? RegisterSettingsReader.Read(bytes)
            : throw new RegisterUnreadableException([.. Missing(RegisterFiles.Settings, settings, sha, Mend)]);
    }

    public async Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken)
    {
        var passwords = gitHub.ReadFileAsync(RegisterFiles.PasswordResets, sha, cancellationToken);
        var mfa = gitHub.ReadFileAsync(RegisterFiles.MfaResets, sha, cancellationToken);
        await Task.WhenAll(passwords, mfa);
        return new ResetFiles(ResetFile.Read(RegisterFiles.PasswordResets, await passwords), ResetFile.Read(RegisterFiles.MfaResets, await mfa));
    }

    public async Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) =>
        RootNoticesFile.Read(await gitHub.ReadFileAsync(RegisterFiles.RootNotices, sha, cancellationToken));

    public async Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) =>
        KeyExemptionsFile.Read(await gitHub.ReadFileAsync(RegisterFiles.KeyExemptions, sha, cancellationToken), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public async Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) =>
        MachineUsersFile.Read(await gitHub.ReadFileAsync(RegisterFiles.MachineUsers, sha, cancellationToken));

    private static IEnumerable<RegisterProblem> Missing(string file, ReadOnlyMemory<byte>? content, string sha, string mend) =>
        content is null ? [new(new(file, 1), $"The file is missing at commit {sha}.", mend)] : [];
}
