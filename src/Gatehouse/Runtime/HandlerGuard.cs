using System.Reflection;
using System.Runtime.CompilerServices;
using Gatehouse.Account;
using Gatehouse.Intake;
using Gatehouse.Keys;
using Gatehouse.Keys.Leaks;
using Gatehouse.Keys.Rotation;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Mfa;
using Gatehouse.Root;

namespace Gatehouse.Runtime;

/// <summary>
/// Stops a deployment whose ANNOTATIONS_HANDLER is unset or names no function. The Main that Amazon.Lambda.Annotations generates would end
/// with 0 and say nothing, so this looks before Main does.
/// </summary>
internal static class HandlerGuard
{
    public const string Variable = "ANNOTATIONS_HANDLER";

    /// <summary>Every function of this program. Listed rather than found, because a trimmed program does not know all of its methods.</summary>
    public static IReadOnlyList<string> Handlers { get; } =
    [
        nameof(IntakeFunctions.ReceiveWebhook),
        nameof(MembershipFunctions.LockMembership),
        nameof(MembershipFunctions.PlanMembership),
        nameof(MembershipFunctions.ApplyMembershipChange),
        nameof(MembershipFunctions.WelcomePerson),
        nameof(MembershipFunctions.NotifyPerson),
        nameof(MembershipFunctions.GiveUpChange),
        nameof(MembershipFunctions.ReportMembership),
        nameof(PreviewFunctions.PreviewPullRequest),
        nameof(PreviewFunctions.SayPreviewFailed),
        nameof(MailEventFunctions.RecordMailEvent),
        nameof(AccountFunctions.KeepPasswordPolicy),
        nameof(MfaEventFunctions.RecordMfaEvents),
        nameof(MfaFunctions.SweepMfa),
        nameof(MfaFunctions.ExamineMfa),
        nameof(MfaFunctions.GiveUpMfa),
        nameof(MfaFunctions.ReportMfa),
        nameof(RootFunctions.DeliverRootAlerts),
        nameof(RootFunctions.FollowRootAccounts),
        nameof(KeysFunctions.BeginKeys),
        nameof(KeysFunctions.AssessKeys),
        nameof(KeysFunctions.PlanKeys),
        nameof(KeysFunctions.ApplyKeys),
        nameof(KeysFunctions.GiveUpKeys),
        nameof(KeysFunctions.ReportKeys),
        nameof(LeakFunctions.RespondToLeak),
        nameof(LeakFunctions.GiveUpLeak),
        nameof(RotationFunctions.FindRotations),
        nameof(RotationFunctions.ReplaceDeployKey),
        nameof(RotationFunctions.TestDeployKey),
        nameof(RotationFunctions.RetireDeployKey),
        nameof(RotationFunctions.GiveUpRotation),
        nameof(RotationFunctions.ReportRotations),
    ];

    /// <summary>Why a program with this handler must not start; null when it may.</summary>
    public static string? Refusal(string? handler)
    {
        if (handler is not null && Handlers.Contains(handler)) return null;

        var found = string.IsNullOrEmpty(handler) ? $"{Variable} is not set" : $"{Variable} is '{handler}', which is no function of it";
        return $"Gatehouse does not start: {found}. Its functions are {string.Join(", ", Handlers)}.";
    }

    // Runs before Main, but also when a test or the deployment's description loads this assembly: there, nothing is started.
    [ModuleInitializer]
    internal static void LookBeforeMain()
    {
        if (Assembly.GetEntryAssembly() != typeof(HandlerGuard).Assembly) return;
        if (Refusal(Environment.GetEnvironmentVariable(Variable)) is not { } refusal) return;

        Console.Error.WriteLine(refusal);
        Environment.Exit(1);
    }
}
