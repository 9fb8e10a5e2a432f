namespace Gatehouse.Cdk.Constructs;

/// <summary>Every state machine of the stack.</summary>
internal sealed record Machines(MembershipMachine Membership, PreviewMachine Preview, MfaMachine Mfa, KeysMachine Keys, DeployKeysMachine DeployKeys, LeaksMachine Leaks);
