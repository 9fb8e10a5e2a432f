namespace Gatehouse.Aws;

/// <summary>The inline policy that a user in quarantine carries: it outweighs every permission that the user still has.</summary>
public static class QuarantinePolicy
{
    public const string Name = "gatehouse-quarantine";

    /// <summary>As short as it can be: IAM gives all inline policies of a user 2,048 characters together.</summary>
    public const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";
}
