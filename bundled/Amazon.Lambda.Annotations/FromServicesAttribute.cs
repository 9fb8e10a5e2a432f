namespace Amazon.Lambda.Annotations;

/// <summary>Binds a parameter to a service of the invocation's scope.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute
{
}
