using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>The managed policy that AWS itself attaches to a user whose key it found in public. Gatehouse never takes it off: that is for those who have dealt with the leak.</summary>
public static class CompromisedKeyQuarantine
{
    /// <summary><c>AWSCompromisedKeyQuarantine</c>, <c>…V2</c>, <c>…V3</c>, and whatever AWS calls the next one.</summary>
    private const string Name = ":policy/AWSCompromisedKeyQuarantine";

    public static bool IsIt(string policyArn) => policyArn.Contains(Name, StringComparison.Ordinal);
}

/// <summary>A user is not deleted, because AWS's own quarantine of a leaked key is on them: nothing of theirs is taken, and nobody's evidence is lost.</summary>
public sealed class KeyQuarantinedByAwsException(UserName user) : Exception(
    $"{user} is not deleted: AWS put its quarantine of a leaked access key on them, and Gatehouse never takes that off. Deal with the leak (docs/operating.md, \"When a key leaks\"), and detach the policy by hand; the next run deletes them.");
