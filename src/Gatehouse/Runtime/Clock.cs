using System.Xml;

namespace Gatehouse.Runtime;

/// <summary>The one place that reads the wall clock. In the local world it runs ahead by what a visitor has moved it; in AWS the variable is never set.</summary>
/// <param name="moved">A file that holds an ISO 8601 duration, which may grow at any time; null where nothing moves the clock.</param>
public sealed class Clock(string? moved) : TimeProvider
{
    public static Clock FromEnvironment(Func<string, string?> environment) => new(environment(SettingNames.ClockFile) is { Length: > 0 } file ? file : null);

    /// <exception cref="IOException">The file is not there: a wrong time would be worse than none.</exception>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + (moved is null ? TimeSpan.Zero : XmlConvert.ToTimeSpan(File.ReadAllText(moved)));
}
