namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Binds a parameter to a value of the query string.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromQueryAttribute : Attribute, INamedAttribute
{
    /// <summary>The name in the request, when it is not the parameter's own.</summary>
    public string Name { get; set; }
}
