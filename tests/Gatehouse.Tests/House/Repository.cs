namespace Gatehouse.Tests.House;

/// <summary>Finds the repository's files from wherever the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = Above(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The C# sources below folders of the repository, without what a build puts there.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .Select(folder => Path(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(file => !System.IO.Path.GetRelativePath(Root, file).Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Above(string folder) => File.Exists(System.IO.Path.Combine(folder, "Serverless.sln"))
        ? folder
        : Above(Directory.GetParent(folder)?.FullName ?? throw new DirectoryNotFoundException("Serverless.sln is in no folder above the tests."));
}
