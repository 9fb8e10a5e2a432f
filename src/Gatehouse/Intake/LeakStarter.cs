using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.Aws;
using Gatehouse.Keys.Leaks;
using Gatehouse.Runtime;

namespace Gatehouse.Intake;

/// <summary>
/// Starts one run of the <c>leaks</c> state machine for each thing that GitHub says of an alert, as <see cref="RunStarter"/> does for a merge:
/// <c>leak-example-org-shop-42-1f0a9c3b5d7e</c>. A redelivery has the same bytes, and so the same name; another action has others.
/// </summary>
/// <param name="executions">Runs of the leaks state machine.</param>
public sealed class LeakStarter(IExecutions executions)
{
    /// <summary>How much of a repository's name and of the body's hash stands in the name of a run: it has 80 characters in all, and what is cut is in the hash.</summary>
    private const int LongestRepository = 40, LongestHash = 12;

    private readonly RunStarter starter = new(executions);

    /// <param name="leak">What was delivered.</param>
    /// <param name="body">The bytes that GitHub signed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<StartedRun> StartAsync(LeakOf leak, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => starter.StartAsync(
        string.Create(CultureInfo.InvariantCulture, $"leak-{Plain(leak.Repository)}-{leak.Alert}-{Convert.ToHexStringLower(SHA256.HashData(body.Span))[..LongestHash]}"),
        JsonSerializer.Serialize(new LeakInput(LeakInput.GitHub, new LeakDetail { Repository = leak.Repository, Alert = leak.Alert }), GatehouseJson.Default.LeakInput),
        cancellationToken);

    private static string Plain(string repository) =>
        string.Concat(repository.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-').Take(LongestRepository));
}
