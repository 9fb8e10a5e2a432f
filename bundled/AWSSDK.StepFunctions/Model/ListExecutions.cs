using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class ListExecutionsRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }

    public ExecutionStatus StatusFilter { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string MapRunArn { get; set; }

    public ExecutionRedriveFilter RedriveFilter { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add("stateMachineArn", StateMachineArn);
        json.Add("statusFilter", StatusFilter);
        json.Add("maxResults", MaxResults);
        json.Add("nextToken", NextToken);
        json.Add("mapRunArn", MapRunArn);
        json.Add("redriveFilter", RedriveFilter);
    }
}

public class ListExecutionsResponse : AmazonWebServiceResponse, IJsonShape
{
    public List<ExecutionListItem> Executions { get; set; } = Fresh.List<ExecutionListItem>();

    public string NextToken { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case "executions": Executions = value.Shapes<ExecutionListItem>(); break;
            case "nextToken": NextToken = value.GetString(); break;
        }
    }
}

public interface IListExecutionsPaginator
{
    IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }

    IPaginatedEnumerable<ExecutionListItem> Executions { get; }
}
