namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Binds a parameter to the request's body.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute
{
}
