namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Binds a parameter to a header, whose name ignores case.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromHeaderAttribute : Attribute, INamedAttribute
{
    /// <summary>The name in the request, when it is not the parameter's own.</summary>
    public string Name { get; set; }
}
