using System.Diagnostics;

namespace Gatehouse.Cdk.Tests;

/// <summary>A checker that is not .NET: the machine's own, or one that is installed into the project's own folders when it is first needed.</summary>
internal sealed class Tool(string[] command, Func<Task>? prepare = null)
{
    // The package has no __main__, and its script may lie outside the path.
    private const string RunCfnLint = "import sys; from cfnlint.runner import main; sys.exit(main())";

    private readonly Lazy<Task> ready = new(() => prepare?.Invoke() ?? Task.CompletedTask);

    public static readonly Tool CfnLint = Python();

    public static readonly Tool AslValidator = Npm("asl-validator");

    public async Task<(int Status, string Text)> RunAsync(params string[] arguments)
    {
        await ready.Value;
        return await StartAsync([.. command, .. arguments]);
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
        return new Tool([installed], () => File.Exists(installed) ? Task.CompletedTask : MustAsync("npm", "ci", "--no-audit", "--no-fund"));
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

    private static async Task<(int Status, string Text)> StartAsync(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }
}
