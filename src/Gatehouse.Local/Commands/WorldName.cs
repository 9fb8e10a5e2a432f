using System.CommandLine;

namespace Gatehouse.Local.Commands;

/// <summary>Which world a command means: the visitor's, or one that a test or the demo keeps apart from it.</summary>
public static class WorldName
{
    public static Option<string> Option() => new("--name")
    {
        Description = "The world's name: its folder under artifacts/ and the file that announces it there.",
        DefaultValueFactory = _ => WorldDirectories.DefaultName,
    };
}
