using System.Text.Json;
using Gatehouse.Cli.Deployments;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Tests;

/// <summary>What the command line knows of a deployment, by its name and its <c>cdk.json</c>, is what the deployment is made with.</summary>
[Collection(Synthesised.Name)]
public sealed class CommandLineTests(Synthesis synthesis) : IDisposable
{
    /// <summary>What a deployment may leave out, so that its default holds.</summary>
    private static readonly string[] Required = ["repository", "branch", "groups", "mailFrom", "help"];

    /// <summary>Made or named by CloudFormation, and needed by no command.</summary>
    private static readonly string[] NotKnown = [SettingNames.PlanBucket, SettingNames.PreviewMachine, SettingNames.LeaksMachine];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-cdk-json-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_setting_of_the_committed_cdk_json_is_known_as_the_functions_know_it() => ShouldKnow(synthesis.Template, Synthesis.CommittedSettings());

    [Fact]
    public void Every_default_is_the_deployments_own()
    {
        using var least = Synthesis.With(settings => settings.Keys.Except(Required).ToList().ForEach(key => settings.Remove(key)));

        ShouldKnow(least.Template, Synthesis.CommittedSettings().Where(setting => Required.Contains(setting.Key)).ToDictionary());
    }

    [Fact]
    public void The_rule_of_the_hourly_run_is_found_by_the_deployments_name() =>
        synthesis.Template.Of("AWS::Events::Rule").Select(rule => synthesis.Template.Text(rule.Resource["Properties"]!["Name"])).ShouldContain("gatehouse-reconcile");

    private void ShouldKnow(Template template, Dictionary<string, object> settings)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "cdk.json"), JsonSerializer.Serialize(new { context = new { gatehouse = settings } }));
        var cdk = CdkJson.Nearest(folder.FullName).ShouldNotBeNull();
        var known = new DeploymentKnowledge(cdk.Name, "eu-west-2", _ => null, cdk, new Caller("111122223333", "arn:aws:iam::111122223333:user/op"));
        var told = template.Of("AWS::Lambda::Function")
            .SelectMany(function => function.Resource["Properties"]!["Environment"]!["Variables"]!.AsObject())
            .Where(variable => variable.Key.StartsWith("GATEHOUSE_", StringComparison.Ordinal) && !NotKnown.Contains(variable.Key))
            .Select(variable => (variable.Key, Value: template.Text(variable.Value)))
            .Distinct()
            .ToList();

        told.Count.ShouldBeGreaterThan(15);
        told.ShouldAllBe(variable => known.Find(variable.Key) == variable.Value);
    }
}
