using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class StartExecutionRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public string Input { get; set; }

    public string TraceHeader { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add("stateMachineArn", StateMachineArn);
        json.Add("name", Name);
        json.Add("input", Input);
        json.Add("traceHeader", TraceHeader);
    }
}

public class StartExecutionResponse : AmazonWebServiceResponse, IJsonShape
{
    public string ExecutionArn { get; set; }

    public DateTime? StartDate { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case "executionArn": ExecutionArn = value.GetString(); break;
            case "startDate": StartDate = value.Timestamp(); break;
        }
    }
}
