using System.Security.Cryptography;

namespace Gatehouse.Local;

/// <summary>The one place where the world makes up identities.</summary>
public static class Randomness
{
    public static Guid Identity() => new(RandomNumberGenerator.GetBytes(16));

    public static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
