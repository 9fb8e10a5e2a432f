namespace Gatehouse.Cdk;

/// <summary>The functions, by the names that a deployment calls them.</summary>
internal static class FunctionNames
{
    public const string ReceiveWebhook = nameof(ReceiveWebhook);
    public const string LockMembership = nameof(LockMembership);
    public const string PlanMembership = nameof(PlanMembership);
    public const string ApplyMembershipChange = nameof(ApplyMembershipChange);
    public const string WelcomePerson = nameof(WelcomePerson);
    public const string GiveUpChange = nameof(GiveUpChange);
    public const string ReportMembership = nameof(ReportMembership);
    public const string RecordMailEvent = nameof(RecordMailEvent);
}
