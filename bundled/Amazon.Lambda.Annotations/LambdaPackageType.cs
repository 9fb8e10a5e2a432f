namespace Amazon.Lambda.Annotations;

/// <summary>How a function is packaged.</summary>
public enum LambdaPackageType
{
    Zip,
    Image,
}
