namespace Gatehouse.Register;

public static class MachineUsersFile
{
    public static IReadOnlyList<MachineUser> Read(ReadOnlyMemory<byte>? bytes) => throw new NotSupportedException($"not built yet: {bytes?.Length}");
}
