namespace Gatehouse.Register;

public static class KeyExemptionsFile
{
    public static IReadOnlyList<KeyExemption> Read(ReadOnlyMemory<byte>? bytes) => throw new NotSupportedException($"not built yet: {bytes?.Length}");
}
