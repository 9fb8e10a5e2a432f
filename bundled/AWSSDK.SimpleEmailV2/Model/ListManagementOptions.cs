using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class ListManagementOptions : IJsonBody
{
    public string ContactListName { get; set; }

    public string TopicName { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(ContactListName), ContactListName);
        json.Add(nameof(TopicName), TopicName);
    }
}
