using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Gatehouse.Local.Aws;

/// <summary>An error, written as the service of the call writes its own.</summary>
public static class AwsError
{
    public static IResult Of(AwsCall call, string code, int status, string message)
    {
        var request = Randomness.Identity().ToString();
        return call.Protocol switch
        {
            AwsProtocol.Json => new Answer(status, "application/x-amz-json-1.0", new JsonObject { ["__type"] = code, ["message"] = message, ["Message"] = message }.ToJsonString(), request),
            AwsProtocol.RestJson => new Answer(status, "application/json", new JsonObject { ["Type"] = "User", ["message"] = message, ["Message"] = message }.ToJsonString(), request, code),
            AwsProtocol.RestXml => new Answer(status, "application/xml", Xml(Error(XNamespace.None, code, message, new XElement("RequestId", request))), request),
            _ => new Answer(status, "text/xml", Xml(QueryError(call.Service, code, message, status, request)), request),
        };
    }

    private static string Xml(XElement element) => $"""<?xml version="1.0" encoding="UTF-8"?>{element.ToString(SaveOptions.DisableFormatting)}""";

    private static XElement QueryError(string service, string code, string message, int status, string request)
    {
        XNamespace xmlns = service switch
        {
            "sts" => "https://sts.amazonaws.com/doc/2011-06-15/",
            "cloudformation" => "http://cloudformation.amazonaws.com/doc/2010-05-15/",
            _ => "https://iam.amazonaws.com/doc/2010-05-08/",
        };
        var side = new XElement(xmlns + "Type", status < 500 ? "Sender" : "Receiver");
        return new XElement(xmlns + "ErrorResponse", Error(xmlns, code, message, side), new XElement(xmlns + "RequestId", request));
    }

    private static XElement Error(XNamespace xmlns, string code, string message, XElement more) =>
        new(xmlns + "Error", more, new XElement(xmlns + "Code", code), new XElement(xmlns + "Message", message));

    private sealed record Answer(int Status, string ContentType, string Body, string RequestId, string? ErrorType = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.ContentType = ContentType;
            httpContext.Response.Headers["x-amzn-RequestId"] = RequestId;
            if (ErrorType is not null) httpContext.Response.Headers["x-amzn-ErrorType"] = ErrorType;
            return httpContext.Response.WriteAsync(Body);
        }
    }
}
