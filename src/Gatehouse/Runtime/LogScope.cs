using Microsoft.Extensions.Logging;

namespace Gatehouse.Runtime;

/// <summary>Puts what a log sentence is about on every line written until it is disposed: delivery, run, pull request, person.</summary>
public static class LogScope
{
    public static IDisposable? About(this ILogger log, string? delivery = null, string? run = null, int? pullRequest = null, string? person = null) =>
        log.BeginScope(new KeyValuePair<string, object?>[]
        {
            new("delivery", delivery),
            new("run", run),
            new("pullRequest", pullRequest),
            new("person", person),
        });
}
