namespace Gatehouse.GitHub;

/// <summary>Makes a check run's request body, cut to what GitHub takes. Pure.</summary>
internal static class CheckRunRequest
{
    /// <summary>In characters; a message may have 64 KB, which these are even where each takes four bytes.</summary>
    private const int LongestText = 65_535, LongestTitle = 255, LongestMessage = 16_000;

    public static CheckRunRequestJson Of(string head, Check check, IReadOnlyList<AnnotationJson> annotations) => new(
        check.Name,
        head,
        check.Passed ? "success" : "failure",
        check.Url,
        new(Cut(check.Title, LongestTitle), Cut(check.Summary, LongestText), Cut(check.Text, LongestText), annotations));

    public static AnnotationJson Annotation(CheckAnnotation one) => new(
        one.Path, one.Line, one.Line, "failure", Cut(one.Message, LongestMessage), Cut(one.Title, LongestTitle));

    public static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)]}…";
}
