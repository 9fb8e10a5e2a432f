using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public IncludedData IncludedData { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add("executionArn", ExecutionArn);
        json.Add("includedData", IncludedData);
    }
}

public class DescribeExecutionResponse : AmazonWebServiceResponse, IJsonShape
{
    public string ExecutionArn { get; set; }

    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public ExecutionStatus Status { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? StopDate { get; set; }

    public string Input { get; set; }

    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }

    public string Output { get; set; }

    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }

    public string TraceHeader { get; set; }

    public string MapRunArn { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }

    public string StateMachineVersionArn { get; set; }

    public string StateMachineAliasArn { get; set; }

    public int? RedriveCount { get; set; }

    public DateTime? RedriveDate { get; set; }

    public ExecutionRedriveStatus RedriveStatus { get; set; }

    public string RedriveStatusReason { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case "executionArn": ExecutionArn = value.GetString(); break;
            case "stateMachineArn": StateMachineArn = value.GetString(); break;
            case "name": Name = value.GetString(); break;
            case "status": Status = value.GetString(); break;
            case "startDate": StartDate = value.Timestamp(); break;
            case "stopDate": StopDate = value.Timestamp(); break;
            case "input": Input = value.GetString(); break;
            case "inputDetails": InputDetails = value.Shape<CloudWatchEventsExecutionDataDetails>(); break;
            case "output": Output = value.GetString(); break;
            case "outputDetails": OutputDetails = value.Shape<CloudWatchEventsExecutionDataDetails>(); break;
            case "traceHeader": TraceHeader = value.GetString(); break;
            case "mapRunArn": MapRunArn = value.GetString(); break;
            case "error": Error = value.GetString(); break;
            case "cause": Cause = value.GetString(); break;
            case "stateMachineVersionArn": StateMachineVersionArn = value.GetString(); break;
            case "stateMachineAliasArn": StateMachineAliasArn = value.GetString(); break;
            case "redriveCount": RedriveCount = value.GetInt32(); break;
            case "redriveDate": RedriveDate = value.Timestamp(); break;
            case "redriveStatus": RedriveStatus = value.GetString(); break;
            case "redriveStatusReason": RedriveStatusReason = value.GetString(); break;
        }
    }
}
