using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Bundled.Pipeline;

/// <summary>One call of a JSON protocol: an object posted, an object answered.</summary>
internal sealed class JsonOperation<TResponse>(
    JsonRoute route, Action<JsonBody> write, Func<ErrorResponse, byte[], AmazonServiceException> exceptionOf)
    : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, route.Service) { HttpMethod = "POST", ResourcePath = route.Path, Content = Content() };
        request.Headers["Content-Type"] = route.ContentType;
        request.Headers["X-Amz-Api-Version"] = route.Version;
        if (route.Target != null) request.Headers["X-Amz-Target"] = route.Target;
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse();
        if (response is not IJsonShape shape || input.IsEmptyResponse) return response;
        using var document = JsonDocument.Parse(input.Stream);
        document.RootElement.Fill(shape);
        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, System.Net.HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return exceptionOf(error, input.GetResponseBodyBytes());
    }

    private byte[] Content()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(new JsonBody(writer));
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
