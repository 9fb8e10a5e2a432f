using System.Security.Cryptography;
using System.Text;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>Which findings were told. Each is told once for as long as it lasts; somebody revoked by hand is told again each day, until a pull request follows. Pure.</summary>
/// <param name="Today">The day of the run, in UTC.</param>
/// <param name="ByKind">The hashes of those that were told.</param>
public sealed record ToldFindings(string Today, IReadOnlyDictionary<FindingKind, HashSet<string>> ByKind)
{
    public bool IsNew(Finding finding) => !Of(finding.Kind).Contains(Hash(finding));

    public IReadOnlySet<string> Of(FindingKind kind) => ByKind.GetValueOrDefault(kind) ?? [];

    /// <summary>Eight bytes: short enough that one item holds an account's 5,000 users, long enough to tell them apart.</summary>
    public string Hash(Finding finding)
    {
        var text = finding.Kind is FindingKind.Held ? $"{finding.Key}#{Today}" : finding.Key;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
