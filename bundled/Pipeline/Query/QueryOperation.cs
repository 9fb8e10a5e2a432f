using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Bundled.Pipeline;

/// <summary>One call of AWS's query protocol: a posted form, answered in XML as `{Op}Response/{Op}Result`.</summary>
internal sealed class QueryOperation<TResponse>(
    string service, string version, string name, Action<QueryForm> write, Func<ErrorResponse, AmazonServiceException> exceptionOf)
    : XmlResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service);
        request.ParameterCollection.Add("Action", name);
        request.ParameterCollection.Add("Version", version);
        write(new QueryForm(request.ParameterCollection));
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new TResponse();
        using var xml = new XmlFields(input.Stream);
        foreach (var part in xml.Children())
        {
            if (part == name + "Result" && response is IXmlShape shape) xml.Fill(shape);
            if (part == nameof(ResponseMetadata)) response.ResponseMetadata = Metadata(xml);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, System.Net.HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return exceptionOf(error);
    }

    private static ResponseMetadata Metadata(XmlFields xml)
    {
        var metadata = new ResponseMetadata();
        foreach (var field in xml.Children())
        {
            if (field == nameof(ResponseMetadata.RequestId)) metadata.RequestId = xml.Text();
        }

        return metadata;
    }
}
