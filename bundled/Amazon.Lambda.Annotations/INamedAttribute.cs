namespace Amazon.Lambda.Annotations;

/// <summary>An attribute that can name what it binds to.</summary>
public interface INamedAttribute
{
    string Name { get; set; }
}
