using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;

namespace Gatehouse.Cdk.Tests;

/// <summary>The app as <c>cdk.json</c> describes it, synthesised with a small file in the place of the published functions.</summary>
public sealed class Synthesis : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-cdk-");

    public Synthesis()
        : this(_ => { })
    {
    }

    private Synthesis(Action<Dictionary<string, object>> change)
    {
        var artefact = folder.CreateSubdirectory("lambda").FullName;
        File.WriteAllText(Path.Combine(artefact, "bootstrap"), "stands in for the published functions");
        Output = Path.Combine(folder.FullName, "cdk.out");
        var settings = CommittedSettings();
        change(settings);
        var app = new App(new AppProps
        {
            AnalyticsReporting = false,
            Outdir = Output,
            Context = new Dictionary<string, object> { [DeploymentSettings.ContextKey] = settings, ["artefact"] = artefact },
        });
        GatehouseApp.In(app);
        app.Synth();
        Template = Read("GatehouseStack", "eu-west-2");
        Global = Read("GlobalEventsStack", "us-east-1");
        Member = Read("MemberAccountStack", "us-east-1");
    }

    /// <summary>The stack of the home region.</summary>
    internal Template Template { get; }

    internal Template Global { get; }

    /// <summary>The stack of every other account.</summary>
    internal Template Member { get; }

    public string Output { get; }

    public string Manifest => File.ReadAllText(Path.Combine(Output, "manifest.json"));

    /// <summary>The same, with some settings changed.</summary>
    public static Synthesis With(Action<Dictionary<string, object>> change) => new(change);

    /// <summary>The settings of the committed <c>cdk.json</c>, as CDK gives them to the app.</summary>
    public static Dictionary<string, object> CommittedSettings()
    {
        var cdk = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "cdk.json")))!;
        return cdk["context"]![DeploymentSettings.ContextKey]!.AsObject().ToDictionary(setting => setting.Key, setting => Plain(setting.Value!));
    }

    public string FileOf(string stack) => Path.Combine(Output, $"{stack}.template.json");

    public void Dispose() => folder.Delete(recursive: true);

    private Template Read(string stack, string region) => new(JsonNode.Parse(File.ReadAllText(FileOf(stack)))!.AsObject(), region);

    private static object Plain(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetValue<double>(),
        JsonValueKind.Array => value.AsArray().Select(one => Plain(one!)).ToArray(),
        _ => value.GetValue<string>(),
    };
}

/// <summary>jsii runs one Node process for each test process; its tests take turns.</summary>
[CollectionDefinition(Name)]
public sealed class Synthesised : ICollectionFixture<Synthesis>
{
    public const string Name = "synthesised";
}
