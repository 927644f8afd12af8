using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>What an address of an image means in each tool.</summary>
public sealed class SiteImageTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("hugo.toml", "content/post/index.md", "a.png", "content/post/a.png")]
    [InlineData("hugo.toml", "content/post.md", "/img/a.png", "static/img/a.png")]
    [InlineData("hugo.toml", "content/post.md", "img/a.png", "assets/img/a.png")]
    [InlineData("hugo.toml:baseURL = 'https://e.net/docs/'", "content/post.md", "/docs/img/a.png", "static/img/a.png")]
    [InlineData("site/hugo.toml", "site/content/post.md", "/img/a.png", "site/static/img/a.png")]
    [InlineData("zola.toml", "content/post/index.md", "a.png", "content/post/a.png")]
    [InlineData("astro.config.mjs", "src/content/blog/post.md", "../../assets/a.png", "src/assets/a.png")]
    [InlineData("astro.config.mjs", "src/content/blog/post.md", "~/assets/a.png", "src/assets/a.png")]
    [InlineData("astro.config.mjs", "src/content/blog/post.md", "@assets/a.png", "src/assets/a.png")]
    [InlineData("astro.config.mjs", "src/content/blog/post.md", "/src/assets/a.png", "src/assets/a.png")]
    [InlineData("astro.config.mjs", "src/content/blog/post.md", "/a.png", "public/a.png")]
    [InlineData("gatsby-config.js", "content/post/index.md", "./a.png", "content/post/a.png")]
    [InlineData("gatsby-config.js", "content/post/index.md", "/a.png", "static/a.png")]
    [InlineData("docusaurus.config.js", "docs/a.md", "@site/static/img/a.png", "static/img/a.png")]
    [InlineData("docusaurus.config.js", "docs/a.md", "/img/a.png", "static/img/a.png")]
    [InlineData("docusaurus.config.js", "docs/a.md", "pathname:///img/a.png", "static/img/a.png")]
    [InlineData("website/docusaurus.config.js", "website/docs/a.md", "@site/static/img/a.png", "website/static/img/a.png")]
    [InlineData("_config.yml:baseurl: /blog\nurl: https://e.net", "_posts/2020-01-02-a.md", "/blog/assets/a.png", "assets/a.png")]
    [InlineData("_config.yml:source: src\nbaseurl: ''", "src/_posts/2020-01-02-a.md", "/img/a.png", "src/img/a.png")]
    [InlineData("eleventy.config.js:module.exports = { dir: { input: 'src' } }", "src/posts/a.md", "/img/a.png", "src/img/a.png")]
    [InlineData(".obsidian/app.json:{}", "notes/a.md", "a.png", "deep/down/a.png")]
    [InlineData(".obsidian/app.json:{}", "notes/a.md", "down/a.png", "deep/down/a.png")]
    [InlineData(".obsidian/app.json:{\"attachmentFolderPath\": \"files\"}", "notes/a.md", "a.png", "files/a.png")]
    public async Task An_address_means_what_it_means_in_its_tool(string configuration, string article, string address, string file)
    {
        _site.Write(configuration.Split(':', 2)[0], configuration.Contains(':') ? configuration.Split(':', 2)[1] : "");
        _site.Write(article, $"---\ntitle: T\n---\n![x]({address})\n");
        _site.Write(file, "x");
        var report = await _site.ImportAsync();

        Assert.Equal("", report.Findings());
        Assert.Equal(file, await _site.QueryAsync("select file_path from image"));
    }

    [Fact]
    public async Task Of_several_files_of_one_name_in_a_vault_the_one_nearest_to_the_root_counts()
    {
        _site.Write(".obsidian/app.json", "{}");
        _site.Write("z/a.png", "x");
        _site.Write("deep/down/a.png", "x");
        _site.Write("note/n.md", "![x](a.png)\n");
        await _site.ImportAsync();

        Assert.Equal("z/a.png", await _site.QueryAsync("select file_path from image"));
    }
}
