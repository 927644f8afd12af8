using System.Diagnostics;
using System.Text.RegularExpressions;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>What <c>ide/build</c> writes.</summary>
public sealed partial class IdeBuildTests
{
    private const string WithoutNode = "GraphiQL is left out: install Node.js 18 or later with npm, then run ide/build. The API works without it.\n";

    private static readonly string Output = Path.Combine(RepositoryFiles.Root, "artifacts", "ide");

    [Fact]
    public async Task The_page_is_whole_and_asks_no_other_site()
    {
        var result = await BuildAsync(Environment.GetEnvironmentVariable("PATH")!);
        var index = Path.Combine(Output, "index.html");
        Assert.Equal((0, File.Exists(index) ? "" : WithoutNode), result);
        if (!File.Exists(index))
            return;

        var page = await File.ReadAllTextAsync(index, TestContext.Current.CancellationToken);
        var files = FileName().Matches(page).Select(match => match.Value).ToList();
        Assert.DoesNotContain("{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.Replace("<!doctype", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(7, files.Distinct().Count());
        Assert.All(files, file => Assert.All(["", ".br", ".gz"], extension => Assert.True(File.Exists(Path.Combine(Output, "..", file + extension)), file + extension)));

        var style = await File.ReadAllTextAsync(Path.Combine(Output, "..", files.Single(file => file.EndsWith(".css", StringComparison.Ordinal))), TestContext.Current.CancellationToken);
        Assert.All(StyleAddress().Matches(style), address => Assert.StartsWith("data:", address.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Node_the_build_says_so_and_goes_on()
    {
        // A copy, so that there is no output that could be up to date, and no other programs than the script needs.
        var copy = Directory.CreateTempSubdirectory("contentapi").FullName;
        var tools = Directory.CreateDirectory(Path.Combine(copy, "bin")).FullName;
        foreach (var tool in new[] { "bash", "dirname", "find" })
        {
            File.CreateSymbolicLink(Path.Combine(tools, tool), Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, tool)).First(File.Exists));
        }

        Directory.CreateDirectory(Path.Combine(copy, "ide"));
        File.Copy(Path.Combine(RepositoryFiles.Root, "ide", "build"), Path.Combine(copy, "ide", "build"));

        var (status, output) = await BuildAsync(tools, copy);

        Directory.Delete(copy, recursive: true);
        Assert.Equal((0, WithoutNode), (status, output));
    }

    private static async Task<(int Status, string Output)> BuildAsync(string path, string? root = null)
    {
        var start = new ProcessStartInfo(Path.Combine(root ?? RepositoryFiles.Root, "ide", "build")) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + errors);
    }

    [GeneratedRegex("ide/[^\"]+")]
    private static partial Regex FileName();

    [GeneratedRegex(@"url\(\s*[""']?([^)""']*)")]
    private static partial Regex StyleAddress();
}
