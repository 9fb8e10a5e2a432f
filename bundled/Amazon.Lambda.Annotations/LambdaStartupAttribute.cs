namespace Amazon.Lambda.Annotations;

/// <summary>Marks the class whose ConfigureServices registers the functions' services; one for each assembly.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute
{
}
