namespace Amazon.Lambda.Annotations;

/// <summary>Settings for all functions of an assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>Whether a Main is generated that runs the function named by the environment variable ANNOTATIONS_HANDLER.</summary>
    public bool GenerateMain { get; set; }

    public string Runtime { get; set; }
}
