namespace Gatehouse.Tests.House;

/// <summary>Finds the repository's files from wherever the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = Above(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Above(string folder) => File.Exists(System.IO.Path.Combine(folder, "Serverless.sln"))
        ? folder
        : Above(Directory.GetParent(folder)?.FullName ?? throw new DirectoryNotFoundException("Serverless.sln is in no folder above the tests."));
}
