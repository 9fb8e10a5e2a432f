namespace Bundled.Pipeline;

/// <summary>Something that is sent as a JSON object.</summary>
internal interface IJsonBody
{
    void Write(JsonBody json);
}
