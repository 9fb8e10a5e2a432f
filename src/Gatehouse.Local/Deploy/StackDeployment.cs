using System.Xml.Linq;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Deploy;

/// <summary>Brings the synthesised stacks into moto, so that what runs is what would be deployed.</summary>
public sealed class StackDeployment(World world)
{
    /// <summary>moto looks for each function's code in the bootstrap bucket and reads nothing of it: the world runs the published executable.</summary>
    private static readonly byte[] EmptyArchive = [0x50, 0x4B, 0x05, 0x06, .. new byte[18]];

    private readonly MotoClient moto = world.Moto;

    public async Task<IReadOnlyList<Deployment>> DeployAsync(CancellationToken cancellation)
    {
        var deployed = new List<Deployment>();
        foreach (var stack in StackTemplate.ReadAll(world.Directories.CloudAssembly).Where(stack => !stack.IsOfOtherAccounts)) deployed.Add(await CreateAsync(stack, cancellation));

        await StateMachineDeployment.MoveAsync(moto, cancellation);
        await world.Functions.RefreshAsync(cancellation);
        foreach (var deployment in deployed) await new PassedOver(world).CreateAsync(deployment, cancellation);

        return deployed;
    }

    private async Task<Deployment> CreateAsync(StackTemplate stack, CancellationToken cancellation)
    {
        await UploadAssetsAsync(stack, cancellation);
        var form = new Dictionary<string, string>
        {
            ["Action"] = "CreateStack",
            ["Version"] = "2010-05-15",
            ["StackName"] = stack.Name,
            ["TemplateBody"] = PassedOver.Without(stack).ToJsonString(),
            ["Capabilities.member.1"] = "CAPABILITY_NAMED_IAM",
        };
        var index = 1;
        foreach (var (name, value) in Parameters(stack))
        {
            form[$"Parameters.member.{index}.ParameterKey"] = name;
            form[$"Parameters.member.{index++}.ParameterValue"] = value;
        }

        await moto.QueryAsync("cloudformation", stack.Region, form, cancellation);
        var physicalIds = await PhysicalIdsAsync(stack, cancellation);
        foreach (var (name, value) in Parameters(stack)) physicalIds[name] = value;

        return new Deployment(stack, physicalIds);
    }

    /// <summary>What only a local world sets: its own GitHub, that sweeps over access keys act, because nobody's key is at stake, and in which other accounts.</summary>
    private Dictionary<string, string> Parameters(StackTemplate stack)
    {
        var ours = new Dictionary<string, string> { ["GitHubApiUrl"] = Ports.Address(world.Ports.GitHub).ToString().TrimEnd('/'), ["KeysAct"] = "on", ["KeyAccounts"] = world.Settings.KeyAccounts.Count == 0 ? "none" : string.Join(' ', world.Settings.KeyAccounts) };
        return ours.Where(parameter => stack.Template["Parameters"]?[parameter.Key] is not null).ToDictionary();
    }

    private async Task<Dictionary<string, string>> PhysicalIdsAsync(StackTemplate stack, CancellationToken cancellation)
    {
        var answer = await moto.QueryAsync("cloudformation", stack.Region,
            new Dictionary<string, string> { ["Action"] = "DescribeStackResources", ["Version"] = "2010-05-15", ["StackName"] = stack.Name }, cancellation);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in answer.Descendants().Where(element => element.Name.LocalName == "member"))
        {
            if (Field(resource, "LogicalResourceId") is { } logical && Field(resource, "PhysicalResourceId") is { } id) ids[logical] = id;
        }

        return ids;
    }

    private static string? Field(XElement resource, string name) => resource.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private async Task UploadAssetsAsync(StackTemplate stack, CancellationToken cancellation)
    {
        var unresolved = new Deployment(stack, new Dictionary<string, string>());
        var assets = stack.Resources("AWS::Lambda::Function").Select(function => function.Value["Code"]).Where(code => code?["S3Bucket"] is not null)
            .Select(code => (Bucket: unresolved.Resolve(code!["S3Bucket"]), Key: unresolved.Resolve(code["S3Key"]))).Distinct().ToList();
        foreach (var bucket in assets.Select(asset => asset.Bucket).Distinct()) await CreateBucketAsync(bucket, stack.Region, cancellation);
        foreach (var (bucket, key) in assets) await moto.RestAsync(HttpMethod.Put, $"/{bucket}/{key}", "s3", stack.Region, EmptyArchive, cancellation);
    }

    private Task<string> CreateBucketAsync(string bucket, string region, CancellationToken cancellation)
    {
        XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
        var where = new XElement(s3 + "CreateBucketConfiguration", new XElement(s3 + "LocationConstraint", region));
        var body = region == World.GlobalRegion ? null : System.Text.Encoding.UTF8.GetBytes(where.ToString());
        return moto.RestAsync(HttpMethod.Put, $"/{bucket}", "s3", region, body, cancellation);
    }
}
