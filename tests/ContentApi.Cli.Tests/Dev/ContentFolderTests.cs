using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Dev;

public sealed class ContentFolderTests
{
    [Fact]
    public async Task Without_a_folder_and_samples_the_user_is_asked_for_one()
    {
        var run = await CommandRun.OfAsync("dev");

        Assert.Equal(new CommandRun(2, "", "contentapi: There is no samples/content here: name the folder that holds the content.\n"), run);
    }

    [Fact]
    public async Task The_samples_of_the_repository_that_the_launcher_names_are_found()
    {
        // --data is a file, so that the command ends behind the choice of the folder.
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["data"], "", TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync(
            ["dev", "--port", "0", "--data", folder["data"]],
            new Dictionary<string, string> { ["CONTENTAPI_ROOT"] = RepositoryFiles.Root });

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Cannot use the folder {folder["data"]}/postgres", run.Error, StringComparison.Ordinal);
    }
}
