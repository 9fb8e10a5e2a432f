using System.Net;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An answer over HTTP: status, headers and body.</summary>
public interface IHttpResult
{
    HttpStatusCode StatusCode { get; }

    /// <summary>Writes the answer in the form that the API in front of the function expects.</summary>
    Stream Serialize(HttpResultSerializationOptions options);

    /// <summary>Adds a header; adding it again gives it one more value.</summary>
    IHttpResult AddHeader(string name, string value);
}
