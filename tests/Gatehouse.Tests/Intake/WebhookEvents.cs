using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Intake;

/// <summary>The deliveries under <c>events/apigateway/github-webhook</c>, each signed with the secret of GitHub's test vector unless it says otherwise.</summary>
internal static class WebhookEvents
{
    public const string Secret = Gatehouse.Local.Commands.SampleDelivery.Secret;
    public const string Repository = "alphagov/aws-user-management-account-users";
    public const string MergeCommit = "9f0c6b1a7d5e4c3b2a1908f7e6d5c4b3a2918070";
    public const string Head = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    public const string Delivery = "7c8a2c60-8f0a-11f0-9a2b-3d1c5e7f9a01";

    public static APIGatewayHttpApiV2ProxyRequest Read(string name) => JsonSerializer.Deserialize(
        File.ReadAllText(House.Repository.Path("events", "apigateway", "github-webhook", $"{name}.json")), GatehouseJson.Default.APIGatewayHttpApiV2ProxyRequest)!;
}
