namespace Gatehouse.Local.GitHub.SecretScanning;

/// <summary>A secret that secret scanning found in a file of a repository, of whatever name.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Number">The alert's number there.</param>
/// <param name="SecretType">GitHub's name for what was found, such as <c>aws_access_key_id</c>.</param>
/// <param name="Secret">What was found.</param>
/// <param name="Path">The file that it lies in.</param>
/// <param name="CreatedAt">When it was found.</param>
/// <param name="UpdatedAt">When something was last done about the alert.</param>
public sealed record SecretAlert(string Repository, int Number, string SecretType, string Secret, string Path, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public string State { get; init; } = "open";
}
