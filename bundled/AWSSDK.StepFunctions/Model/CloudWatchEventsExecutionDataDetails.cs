using System.Text.Json;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class CloudWatchEventsExecutionDataDetails : IJsonShape
{
    public bool? Included { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        if (field == "included") Included = value.GetBoolean();
    }
}
