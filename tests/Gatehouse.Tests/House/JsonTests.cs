using System.Text.Json;

namespace Gatehouse.Tests.House;

public class JsonTests
{
    [Fact]
    public void The_program_that_is_deployed_serialises_nothing_by_reflection()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Gatehouse.runtimeconfig.json")));

        config.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties")
            .GetProperty("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault").GetBoolean().ShouldBeFalse();
    }
}
