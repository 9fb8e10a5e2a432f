namespace Gatehouse.Local.GitHub;

/// <summary>What the stand-in serves, where it keeps it, and whom it tells.</summary>
/// <param name="Repository">The one repository there is, as <c>owner/name</c>.</param>
/// <param name="Branch">Its default branch.</param>
/// <param name="StateDirectory">Holds the bare repository and everything that is not Git's; kept between runs only if the caller keeps it.</param>
/// <param name="Api">The address of this API, as GitHub's own <c>url</c> fields begin.</param>
/// <param name="Web">The address of the pages that <c>html_url</c> fields lead to.</param>
public sealed record GitHubSettings(string Repository, string Branch, string StateDirectory, Uri Api, Uri Web)
{
    public string Owner => Repository.Split('/')[0];

    public string Name => Repository.Split('/')[1];

    public string RepositoryApi => $"{Api.GetLeftPart(UriPartial.Authority)}/repos/{Repository}";

    public string RepositoryWeb => $"{Web.GetLeftPart(UriPartial.Authority)}/{Repository}";
}
