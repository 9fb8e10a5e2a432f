using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class StopExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add("executionArn", ExecutionArn);
        json.Add("error", Error);
        json.Add("cause", Cause);
    }
}

public class StopExecutionResponse : AmazonWebServiceResponse, IJsonShape
{
    public DateTime? StopDate { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        if (field == "stopDate") StopDate = value.Timestamp();
    }
}
