using System.Globalization;
using System.Net;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// Answers by status. A text body is sent as it is, a stream or bytes in base64, and anything else as JSON by the function's serializer;
/// the content type follows unless a header says it.
/// </summary>
public class HttpResults : IHttpResult
{
    private readonly SortedDictionary<string, List<string>> _headers = new(StringComparer.Ordinal);
    private readonly object _body;

    private HttpResults(HttpStatusCode statusCode, object body = null)
    {
        StatusCode = statusCode;
        _body = body;
    }

    public HttpStatusCode StatusCode { get; }

    public static IHttpResult Accepted(object body = default) => new HttpResults(HttpStatusCode.Accepted, body);

    public static IHttpResult BadGateway() => new HttpResults(HttpStatusCode.BadGateway);

    public static IHttpResult BadRequest(object body = default) => new HttpResults(HttpStatusCode.BadRequest, body);

    public static IHttpResult Conflict(object body = default) => new HttpResults(HttpStatusCode.Conflict, body);

    public static IHttpResult Created(string uri = default, object body = default) => new HttpResults(HttpStatusCode.Created, body).At(uri);

    public static IHttpResult Forbid(object body = default) => new HttpResults(HttpStatusCode.Forbidden, body);

    public static IHttpResult InternalServerError(object body = default) => new HttpResults(HttpStatusCode.InternalServerError, body);

    public static IHttpResult NotFound(object body = default) => new HttpResults(HttpStatusCode.NotFound, body);

    public static IHttpResult Ok(object body = default) => new HttpResults(HttpStatusCode.OK, body);

    /// <summary>301 or 302, or with the method preserved 308 or 307.</summary>
    public static IHttpResult Redirect(string uri, bool permanent = false, bool preserveMethod = false)
    {
        var status = (permanent, preserveMethod) switch
        {
            (true, true) => HttpStatusCode.PermanentRedirect,
            (true, false) => HttpStatusCode.MovedPermanently,
            (false, true) => HttpStatusCode.TemporaryRedirect,
            (false, false) => HttpStatusCode.Redirect,
        };
        return new HttpResults(status).At(uri);
    }

    public static IHttpResult ServiceUnavailable(int? delaySeconds = default)
    {
        var result = new HttpResults(HttpStatusCode.ServiceUnavailable);
        return delaySeconds > 0 ? result.AddHeader("retry-after", delaySeconds.Value.ToString(CultureInfo.InvariantCulture)) : result;
    }

    public static IHttpResult Unauthorized() => new HttpResults(HttpStatusCode.Unauthorized);

    public static IHttpResult NewResult(HttpStatusCode statusCode, object body = default) => new HttpResults(statusCode, body);

    public IHttpResult AddHeader(string name, string value)
    {
        var key = name.ToLowerInvariant();
        if (!_headers.TryGetValue(key, out var values)) _headers[key] = values = [];
        values.Add(value);
        return this;
    }

    public Stream Serialize(HttpResultSerializationOptions options)
    {
        var body = HttpBody.Of(_body, options.Serializer);
        if (!string.IsNullOrEmpty(body.Text) && !_headers.ContainsKey("content-type")) AddHeader("content-type", body.ContentType);

        var single = options is { Format: HttpResultSerializationOptions.ProtocolFormat.HttpApi, Version: HttpResultSerializationOptions.ProtocolVersion.V2 };
        return HttpAnswer.Write(StatusCode, _headers, body, single);
    }

    private IHttpResult At(string uri) => uri is null ? this : AddHeader("location", uri);
}
