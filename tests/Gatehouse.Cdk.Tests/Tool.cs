using System.Diagnostics;

namespace Gatehouse.Cdk.Tests;

/// <summary>A checker that is not .NET: the machine's own, or one that is installed into the project's own folders when it is first needed.</summary>
internal sealed class Tool(string[] command, Func<Task>? prepare = null)
{
    // The package has no __main__, and its script may lie outside the path.
    private const string RunCfnLint = "import sys; from cfnlint.runner import main; sys.exit(main())";

    private static readonly Lazy<Task> NpmPackages = new(() => MustAsync("npm", "ci", "--no-audit", "--no-fund"));

    private readonly Lazy<Task> ready = new(() => prepare?.Invoke() ?? Task.CompletedTask);

    public static readonly Tool CfnLint = Python();

    public static readonly Tool AslValidator = Npm("asl-validator");

    /// <summary>Asks an IAM policy simulator; it takes its questions as its input (see the script).</summary>
    public static readonly Tool PolicySimulator = Node(Path.Combine("tests", "Gatehouse.Cdk.Tests", "People", "simulate.mjs"), "@cloud-copilot/iam-simulate");

    public async Task<(int Status, string Text)> RunAsync(params string[] arguments)
    {
        await ready.Value;
        return await StartAsync([.. command, .. arguments]);
    }

    /// <summary>Hands it a text as its input and answers what it writes; a tool that fails fails the test with its words.</summary>
    public async Task<string> AskAsync(string input)
    {
        await ready.Value;
        var (status, text) = await StartAsync(command, input);
        return status == 0 ? text : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {status}: {text}");
    }

    private static Tool Python()
    {
        var own = Path.Combine(Repository.Root, ".venv", "bin", "python");
        foreach (var python in new[] { Environment.GetEnvironmentVariable("GATEHOUSE_PYTHON"), own, "python3" }.OfType<string>())
        {
            if (Works(python))
                return new Tool([python, "-c", RunCfnLint]);
        }

        return new Tool([own, "-c", RunCfnLint], async () =>
        {
            await MustAsync("python3", "-m", "venv", Path.Combine(Repository.Root, ".venv"));
            await MustAsync(own, "-m", "pip", "install", "--quiet", "cfn-lint");
        });
    }

    private static Tool Npm(string name)
    {
        var installed = Path.Combine(Repository.Root, "node_modules", ".bin", name);
        return new Tool([installed], () => File.Exists(installed) ? Task.CompletedTask : NpmPackages.Value);
    }

    /// <summary>A script that asks an npm package; the package is a devDependency of package.json.</summary>
    public static Tool Node(string script, string package)
    {
        var installed = Path.Combine(Repository.Root, "node_modules", package, "package.json");
        return new Tool(["node", Path.Combine(Repository.Root, script)], () => File.Exists(installed) ? Task.CompletedTask : NpmPackages.Value);
    }

    private static bool Works(string python)
    {
        try
        {
            return StartAsync([python, "-c", "import cfnlint"]).GetAwaiter().GetResult().Status == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task MustAsync(params string[] command)
    {
        var (status, text) = await StartAsync(command);
        if (status != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {status}: {text}");
    }

    private static async Task<(int Status, string Text)> StartAsync(string[] command, string? input = null)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }
}
