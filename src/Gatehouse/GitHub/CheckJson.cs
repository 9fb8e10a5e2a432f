namespace Gatehouse.GitHub;

/// <summary>What a check run is written as; a conclusion completes it.</summary>
internal sealed record CheckRunRequestJson(string Name, string HeadSha, string Conclusion, string DetailsUrl, CheckOutputJson Output);

internal sealed record CheckOutputJson(string Title, string Summary, string Text, IReadOnlyList<AnnotationJson> Annotations);

internal sealed record AnnotationJson(string Path, int StartLine, int EndLine, string AnnotationLevel, string Message, string? Title);

internal sealed record CheckRunsJson(List<CheckRunJson> CheckRuns);

internal sealed record CheckRunJson(long Id, AppJson? App, CheckRunOutputJson? Output);

internal sealed record CheckRunOutputJson(int? AnnotationsCount);

internal sealed record CommitStatusJson(string State, string Context, string Description, string TargetUrl);
