using Gatehouse.Register;

namespace Gatehouse.Keys;

/// <summary>Reads the register's files about access keys, and keeps what is wrong with them as a value: for showing, never to act by.</summary>
public static class KeyFilesReader
{
    public static async Task<KeyFiles> ReadAsync(IRegisterSource source, string sha, CancellationToken cancellationToken)
    {
        var (exemptions, unclear) = await TryAsync(() => source.ReadKeyExemptionsAsync(sha, cancellationToken));
        var (machines, unreadable) = await TryAsync(() => source.ReadMachineUsersAsync(sha, cancellationToken));
        return new(exemptions, machines, [.. unclear, .. unreadable]);
    }

    private static async Task<(IReadOnlyList<T> Read, IReadOnlyList<RegisterProblem> Problems)> TryAsync<T>(Func<Task<IReadOnlyList<T>>> read)
    {
        try
        {
            return (await read(), []);
        }
        catch (RegisterUnreadableException unreadable)
        {
            return ([], unreadable.Problems);
        }
    }
}
