namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An input or output that cannot be turned from or to JSON; its message names the type and the reason.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
