using Gatehouse.Cli.Deployments.Questions;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether CloudTrail tells of IAM and of sign-ins at all: without a trail EventBridge hears nothing of them.</summary>
internal sealed class TrailCheck(TrailQuestions ask) : ICheck
{
    /// <summary>The only region where IAM's and the root user's events happen.</summary>
    public const string Region = "us-east-1";

    public string Name => "Trail";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken) => [Judge(await ask.AllAsync(cancellationToken))];

    public static Diagnosis Judge(IReadOnlyList<Trail> trails)
    {
        if (trails.FirstOrDefault(trail => trail is { MultiRegion: true, Global: true, Logging: true }) is { } good)
        {
            return Diagnosis.Fine($"the trail {good.Name} hears every region");
        }

        return trails.FirstOrDefault(trail => trail is { MultiRegion: true, Global: true }) is { } off
            ? Diagnosis.Wrong($"the trail {off.Name} is switched off: no event of an MFA device or a root user arrives", $"aws cloudtrail start-logging --region {Region} --name {off.Name}")
            : Diagnosis.Wrong(
                "no trail hears every region: no event of an MFA device or a root user arrives",
                "Write \"createTrail\": true into cdk.json and deploy, or: aws cloudtrail create-trail --is-multi-region-trail --name … --s3-bucket-name …, and start-logging.");
    }
}
