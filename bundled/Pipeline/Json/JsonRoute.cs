namespace Bundled.Pipeline;

/// <summary>Where a JSON request goes within its service: by a target header, or by a path of its own.</summary>
internal sealed record JsonRoute(string Service, string Version, string ContentType, string Path, string Target);
