using Gatehouse.GitHub;
using Gatehouse.Register;

namespace Gatehouse.Tests.Keys;

/// <summary>A register of which only the machine users are read.</summary>
/// <param name="machines">Those that it lists; null where GitHub does not answer.</param>
internal sealed class MachinesAlone(IReadOnlyList<MachineUser>? machines) : IRegisterSource
{
    public Task<string> HeadAsync(CancellationToken cancellationToken) => Task.FromResult("0123456789abcdef0123456789abcdef01234567");

    public Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) =>
        machines is null ? throw new GitHubUnavailableException("GitHub is down.") : Task.FromResult(machines);

    public Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    public Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    public Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    private static InvalidOperationException NotAsked() => new("Only the machine users are asked for here.");
}
