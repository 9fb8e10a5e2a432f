using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AwsApigatewayv2Integrations;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The one address that the internet reaches: <c>POST /github/webhook</c>, throttled, logged without bodies or signatures.</summary>
internal sealed class FrontDoor : Construct
{
    public const string Path = "/github/webhook";

    public FrontDoor(Construct scope, DeploymentSettings settings, GatehouseFunction receiver)
        : base(scope, "FrontDoor")
    {
        var api = new HttpApi(this, "Api", new HttpApiProps { ApiName = settings.Name, Description = "GitHub's webhook knocks here", CreateDefaultStage = false });
        api.AddRoutes(new AddRoutesOptions
        {
            Path = Path,
            Methods = [Amazon.CDK.AWS.Apigatewayv2.HttpMethod.POST],
            // GitHub waits ten seconds and no longer.
            Integration = new HttpLambdaIntegration("Receiver", receiver.Lambda, new HttpLambdaIntegrationProps
            {
                PayloadFormatVersion = PayloadFormatVersion.VERSION_2_0,
                Timeout = Duration.Seconds(10),
            }),
        });
        var stage = new HttpStage(this, "Stage", new HttpStageProps
        {
            HttpApi = api,
            StageName = "$default",
            AutoDeploy = true,
            Throttle = new ThrottleSettings { RateLimit = settings.RequestsPerSecond, BurstLimit = settings.RequestBurst },
        });
        ((CfnStage)stage.Node.DefaultChild!).AccessLogSettings = new CfnStage.AccessLogSettingsProperty
        {
            DestinationArn = AccessLog(settings).LogGroupArn,
            Format = LineFormat(),
        };
        WebhookUrl = api.ApiEndpoint + Path;
        Failures = api.MetricServerError(new MetricOptions { Statistic = "Sum", Period = Duration.Minutes(5) });
    }

    public string WebhookUrl { get; }

    /// <summary>Deliveries that were answered with an error of ours: GitHub does not send them again.</summary>
    public Metric Failures { get; }

    private LogGroup AccessLog(DeploymentSettings settings) => new(this, "AccessLog", new LogGroupProps
    {
        LogGroupName = $"/aws/vendedlogs/apigateway/{settings.Name}",
        Retention = Retention.Of(settings.LogRetentionDays),
        RemovalPolicy = RemovalPolicy.DESTROY,
    });

    private static string LineFormat() => JsonSerializer.Serialize(new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["at"] = "$context.requestTime",
        ["request"] = "$context.requestId",
        ["from"] = "$context.identity.sourceIp",
        ["route"] = "$context.routeKey",
        ["status"] = "$context.status",
        ["milliseconds"] = "$context.responseLatency",
        ["error"] = "$context.integrationErrorMessage",
    });
}
