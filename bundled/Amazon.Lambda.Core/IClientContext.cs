namespace Amazon.Lambda.Core;

/// <summary>What a mobile client says about itself and its device.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
