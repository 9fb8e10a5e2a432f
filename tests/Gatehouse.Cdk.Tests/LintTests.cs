using System.Text.Json.Nodes;

namespace Gatehouse.Cdk.Tests;

/// <summary>What others' checkers say of the template and the state machines. A rule that is ignored says why in <c>.cfnlintrc.yaml</c>.</summary>
[Collection(Synthesised.Name)]
public sealed class LintTests(Synthesis synthesis)
{
    [Theory]
    [InlineData("GatehouseStack")]
    [InlineData("GlobalEventsStack")]
    [InlineData("MemberAccountStack")]
    public Task A_template_passes_cfn_lint(string stack) => LintedAsync(synthesis.FileOf(stack));

    [Fact]
    public async Task So_does_one_with_all_that_is_left_out_by_default()
    {
        using var whole = Synthesis.With(settings =>
        {
            settings["createTrail"] = true;
            settings["alarmEmail"] = "on-call@example.gov.uk";
            settings["region"] = "us-east-1";
        });

        await LintedAsync(whole.FileOf("GatehouseStack"));
        await LintedAsync(whole.FileOf("GlobalEventsStack"));
    }

    [Theory]
    [InlineData("membership")]
    [InlineData("preview")]
    [InlineData("mfa")]
    [InlineData("keys")]
    [InlineData("leaks")]
    [InlineData("deploy-keys")]
    public async Task A_synthesised_state_machine_passes_the_validator(string machine)
    {
        var file = Path.Combine(synthesis.Output, $"{machine}.asl.json");
        await File.WriteAllTextAsync(file, synthesis.Template.Text(synthesis.Template.Machine(machine)["DefinitionString"]));

        var said = await Tool.AslValidator.RunAsync("--json-path", file);

        said.Status.ShouldBe(0, said.Text);
    }

    [Fact]
    public async Task The_validator_would_see_a_task_that_leads_nowhere()
    {
        var file = Path.Combine(synthesis.Output, "broken.asl.json");
        await File.WriteAllTextAsync(file, """{"StartAt":"Lock","States":{"Lock":{"Type":"Pass","Next":"Nowhere"}}}""");

        (await Tool.AslValidator.RunAsync("--json-path", file)).Status.ShouldNotBe(0);
    }

    private static async Task LintedAsync(string template)
    {
        var said = await Tool.CfnLint.RunAsync("--config-file", Path.Combine(Repository.Root, ".cfnlintrc.yaml"), "--template", template);

        said.Text.ShouldBeEmpty();
        said.Status.ShouldBe(0);
    }

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "package-lock.json")))!["packages"]!.AsObject();

        packages.Count.ShouldBeGreaterThan(1);
        packages.ShouldAllBe(package => package.Value!["resolved"] == null);
    }
}
