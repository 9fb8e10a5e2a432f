using Gatehouse.Cli;
using Gatehouse.Cli.Output;

namespace Gatehouse.Tests.Cli;

/// <summary>What the command line says before it reaches anything.</summary>
public class CommandsTests
{
    [Theory]
    [InlineData("no command", 1, "")]
    [InlineData("an unknown command", 1, "explode")]
    [InlineData("a revoke that says no reason", 1, "revoke jane.doe@example.gov.uk --now")]
    [InlineData("a revoke with a blank reason", 1, "revoke jane.doe@example.gov.uk --now --reason=")]
    [InlineData("a restore that says no reason", 1, "restore jane.doe@example.gov.uk")]
    [InlineData("two questions at once", 1, "history --person a --run b")]
    [InlineData("a day that is none", 1, "history --day 28/11/2026")]
    [InlineData("a format that is none", 1, "history --format xml")]
    [InlineData("a format of keys that is none", 1, "keys report --format pdf")]
    [InlineData("a key given back without a reason", 1, "keys reactivate jane.doe@example.gov.uk")]
    [InlineData("a key that is none", 1, "keys reactivate jane.doe@example.gov.uk AKIA1 --reason=x")]
    [InlineData("an account that is none", 1, "keys reactivate jane.doe@example.gov.uk --account 12 --reason=x")]
    [InlineData("keys allowed without a reason", 1, "keys allow sweep-1 --yes")]
    [InlineData("a rotation of nobody", 1, "keys rotate")]
    [InlineData("help about keys", 0, "keys --help")]
    [InlineData("help", 0, "--help")]
    public async Task A_command_line(string what, int code, string arguments)
    {
        using var output = new StringWriter();
        var screen = new Screen(output, redirected: true, output, errorsRedirected: true);

        (await Commands.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), screen)).ShouldBe(code, what);
    }
}
