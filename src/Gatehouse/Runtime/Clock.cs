using System.Xml;

namespace Gatehouse.Runtime;

/// <summary>The one place that reads the wall clock. In the local world it runs ahead by what a visitor moved it; in AWS the variable is never set.</summary>
public sealed class Clock(TimeSpan advance) : TimeProvider
{
    public static Clock FromEnvironment(Func<string, string?> environment) =>
        new(environment(SettingNames.ClockAdvance) is { Length: > 0 } duration ? XmlConvert.ToTimeSpan(duration) : TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + advance;
}
