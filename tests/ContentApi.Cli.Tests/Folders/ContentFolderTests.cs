using ContentApi.Cli.Folders;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Folders;

public sealed class ContentFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
        await File.WriteAllTextAsync(_folder["data"], "", TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync(
            ["dev", "--port", "0", "--data", _folder["data"]],
            new Dictionary<string, string> { ["CONTENTAPI_ROOT"] = RepositoryFiles.Root });

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Cannot use the folder {_folder["data"]}/postgres", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(". Choose another folder with --data.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_samples_that_a_published_program_carries_are_found()
    {
        var samples = Directory.CreateDirectory(_folder["samples/content"]).FullName;

        Assert.Equal(samples, ContentFolder.Choose(null, repository: null, _folder.Path));
    }

    [Theory]
    [InlineData("dev {0}")]
    [InlineData("import {0} --database postgres://h")]
    [InlineData("init {0}")]
    public async Task A_folder_that_cannot_be_read_is_told(string command)
    {
        var closed = Directory.CreateDirectory(_folder["closed"]).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.None);

        var run = await CommandRun.WithoutPrivilegesAsync(string.Format(command, closed).Split(' '));

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: The folder '{closed}' cannot be read by the user {Environment.UserName}: let that user read it, or start as its owner.\n"),
            run);
    }
}
