namespace Gatehouse.Register;

/// <summary>An IAM user that is no person, such as <c>deploy</c>. Only one that the register lists, and that carries the tag <c>managed-by=gatehouse-machine</c>, is ever changed.</summary>
/// <param name="User">Its user name.</param>
/// <param name="Owner">The mail address of who answers for it.</param>
public sealed record MachineUser(UserName User, string Owner)
{
    /// <summary>The account that it is in, twelve digits; null for the base account.</summary>
    public string? Account { get; init; }

    /// <summary>Whether a leaked key of it is only told, because cutting it would stop what must not stop.</summary>
    public bool Protected { get; init; }

    /// <summary>How its key is rotated; null where nobody does, and its keys grow old like a person's.</summary>
    public KeyRotation? Rotation { get; init; }
}

/// <summary>How a machine user's key is rotated into GitHub Actions.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="IdSecret">The secret that holds the key's id, such as <c>AWS_ACCESS_KEY_ID</c>.</param>
/// <param name="KeySecret">The secret that holds the secret access key, such as <c>AWS_SECRET_ACCESS_KEY</c>.</param>
/// <param name="Days">How old a key may become before another takes its place.</param>
public sealed record KeyRotation(string Repository, string IdSecret, string KeySecret, int Days)
{
    /// <summary>The environment whose secrets they are; null for the repository's own.</summary>
    public string? Environment { get; init; }

    /// <summary>The file name of the workflow that proves the new key, such as <c>test-credentials.yml</c>; null where nothing proves it.</summary>
    public string? Workflow { get; init; }

    /// <summary>The branch or tag that the workflow is run on.</summary>
    public string Ref { get; init; } = "main";
}
