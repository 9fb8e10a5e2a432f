using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Ledger;

/// <summary>Which findings were told. Each is told once for as long as it lasts, or once a day where it asks for that. Pure.</summary>
/// <param name="Today">The day of the run, in UTC.</param>
/// <param name="BySort">The hashes of those that were told.</param>
public sealed record ToldFindings(string Today, IReadOnlyDictionary<string, HashSet<string>> BySort)
{
    public bool IsNew(IFinding finding) => !Of(finding.Sort).Contains(Hash(finding));

    public IReadOnlySet<string> Of(string sort) => BySort.GetValueOrDefault(sort) ?? [];

    /// <summary>Eight bytes: short enough that one item holds an account's 5,000 users, long enough to tell them apart.</summary>
    public string Hash(IFinding finding)
    {
        var text = finding.EachDay ? $"{finding.Key}#{Today}" : finding.Key;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
