using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Dev;

/// <summary>The trusted documents that a folder names in its settings.</summary>
public sealed class DevDocumentsTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly string _data;
    private readonly string _posts;

    public DevDocumentsTests()
    {
        _data = _root["data"];
        _posts = Directory.CreateDirectory(_root["posts"]).FullName;
        File.WriteAllText(Path.Combine(_posts, "first.md"), "---\ntitle: First\n---\n");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task The_samples_are_served_with_the_operations_of_the_project()
    {
        await using var dev = await DevProcess.StartAsync(Path.Combine(RepositoryFiles.Root, "samples", "content"), _data, "--no-watch");

        var answer = await GetAsync(dev, "/graphql/persisted/article?variables={\"path\":\"/about\"}");

        Assert.StartsWith("""{"data":{"article":{"title":""", answer, StringComparison.Ordinal);
        Assert.Matches(@"  documents \d+ trusted documents of .*/schema/operations$", string.Join('\n', dev.Output.Where(line => line.StartsWith("  documents", StringComparison.Ordinal))));
        Assert.DoesNotContain("errors", (await dev.QueryAsync("{ site { title } }")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_alone_are_answered_when_the_folder_says_so()
    {
        Directory.CreateDirectory(Path.Combine(_posts, "operations"));
        await WriteAsync("operations/titles.graphql", "query Titles { articles { nodes { title } } }");
        await WriteAsync("contentapi.yaml", "documents: operations\nonlyDocuments: true\n");
        await using var dev = await DevProcess.StartAsync(_posts, _data, "--no-watch");

        Assert.True(dev.Says("1 trusted document of "), string.Join('\n', dev.Output));
        Assert.True(dev.Says("; nothing else is answered"));
        Assert.False(dev.Says("findings"));
        Assert.Equal("""{"data":{"articles":{"nodes":[{"title":"First"}]}}}""", await GetAsync(dev, "/graphql/persisted/titles"));
        Assert.Contains("DOCUMENT_NOT_TRUSTED", (await dev.QueryAsync("{ site { title } }")).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documents: ../nowhere\n", "contentapi.yaml:1:12: there is no folder {0}/nowhere; make it and put the documents there, or delete the line.")]
    [InlineData("documents: first.md\n", "contentapi.yaml:1:12: {0}/posts/first.md is a file; name the folder that it lies in.")]
    [InlineData("onlyDocuments: true\n", "contentapi.yaml:1:16: onlyDocuments needs the folder of the documents; give it as documents.")]
    public async Task What_cannot_be_served_is_told_before_anything_is_done(string settings, string sentence)
    {
        await WriteAsync("contentapi.yaml", settings);

        var run = await CommandRun.OfAsync("dev", _posts, "--port", "0", "--data", _data);

        Assert.Equal(new CommandRun(2, "", $"contentapi: {sentence.Replace("{0}", _root.Path, StringComparison.Ordinal)}\n"), run);
        Assert.False(Directory.Exists(_data));
    }

    private static async Task<string> GetAsync(DevProcess dev, string address)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(new Uri(dev.Address), address), TestContext.Current.CancellationToken);
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_posts, name), text, TestContext.Current.CancellationToken);
}
