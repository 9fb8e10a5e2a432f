namespace Gatehouse.Aws;

/// <summary>The inline policy that a user in quarantine carries: it outweighs every permission that the user still has.</summary>
public static class QuarantinePolicy
{
    public const string Name = "gatehouse-quarantine";

    public const string Document = """{"Version":"2012-10-17","Statement":[{"Sid":"Quarantined","Effect":"Deny","Action":"*","Resource":"*"}]}""";
}
