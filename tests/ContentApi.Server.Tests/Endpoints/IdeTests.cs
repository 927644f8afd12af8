using System.Net;
using ContentApi.Server.Hosting;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>How the server gives out the files of the IDE; <see cref="IdeBuildTests"/> looks at the real ones.</summary>
public sealed class IdeTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly string _folder = Directory.CreateTempSubdirectory("contentapi").FullName;
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync("Host=127.0.0.1;Port=1", options => options with { Ide = new IdeFolder(Path.Combine(_folder, "none"), Path.Combine(_folder, "ide")) });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Without_its_files_the_page_says_what_to_do_and_works_once_they_are_there()
    {
        var missing = await GetAsync("/graphql", ("Accept", Browser));
        Assert.Equal(HttpStatusCode.OK, missing.Response.StatusCode);
        Assert.Contains("Node.js", missing.Text, StringComparison.Ordinal);
        Assert.Contains("ide/build", missing.Text, StringComparison.Ordinal);
        Assert.Contains($"curl {_server.Address}graphql --json", missing.Text, StringComparison.Ordinal);

        await BuildAsync();
        Assert.Equal("the page", (await GetAsync("/graphql", ("Accept", Browser))).Text);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query={a}")]
    public async Task A_browser_gets_the_page_under_a_strict_policy(string path)
    {
        await BuildAsync();

        var (response, text) = await GetAsync(path, ("Accept", Browser));

        Assert.Equal("the page", text);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["Accept"], response.Headers.Vary);
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("eval", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "raw")]
    [InlineData("gzip, deflate, br, zstd", "br", "brotli")]
    [InlineData("gzip, deflate", "gzip", "gzipped")]
    [InlineData("br;q=0, gzip", "gzip", "gzipped")]
    [InlineData("zstd", null, "raw")]
    public async Task A_file_comes_in_the_smallest_encoding_and_may_be_kept_for_ever(string? accept, string? encoding, string expected)
    {
        await BuildAsync();

        var (response, text) = await GetAsync("/ide/a.0123.js", accept is null ? [] : [("Accept-Encoding", accept)]);

        Assert.Equal(expected, text);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", string.Join(',', response.Headers.GetValues("Cache-Control")));
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("/ide/none.js")]
    [InlineData("/ide/index.html")]
    [InlineData("/ide/a.0123.js.br")]
    [InlineData("/ide/..%2fsecret.js")]
    [InlineData("/ide/../secret.js")]
    [InlineData("/ide/")]
    public async Task Other_names_are_not_found(string path)
    {
        await BuildAsync();

        await (await GetAsync(path)).Response.ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    private async Task BuildAsync()
    {
        var ide = Directory.CreateDirectory(Path.Combine(_folder, "ide")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret.js"), "secret");
        foreach (var (name, text) in new[] { ("index.html", "the page"), ("a.0123.js", "raw"), ("a.0123.js.br", "brotli"), ("a.0123.js.gz", "gzipped") })
        {
            await File.WriteAllTextAsync(Path.Combine(ide, name), text);
        }
    }

    private async Task<(HttpResponseMessage Response, string Text)> GetAsync(string path, params (string, string)[] headers)
    {
        var response = await _server.Client.SendAsync(HttpMethod.Get, path, headers);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
