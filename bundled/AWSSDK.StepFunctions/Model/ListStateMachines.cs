using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class ListStateMachinesRequest : AmazonStepFunctionsRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add("maxResults", MaxResults);
        json.Add("nextToken", NextToken);
    }
}

public class ListStateMachinesResponse : AmazonWebServiceResponse, IJsonShape
{
    public List<StateMachineListItem> StateMachines { get; set; } = Fresh.List<StateMachineListItem>();

    public string NextToken { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case "stateMachines": StateMachines = value.Shapes<StateMachineListItem>(); break;
            case "nextToken": NextToken = value.GetString(); break;
        }
    }
}

public interface IListStateMachinesPaginator
{
    IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }

    IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
}
