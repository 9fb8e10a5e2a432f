namespace Gatehouse.Local;

/// <summary>The folders that the world reads from and writes to, all inside the repository.</summary>
public sealed record WorldDirectories(string Repository, string Name = WorldDirectories.DefaultName)
{
    /// <summary>The world that <c>./dev up</c> starts; another name keeps another world apart from it.</summary>
    public const string DefaultName = "world";

    /// <summary>Everything that the running world keeps; emptied at the start unless the state is kept.</summary>
    public string State => Path.Combine(Repository, "artifacts", Name);

    public string Logs => Path.Combine(State, "logs");

    /// <summary>By how much the clock was moved, for the processes of this world.</summary>
    public string Clock => Path.Combine(State, "clock");

    /// <summary>The published executable that every function runs.</summary>
    public string Bootstrap => Path.Combine(Repository, "artifacts", "lambda", "bootstrap");

    /// <summary>The operator's command line, as it was built last.</summary>
    public string CommandLine => Path.Combine(Repository, "src", "Gatehouse.Cli", "bin", "Debug", "net10.0", "Gatehouse.Cli.dll");

    public string CloudAssembly => Path.Combine(Repository, "cdk.out");

    /// <summary>What clients read to find the world; there only while the world is ready.</summary>
    public string Announcement => Path.Combine(Repository, "artifacts", $"{Name}.json");

    public string ProcessId => Path.Combine(State, "pid");

    public string Launcher => Path.Combine(Repository, "src", "Gatehouse.Local", "Moto", "launcher.py");

    /// <summary>The repository that holds the working directory or this executable; refuses to guess when there is none.</summary>
    public static WorldDirectories Find() =>
        new(Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException("Serverless.sln is in no folder above this one: run the world inside the repository."));

    private static string? Above(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
