using Gatehouse.Intake;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;

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
}
