namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Binds a parameter to a part of the path.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromRouteAttribute : Attribute, INamedAttribute
{
    /// <summary>The name in the request, when it is not the parameter's own.</summary>
    public string Name { get; set; }
}
