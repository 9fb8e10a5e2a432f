using Gatehouse.Cli.Plans;
using Gatehouse.Register;

namespace Gatehouse.Tests.Cli.Plans;

public sealed class FolderSourceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-register-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_checkout_is_read_as_it_lies_there()
    {
        Write(RegisterFiles.Users, """{"resource":[{"aws_iam_user":{"jane_doe":{"name":"jane.doe@example.gov.uk"}}}]}""");
        Write(RegisterFiles.Members, """{"resource":{}}""");
        Write(RegisterFiles.Settings, """{"allowedDomains":["example.gov.uk"]}""");
        Write(RegisterFiles.PasswordResets, "jane.doe@example.gov.uk\n");

        (await Source().ReadAsync(FolderSource.Uncommitted, default)).Register.People.ShouldHaveSingleItem().Name.Value.ShouldBe("jane.doe@example.gov.uk");
        (await Source().ReadSettingsAsync(FolderSource.Uncommitted, default)).AllowedDomains.ShouldBe(["example.gov.uk"]);
        var resets = await Source().ReadResetsAsync(FolderSource.Uncommitted, default);
        resets.Passwords.Count.ShouldBe(1);
        resets.Mfa.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_without_the_files_is_unreadable_and_never_an_empty_register()
    {
        var unreadable = await Should.ThrowAsync<RegisterUnreadableException>(() => Source().ReadAsync(FolderSource.Uncommitted, default));

        unreadable.Problems.Select(problem => problem.Place.File).ShouldBe([RegisterFiles.Users, RegisterFiles.Members]);
        await Should.ThrowAsync<RegisterUnreadableException>(() => Source().ReadSettingsAsync(FolderSource.Uncommitted, default));
    }

    private FolderSource Source() => new(folder.FullName, new House.FakeClock());

    private void Write(string path, string content)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
