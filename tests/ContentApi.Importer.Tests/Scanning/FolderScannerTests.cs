using ContentApi.Importer.Scanning;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Scanning;

public sealed class FolderScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Articles_are_found_by_extension_in_ordinal_order_of_their_paths()
    {
        Write("b.md", "a.markdown", "B.MD", "c.mdx", "d.html", "e.htm", "f.txt", "g.yaml", "contentapi.yaml", "deep/er/a.md", "\" 100%# .md", " .md");

        Assert.Equal([" .md", "\" 100%# .md", "B.MD", "a.markdown", "b.md", "c.mdx", "d.html", "deep/er/a.md", "e.htm"], Articles());
    }

    [Fact]
    public void Images_are_listed_apart_and_by_composed_names()
    {
        Write("a.png", "cafe\u0301.JPG", "b.svg", "c.ico", "d.tiff", "public/e.webp", "node_modules/f.png", "themes/x/g.png");

        var images = Scan().Images;

        Assert.Equal(["a.png", "b.svg", "c.ico", "caf\u00e9.JPG", "public/e.webp"], images.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("cafe\u0301.JPG", images["caf\u00e9.JPG"].Path);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/readme.zh-CN.md")]
    [InlineData("LICENSE.md")]
    [InlineData(".github/a.md")]
    [InlineData(".a.md")]
    [InlineData("node_modules/x/a.md")]
    [InlineData("deep/node_modules/a.md")]
    [InlineData("_layouts/post.html")]
    [InlineData("docs/_includes/a.html")]
    [InlineData("themes/x/a.md")]
    [InlineData("scaffolds/post.md")]
    [InlineData("archetypes/default.md")]
    [InlineData("public/index.html")]
    [InlineData("CODE_OF_CONDUCT.md")]
    [InlineData("CONTRIBUTING.md")]
    public void What_belongs_to_tools_is_no_article(string path)
    {
        Write(path, "kept.md");

        Assert.Equal(["kept.md"], Articles());
    }

    [Theory]
    [InlineData("source/themes/index.md")]
    [InlineData("posts/public/a.md")]
    [InlineData("posts/archetypes/a.md")]
    [InlineData("posts/readme-first.md")]
    [InlineData("posts/CONTRIBUTING.md")]
    [InlineData("contributing.md")]
    public void The_same_words_deeper_down_are_names_like_any_other(string path)
    {
        Write(path);

        Assert.Equal([path], Articles());
    }

    [Fact]
    public void A_site_below_the_root_has_its_own_themes()
    {
        Write("blog/_config.yml", "blog/themes/x/layout.html", "blog/source/_posts/a.md");

        Assert.Equal(["blog/source/_posts/a.md"], Articles());
    }

    [Fact]
    public void Links_to_files_of_the_folder_are_followed_and_no_others()
    {
        Write("content/a.md", "secret.md", "content/real/b.md");
        File.CreateSymbolicLink(_folder["content/alias.md"], "real/b.md");
        File.CreateSymbolicLink(_folder["content/out.md"], "../secret.md");
        File.CreateSymbolicLink(_folder["content/absolute.md"], _folder["secret.md"]);
        File.CreateSymbolicLink(_folder["content/loop.md"], "loop.md");
        File.CreateSymbolicLink(_folder["content/dangling.md"], "nothing.md");
        Directory.CreateSymbolicLink(_folder["content/parent"], "..");
        Directory.CreateSymbolicLink(_folder["content/self"], ".");
        File.CreateSymbolicLink(_folder["content/around.md"], "parent/secret.md");

        var scan = FolderScanner.Scan(_folder["content"], SiteFilter.None, CancellationToken.None);

        Assert.Equal(["a.md", "alias.md", "real/b.md"], scan.Articles.Select(x => x.Path));
        Assert.Equal(1, scan.Articles[1].Length);
        Assert.True(scan.IsComplete);
        Assert.Equal(
            ["absolute.md", "around.md", "dangling.md", "loop.md", "out.md", "parent", "self"],
            scan.Diagnostics.Where(x => x.Code == "LINK_IGNORED").Select(x => x.Path).Order(StringComparer.Ordinal));
    }

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
            File.WriteAllText(_folder[path], "x");
        }
    }

    private FolderScan Scan() => FolderScanner.Scan(_folder.Path, SiteFilter.None, CancellationToken.None);

    private IEnumerable<string> Articles() => Scan().Articles.Select(x => x.Path);
}
