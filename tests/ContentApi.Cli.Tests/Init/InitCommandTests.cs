using ContentApi.Cli.Tests.Support;
using ContentApi.Importer;
using ContentApi.Importer.Settings;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Init;

public sealed class InitCommandTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly string _blog;

    public InitCommandTests() => _blog = Directory.CreateDirectory(_root["blog"]).FullName;

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task What_is_found_out_becomes_settings_and_the_rest_comments()
    {
        await WriteAsync("_config.yml", "title: '浮生: \"notes\" # 1'\nskip_render: x\ntimezone: Asia/Shanghai\nlanguage: zh_CN\nurl: https://blog.example.org\n");

        var run = await CommandRun.OfAsync("init", _blog);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"Wrote {_blog}/contentapi.yaml, and contentapi.schema.json for editors beside it.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("source  ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  dialect       hexo, because _config.yml has Hexo's key skip_render\n", run.Output, StringComparison.Ordinal);
        Approved.Check(await ReadAsync("contentapi.yaml"));
        Assert.Equal(
            new ContentSettings
            {
                Dialect = Parsing.Dialect.Hexo,
                Title = "浮生: \"notes\" # 1",
                SiteUrl = "https://blog.example.org",
                Locale = "zh-CN",
                TimeZone = "Asia/Shanghai",
            },
            ContentSettings.Read(_blog));
    }

    [Fact]
    public async Task What_it_writes_changes_nothing_of_an_import()
    {
        await WriteAsync("_config.yml", "title: Notes\nskip_render: x\ntimezone: Europe/Berlin\n");
        var before = FolderSurvey.Take(Options(), TestContext.Current.CancellationToken);

        await CommandRun.OfAsync("init", _blog);

        var after = FolderSurvey.Take(Options(), TestContext.Current.CancellationToken);
        Assert.Equal(before.Settings.Select(setting => (setting.Name, setting.Value)), after.Settings.Select(setting => (setting.Name, setting.Value)));
        Assert.Equal((0, 0), (after.ArticleFiles, after.ImageFiles));
    }

    [Fact]
    public async Task It_writes_the_schema_that_the_settings_name()
    {
        var run = await CommandRun.OfAsync("init", _blog);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# yaml-language-server: $schema=./contentapi.schema.json\n", await ReadAsync("contentapi.yaml"), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "schema", "contentapi.schema.json"), TestContext.Current.CancellationToken), await ReadAsync("contentapi.schema.json"));
        Assert.Equal(["contentapi.schema.json", "contentapi.yaml"], Directory.EnumerateFileSystemEntries(_blog).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("contentapi.yaml")]
    [InlineData("contentapi.schema.json")]
    public async Task It_replaces_no_file(string name)
    {
        await WriteAsync(name, "title: mine\n");

        var run = await CommandRun.OfAsync("init", _blog);

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: There is a file {_blog}/{name} already: edit it, or delete it to have it written anew.\n"),
            run);
        Assert.Equal("title: mine\n", await ReadAsync(name));
        Assert.Equal([name], Directory.EnumerateFileSystemEntries(_blog).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_schema_that_is_there_already_is_kept()
    {
        await CommandRun.OfAsync("init", _blog);
        File.Delete(Path.Combine(_blog, "contentapi.yaml"));

        Assert.Equal(0, (await CommandRun.OfAsync("init", _blog)).ExitCode);
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_told()
    {
        File.SetUnixFileMode(_blog, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await CommandRun.WithoutPrivilegesAsync("init", _blog);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches($@"\Acontentapi: Cannot write in {_blog}: .+; let the user {Environment.UserName} write there\.\n\z", run.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_blog));
    }

    private ImportOptions Options() => new() { Folder = _blog, ConnectionString = "" };

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_blog, name), text, TestContext.Current.CancellationToken);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(_blog, name), TestContext.Current.CancellationToken);
}
