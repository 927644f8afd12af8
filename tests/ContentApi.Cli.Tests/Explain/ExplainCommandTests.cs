using System.Diagnostics;
using System.Text;
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
    public async Task A_password_is_not_shown()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["a.md"], "---\ntitle: T\npassword: @s3cret\n---\nText\n", TestContext.Current.CancellationToken);

        var run = await InProcess.RunAsync("explain", folder["a.md"]);

        Assert.Contains("password: …\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning YAML_REPAIRED '…' breaks", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Output + run.Error, StringComparison.Ordinal);
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
    [InlineData("gb18030", "--encoding", "GBK")]
    [InlineData("utf-16", null, null)]
    [InlineData("utf-32BE", null, null)]
    public async Task A_file_in_another_encoding_is_shown_readable(string encoding, string? option, string? value)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new TemporaryFolder();
        var written = Encoding.GetEncoding(encoding);
        await File.WriteAllBytesAsync(folder["a.md"], [.. written.GetPreamble(), .. written.GetBytes("---\ntitle: 中文\ndate: 2017-02-30 中\n---\n")], TestContext.Current.CancellationToken);

        var run = await InProcess.RunAsync(["explain", folder["a.md"], .. option is null ? Array.Empty<string>() : [option, value!]]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("中文\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    3 | date: 2017-02-30 中\n      |       ^\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for_and_what_is_too_large_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var pipe = Process.Start("mkfifo", [folder["pipe.md"]]);
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        await using (var large = File.Create(folder["large.md"]))
            large.SetLength(100_000_000);
        await File.WriteAllBytesAsync(folder["binary.md"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], TestContext.Current.CancellationToken);

        Assert.Contains("pipe.md:1:1 warning EMPTY_FILE ", (await InProcess.RunAsync("explain", folder["pipe.md"])).Output, StringComparison.Ordinal);
        Assert.Contains("large.md has 100000000 bytes; articles have at most 16777216.", (await InProcess.RunAsync("explain", folder["large.md"])).Error, StringComparison.Ordinal);
        Assert.Contains("binary.md:1:1 error ENCODING ", (await InProcess.RunAsync("explain", folder["binary.md"])).Output, StringComparison.Ordinal);
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
