using System.CommandLine;
using Gatehouse.Cli.Output;

namespace Gatehouse.Cli.Keys;

/// <summary><c>keys</c>: everyone's access keys, and what a person may do about them by hand.</summary>
internal static class KeysCommand
{
    public static Command Create(Screen screen) => new("keys", "Access keys: everyone's, and what a sweep or a rotation needs a person for.")
    {
        ReportCommand.Create(screen),
        ReactivateCommand.Create(screen),
        AllowCommand.Create(screen),
        RotateCommand.Create(screen),
    };
}
