using System.Text.Json;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class ExecutionListItem : IJsonShape
{
    public string ExecutionArn { get; set; }

    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public ExecutionStatus Status { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? StopDate { get; set; }

    public string MapRunArn { get; set; }

    public int? ItemCount { get; set; }

    public string StateMachineVersionArn { get; set; }

    public string StateMachineAliasArn { get; set; }

    public int? RedriveCount { get; set; }

    public DateTime? RedriveDate { get; set; }

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
            case "mapRunArn": MapRunArn = value.GetString(); break;
            case "itemCount": ItemCount = value.GetInt32(); break;
            case "stateMachineVersionArn": StateMachineVersionArn = value.GetString(); break;
            case "stateMachineAliasArn": StateMachineAliasArn = value.GetString(); break;
            case "redriveCount": RedriveCount = value.GetInt32(); break;
            case "redriveDate": RedriveDate = value.Timestamp(); break;
        }
    }
}
