using System.Text.Json;
using Bundled.Pipeline;

namespace Amazon.StepFunctions.Model;

public class StateMachineListItem : IJsonShape
{
    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public StateMachineType Type { get; set; }

    public DateTime? CreationDate { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case "stateMachineArn": StateMachineArn = value.GetString(); break;
            case "name": Name = value.GetString(); break;
            case "type": Type = value.GetString(); break;
            case "creationDate": CreationDate = value.Timestamp(); break;
        }
    }
}
