using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Explain;

/// <summary>Explains a file of each tool; <c>Sites</c> beside this file holds a small site of every one.</summary>
public sealed class ExplainCommandTests
{
    private static readonly string Sites = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Cli.Tests", "Explain", "Sites");

    [Theory]
    [InlineData("hexo", "source/_posts/大潮.md")]
    [InlineData("hugo", "content/posts/spring-tide/index.pt.md")]
    [InlineData("jekyll", "boats/_posts/2019-07-02-caulking-a-seam.markdown")]
    [InlineData("zola", "content/blog/2023-11-05-the-lamp.fr.md")]
    [InlineData("astro", "src/content/blog/es/viento-flojo.mdx")]
    [InlineData("gatsby", "content/blog/the-bowline/index.md")]
    [InlineData("eleventy", "content/posts/2021-09-12-salt.md")]
    [InlineData("docusaurus", "i18n/zh-Hans/docusaurus-plugin-content-docs/current/guide/02-buoys.md")]
    [InlineData("obsidian", "Weather/Sea fog.md")]
    [InlineData("generic", "notes/2022-06-21-longest-day.md")]
    public async Task A_file_is_read_as_its_own_tool_reads_it(string tool, string file)
    {
        var run = await InProcess.RunAsync("explain", Path.Combine(Sites, tool, file));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approved.Check(run.Output.Replace(Sites, "…", StringComparison.Ordinal), tool);
    }

    [Fact]
    public async Task Another_dialect_and_another_folder_can_be_asked_for()
    {
        var file = Path.Combine(Sites, "jekyll", "_posts", "2019-06-01-tools.md");

        var run = await InProcess.RunAsync("explain", file, "--dialect", "hexo", "--folder", Path.Combine(Sites, "jekyll", "_posts"));

        Assert.Contains("dialect          hexo: it was chosen\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("jekyll", "_posts") + "\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_rejected_is_told_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["open.md"], "---\ntitle: T\nNever closed.\n", TestContext.Current.CancellationToken);

        var run = await InProcess.RunAsync("explain", folder["open.md"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("open.md:1:1 error UNCLOSED", run.Output, StringComparison.Ordinal);
        Assert.Contains("docusaurus, obsidian: the same\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_an_import_leaves_out_is_told_to_be_so()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["README.md"], "# Read me\n", TestContext.Current.CancellationToken);

        var run = await InProcess.RunAsync("explain", folder["README.md"]);

        Assert.Contains("imported         no:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.md", "There is no file ")]
    [InlineData("", " is a folder: name one file in it.")]
    public async Task What_is_no_file_is_refused(string name, string sentence)
    {
        using var folder = new TemporaryFolder();

        var run = await InProcess.RunAsync("explain", folder[name]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
