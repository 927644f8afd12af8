using System.Net;
using ContentApi.Data.Rows;

namespace ContentApi.Server.Tests.Endpoints;

public sealed class ImageTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    [Fact]
    public async Task An_image_is_served_with_its_type_and_validators()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("图/湖 1.png", Bytes);

        var response = await GetAsync(image);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Bytes, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("image/png", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(Bytes.Length, response.Content.Headers.ContentLength);
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.False(response.Headers.ETag!.IsWeak);
        Assert.Equal("public, max-age=0, must-revalidate", response.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Equal(["bytes"], response.Headers.AcceptRanges);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Head_gives_the_headers_alone()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes);

        var response = await server.Client.SendAsync(HttpMethod.Head, image.Url);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Bytes.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_client_that_has_the_image_is_told_so_until_the_file_changes()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes);
        var first = await GetAsync(image);
        var tag = first.Headers.ETag!.ToString();

        foreach (var (name, value) in new[] { ("If-None-Match", tag), ("If-None-Match", $"\"x\", W/{tag}"), ("If-None-Match", "*"), ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")) })
        {
            var again = await GetAsync(image, (name, value));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag?.ToString());
            Assert.NotNull(again.Headers.CacheControl);
        }

        await File.WriteAllBytesAsync(Path.Combine(content.Root, "a.png"), [1, 2, 3], TestContext.Current.CancellationToken);
        var changed = await GetAsync(image, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=990-", 990, 10)]
    [InlineData("bytes=-5", 995, 5)]
    public async Task A_range_is_served(string range, int start, int length)
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes);

        var response = await GetAsync(image, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {start}-{start + length - 1}/1000", response.Content.Headers.ContentRange?.ToString());
        Assert.Equal(Bytes[start..(start + length)], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_range_outside_the_file_is_refused()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes);

        var response = await GetAsync(image, ("Range", "bytes=1000-"));

        Assert.Equal("bytes */1000", response.Content.Headers.ContentRange?.ToString());
        await response.ExpectProblemAsync(HttpStatusCode.RequestedRangeNotSatisfiable, "RANGE_NOT_SATISFIABLE");
    }

    [Fact]
    public async Task A_range_of_another_version_gives_the_whole()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes);

        var response = await GetAsync(image, ("Range", "bytes=0-9"), ("If-Range", "\"other\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Bytes.Length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_picture_that_can_hold_scripts_runs_none()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"u8.ToArray(), "image/svg+xml");

        var response = await GetAsync(image);

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.ToString());
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/html")]
    [InlineData("application/javascript")]
    public async Task What_is_no_image_is_served_as_mere_bytes(string? mediaType)
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.html", Bytes, mediaType);

        Assert.Equal("application/octet-stream", (await GetAsync(image)).Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task An_image_is_public_while_a_public_article_uses_it()
    {
        var now = server.Clock.GetUtcNow();
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes, usedPublicly: false);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(image)).StatusCode);

        content.AddUse(image, draft: true);
        content.AddUse(image, publishedAt: now.AddHours(1), expiresAt: now.AddHours(2));
        content.AddUse(image, expiresAt: now);
        await content.SaveAsync();
        await (await GetAsync(image)).ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");

        server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(image)).StatusCode);

        server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(image)).StatusCode);

        content.AddUse(image, kind: "PAGE");
        await content.SaveAsync();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(image)).StatusCode);
    }

    [Fact]
    public async Task A_portrait_is_public_while_a_public_article_names_it()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes, usedPublicly: false);
        var author = content.AddAuthor(image);
        content.AddArticleBy(author, image, draft: true);
        content.AddArticleBy(author, null, draft: false);
        await content.SaveAsync();
        await (await GetAsync(image)).ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");

        content.AddArticleBy(author, image, draft: false);
        await content.SaveAsync();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(image)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_found()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png");

        await (await GetAsync(image)).ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task A_file_outside_the_source_is_not_found()
    {
        await using var other = Content.In(server.Database);
        await other.AddImageAsync("secret.png", Bytes);
        await using var content = Content.In(server.Database);
        File.CreateSymbolicLink(Path.Combine(content.Root, "link.png"), Path.Combine(other.Root, "secret.png"));

        foreach (var path in new[] { Path.Combine("..", Path.GetFileName(other.Root), "secret.png"), Path.Combine(other.Root, "secret.png"), "link.png" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await content.AddImageAsync(path))).StatusCode);
        }
    }

    [Theory]
    [InlineData("/images/00000000000000000000000000000000/a.png")]
    [InlineData("/images/00000000-0000-0000-0000-000000000000/a.png")]
    [InlineData("/images/x/a.png")]
    [InlineData("/images/00000000000000000000000000000000")]
    [InlineData("/images/")]
    public async Task An_unknown_address_is_not_found(string path) =>
        await (await server.Client.SendAsync(HttpMethod.Get, path)).ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public async Task A_page_of_any_site_may_read_an_image()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", Bytes);

        Assert.Equal(["*"], (await GetAsync(image, ("Origin", "http://localhost:3000"))).Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private Task<HttpResponseMessage> GetAsync(ImageRow image, params (string, string)[] headers) =>
        server.Client.SendAsync(HttpMethod.Get, image.Url, headers);
}
