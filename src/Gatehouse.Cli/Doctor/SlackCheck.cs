using Gatehouse.Cli.Deployments;
using Gatehouse.Slack;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether Slack takes messages for both channels. Nothing is posted.</summary>
internal sealed class SlackCheck(Deployment deployment) : ICheck
{
    public string Name => "Slack";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<Diagnosis>();
        foreach (var channel in new[] { deployment.Settings.Channel, deployment.Settings.RootChannel }.Distinct())
        {
            found.Add(await LookAsync(channel, cancellationToken));
        }

        return found;
    }

    private async Task<Diagnosis> LookAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            await deployment.Room<ISlackDoor>().ProveAsync(channel, cancellationToken);
            return Diagnosis.Fine($"Slack takes messages for {channel}");
        }
        catch (Exception closed) when (closed is SlackChannelUnknownException or SlackRefusedException or SlackUnavailableException)
        {
            return Diagnosis.Wrong(closed.Message, $"Put the channel's webhook address into {deployment.Settings.SlackSecret} under \"{channel}\": aws secretsmanager put-secret-value --secret-id {deployment.Settings.SlackSecret} …");
        }
    }
}
