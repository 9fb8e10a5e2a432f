using System.Net.Mime;

namespace Gatehouse.Local.Web;

/// <summary>Serves the page from this executable. GitHub's own address of a pull request leads to it too.</summary>
public static class PageFiles
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["index.html"] = MediaTypeNames.Text.Html,
        ["style.css"] = MediaTypeNames.Text.Css,
        ["page.js"] = MediaTypeNames.Text.JavaScript,
        ["panels.js"] = MediaTypeNames.Text.JavaScript,
        ["mail.js"] = MediaTypeNames.Text.JavaScript,
        ["journey.js"] = MediaTypeNames.Text.JavaScript,
        ["markdown.js"] = MediaTypeNames.Text.JavaScript,
        ["icon.svg"] = MediaTypeNames.Image.Svg,
    };

    public static void Map(IEndpointRouteBuilder endpoints, World world)
    {
        endpoints.MapGet("/", () => File("index.html"));
        endpoints.MapGet("/page/{name}", (string name) => Types.ContainsKey(name) ? File(name) : Results.NotFound());
        endpoints.MapGet($"/{world.Settings.Repository}/pull/{{number:int}}", (int number) => Results.Redirect($"/#pull-{number}"));
    }

    private static IResult File(string name) => Results.Stream(
        typeof(PageFiles).Assembly.GetManifestResourceStream($"page.{name}") ?? throw new FileNotFoundException(name), $"{Types[name]}; charset=utf-8");
}
