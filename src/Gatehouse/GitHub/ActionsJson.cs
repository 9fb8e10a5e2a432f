namespace Gatehouse.GitHub;

internal sealed record SecretsKeyJson(string KeyId, string Key);

internal sealed record SecretJson(string Name, DateTimeOffset UpdatedAt);

internal sealed record SealedSecretJson(string EncryptedValue, string KeyId);

internal sealed record DispatchJson(string Ref);

internal sealed record WorkflowRunsJson(List<WorkflowRunJson> WorkflowRuns);

internal sealed record WorkflowRunJson(DateTimeOffset CreatedAt, string Status, string? Conclusion, string HtmlUrl);
