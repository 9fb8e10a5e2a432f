using Amazon.Runtime;
using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.GitHub;
using Gatehouse.Intake;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;

namespace Gatehouse.Cli;

/// <summary>
/// Says of an exception which exit code and which sentence it is worth. Pure.
/// <list type="table">
/// <listheader><term>exception</term><description>exit code</description></listheader>
/// <item><term>what the tool or Gatehouse refuses, an unreadable register</term><description>2</description></item>
/// <item><term>what AWS, GitHub or a missing setting prevents</term><description>1</description></item>
/// <item><term>anything else</term><description>none: it is a mistake in the tool, and is shown whole</description></item>
/// </list>
/// </summary>
internal static class Failure
{
    public static (int Code, string Sentence)? Explain(Exception exception) => exception switch
    {
        RefusedException or RegisterUnreadableException or UserNotManagedException or RunFailedTooOftenException => (ExitCode.Refused, exception.Message),
        NoRoomToDenyException or AccountNotEnteredException or AccountNotWatchedException or CredentialReportLateException or CredentialReportUnreadableException => (ExitCode.Error, exception.Message),
        DeploymentUnknownException or SettingMissingException => (ExitCode.Error, exception.Message),
        GitHubRefusedException or GitHubUnavailableException or SecretNotSetException or SecretUnreadableException => (ExitCode.Error, exception.Message),
        SlackRefusedException or SlackUnavailableException or SlackChannelUnknownException => (ExitCode.Error, exception.Message),
        AmazonServiceException { ErrorCode: { Length: > 0 } code } refused => (ExitCode.Error, $"AWS answered {code}: {refused.Message}"),
        AmazonServiceException broken => (ExitCode.Error, $"AWS could not be asked: {broken.Message}"),
        AmazonClientException client => (ExitCode.Error, $"AWS could not be asked: {client.Message}"),
        HttpRequestException network => (ExitCode.Error, $"AWS could not be reached: {network.Message}"),
        OperationCanceledException => (ExitCode.Error, "Stopped."),
        _ => null,
    };
}
