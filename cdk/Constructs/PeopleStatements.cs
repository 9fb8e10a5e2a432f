using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// What people of the base account may do themselves, statement by statement. Without MFA: choose a password and set up an MFA device. With it: look after
/// devices and access keys of their own, and whatever other policies give them. docs/decisions/0013-what-people-may-do.md says why.
/// </summary>
internal sealed class PeopleStatements(Construct scope, DeploymentSettings settings)
{
    private const string WithMfa = "aws:MultiFactorAuthPresent";

    private static readonly string[] Rules = ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"];
    private static readonly string[] Self = ["iam:ChangePassword", "iam:GetMFADevice", "iam:GetUser", "iam:ListMFADevices"];
    private static readonly string[] Create = ["iam:CreateVirtualMFADevice"];
    private static readonly string[] Enable = ["iam:EnableMFADevice", "iam:ResyncMFADevice"];
    private static readonly string[] Session = ["sts:GetSessionToken"];
    private static readonly string[] AccessKeys =
        ["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:GetAccessKeyLastUsed", "iam:ListAccessKeys", "iam:UpdateAccessKey"];

    private string Themselves => Iam("user", "${aws:username}");

    /// <summary>
    /// The names that a person may give a device. The hyphen keeps <c>a@b</c> away from <c>a@b.uk-phone</c>: no address goes on with a hyphen after its
    /// top-level domain. Under <c>exact</c> there is one name.
    /// </summary>
    private string[] OwnDevices => settings.MfaNames == "exact" ? [Iam("mfa", "${aws:username}")] : [Iam("mfa", "${aws:username}"), Iam("mfa", "${aws:username}-*")];

    public IEnumerable<PolicyStatement> All()
    {
        yield return Right.To("SeeTheRules", Rules, "*");
        yield return Right.To("BeThemselves", Self, Themselves);
        yield return Right.To("CreateOwnDevices", Create, OwnDevices);
        yield return Right.To("EnableOwnDevices", Enable, Themselves);
        yield return Right.To("PresentACode", Session, "*");
        yield return IfMfa("DeactivateOwnDevicesWithMfa", ["iam:DeactivateMFADevice"], Themselves);
        yield return IfMfa("DeleteOwnDevicesWithMfa", ["iam:DeleteVirtualMFADevice"], OwnDevices);
        yield return IfMfa("ManageOwnAccessKeysWithMfa", AccessKeys, Themselves);
        yield return NothingElseWithoutMfa();
        yield return NobodyElseWithoutMfa();
        yield return NoDeviceUnderAPath();
        if (settings.AllowedAddresses.Count > 0)
            yield return NothingFromElsewhere();
    }

    private static PolicyStatement IfMfa(string sid, string[] actions, params string[] resources) => Right.ToIf("Bool", WithMfa, "true", sid, actions, resources);

    // IfExists: an access key by itself says nothing about MFA, and must be denied too.
    private static PolicyStatement NothingElseWithoutMfa() => new(new PolicyStatementProps
    {
        Sid = "DenyAllElseWithoutMfa",
        Effect = Effect.DENY,
        NotActions = [.. Rules, .. Self, .. Create, .. Enable, .. Session],
        Resources = ["*"],
        Conditions = If("BoolIfExists", WithMfa, "false"),
    });

    // An administrator's own policies allow the same for everybody: without MFA it is for themselves alone.
    private PolicyStatement NobodyElseWithoutMfa() => new(new PolicyStatementProps
    {
        Sid = "DenyOthersWithoutMfa",
        Effect = Effect.DENY,
        Actions = [.. Self, .. Create, .. Enable],
        NotResources = [Themselves, .. OwnDevices],
        Conditions = If("BoolIfExists", WithMfa, "false"),
    });

    // "*" matches a slash: without this, the path /jane-x/ would let jane make a device of any name.
    private PolicyStatement NoDeviceUnderAPath() => new(new PolicyStatementProps
    {
        Sid = "DenyDevicesUnderAPath",
        Effect = Effect.DENY,
        Actions = Create,
        Resources = [Iam("mfa", "*/*")],
    });

    // What an AWS service does on somebody's behalf comes from the service's own address.
    private PolicyStatement NothingFromElsewhere() => new(new PolicyStatementProps
    {
        Sid = "DenyOtherAddresses",
        Effect = Effect.DENY,
        Actions = ["*"],
        Resources = ["*"],
        Conditions = new Dictionary<string, object>
        {
            ["NotIpAddress"] = new Dictionary<string, object> { ["aws:SourceIp"] = settings.AllowedAddresses.ToArray() },
            ["BoolIfExists"] = new Dictionary<string, object> { ["aws:ViaAWSService"] = "false" },
        },
    });

    private static Dictionary<string, object> If(string condition, string key, string value) => new() { [condition] = new Dictionary<string, object> { [key] = value } };

    private string Iam(string resource, string name) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = resource, ResourceName = name });
}
