using Gatehouse.Account;
using Gatehouse.Intake;
using Gatehouse.Keys;
using Gatehouse.Keys.Leaks;
using Gatehouse.Keys.Rotation;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Mfa;
using Gatehouse.Root;

namespace Gatehouse.Cdk;

/// <summary>The functions, each named by the method that it is.</summary>
internal static class FunctionNames
{
    public const string ReceiveWebhook = nameof(IntakeFunctions.ReceiveWebhook);
    public const string LockMembership = nameof(MembershipFunctions.LockMembership);
    public const string PlanMembership = nameof(MembershipFunctions.PlanMembership);
    public const string ApplyMembershipChange = nameof(MembershipFunctions.ApplyMembershipChange);
    public const string WelcomePerson = nameof(MembershipFunctions.WelcomePerson);
    public const string NotifyPerson = nameof(MembershipFunctions.NotifyPerson);
    public const string GiveUpChange = nameof(MembershipFunctions.GiveUpChange);
    public const string ReportMembership = nameof(MembershipFunctions.ReportMembership);
    public const string PreviewPullRequest = nameof(PreviewFunctions.PreviewPullRequest);
    public const string SayPreviewFailed = nameof(PreviewFunctions.SayPreviewFailed);
    public const string RecordMailEvent = nameof(MailEventFunctions.RecordMailEvent);
    public const string KeepPasswordPolicy = nameof(AccountFunctions.KeepPasswordPolicy);
    public const string RecordMfaEvents = nameof(MfaEventFunctions.RecordMfaEvents);
    public const string SweepMfa = nameof(MfaFunctions.SweepMfa);
    public const string ExamineMfa = nameof(MfaFunctions.ExamineMfa);
    public const string GiveUpMfa = nameof(MfaFunctions.GiveUpMfa);
    public const string ReportMfa = nameof(MfaFunctions.ReportMfa);
    public const string DeliverRootAlerts = nameof(RootFunctions.DeliverRootAlerts);
    public const string FollowRootAccounts = nameof(RootFunctions.FollowRootAccounts);
    public const string BeginKeys = nameof(KeysFunctions.BeginKeys);
    public const string AssessKeys = nameof(KeysFunctions.AssessKeys);
    public const string PlanKeys = nameof(KeysFunctions.PlanKeys);
    public const string ApplyKeys = nameof(KeysFunctions.ApplyKeys);
    public const string GiveUpKeys = nameof(KeysFunctions.GiveUpKeys);
    public const string ReportKeys = nameof(KeysFunctions.ReportKeys);
    public const string RespondToLeak = nameof(LeakFunctions.RespondToLeak);
    public const string GiveUpLeak = nameof(LeakFunctions.GiveUpLeak);
    public const string FindRotations = nameof(RotationFunctions.FindRotations);
    public const string ReplaceDeployKey = nameof(RotationFunctions.ReplaceDeployKey);
    public const string TestDeployKey = nameof(RotationFunctions.TestDeployKey);
    public const string RetireDeployKey = nameof(RotationFunctions.RetireDeployKey);
    public const string GiveUpRotation = nameof(RotationFunctions.GiveUpRotation);
    public const string ReportRotations = nameof(RotationFunctions.ReportRotations);
}
