namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>Somewhere to tell of events; a hook without a secret is sent without a signature, as on GitHub.</summary>
public sealed record Hook(long Id, string Url, string? Secret, IReadOnlyList<string> Events, bool Active)
{
    public bool Wants(string name) => Active && (name == "ping" || Events.Contains(name) || Events.Contains("*"));
}
