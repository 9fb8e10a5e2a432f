using System.Text.Json;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Tests.Runtime;

public partial class JsonLinesLoggerTests
{
    private readonly FixedClock clock = new();

    [Fact]
    public void A_sentence_is_one_JSON_line_with_its_values_and_those_of_the_scopes_around_it()
    {
        using var output = new StringWriter();
        using var lines = new JsonLinesLogger(output, clock);
        var log = lines.CreateLogger("Gatehouse.Test");
        using (log.About(delivery: "d1", run: "merge-7-abc", pullRequest: 7))
        using (log.About(person: "jane@example.org"))
        {
            CameBack(log, "m1");
        }

        var line = JsonDocument.Parse(output.ToString().ShouldHaveSingleLine()).RootElement;
        line.GetProperty("message").GetString().ShouldBe("Mail m1 came\nback.");
        line.GetProperty("messageId").GetString().ShouldBe("m1");
        line.GetProperty("delivery").GetString().ShouldBe("d1");
        line.GetProperty("run").GetString().ShouldBe("merge-7-abc");
        line.GetProperty("pullRequest").GetString().ShouldBe("7");
        line.GetProperty("person").GetString().ShouldBe("jane@example.org");
        line.GetProperty("level").GetString().ShouldBe("Warning");
    }

    [Fact]
    public void Metrics_are_lines_in_the_embedded_metric_format()
    {
        using var output = new StringWriter();
        new Metrics(output, clock).Count((Metrics.WelcomesSent, 2), (Metrics.ChangesFailed, 0));

        var line = JsonDocument.Parse(output.ToString().ShouldHaveSingleLine()).RootElement;
        line.GetProperty(Metrics.WelcomesSent).GetInt32().ShouldBe(2);
        var directive = line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];
        directive.GetProperty("Namespace").GetString().ShouldBe("Gatehouse");
        directive.GetProperty("Metrics").EnumerateArray().Select(metric => metric.GetProperty("Name").GetString()).ShouldBe([Metrics.WelcomesSent, Metrics.ChangesFailed]);
        line.GetProperty("_aws").GetProperty("Timestamp").GetInt64().ShouldBe(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [LoggerMessage(1, LogLevel.Warning, "Mail {MessageId} came\nback.")]
    private static partial void CameBack(ILogger log, string messageId);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}

internal static class Lines
{
    public static string ShouldHaveSingleLine(this string text)
    {
        text.ShouldEndWith("\n");
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
    }
}
