using ContentApi.Importer.Scanning;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Scanning;

public sealed class DialectDetectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("_config.yml", "title: T\nsource_dir: source\n", "Hexo: _config.yml has Hexo's key source_dir")]
    [InlineData("_config.yml", "title: T\nmarkdown: kramdown\nplugins: [jekyll-feed]\n", "Generic: nothing in it belongs to one generator")]
    [InlineData("_config.yml", "a: {source_dir: x}\n", "Generic: nothing in it belongs to one generator")]
    [InlineData("_config.yml", "a: [\n", "Generic: nothing in it belongs to one generator")]
    [InlineData("source/_posts/a.md", "x", "Hexo: it has a folder source/_posts")]
    [InlineData("_posts/a.md", "x", "Generic: nothing in it belongs to one generator")]
    [InlineData("scaffolds/post.md", "x", "Hexo: it has a folder scaffolds")]
    [InlineData("package.json", """{"dependencies": {"hexo": "^7.0.0"}}""", "Hexo: package.json names hexo")]
    [InlineData("package.json", """{"hexo": {"version": "7.0.0"}}""", "Hexo: package.json names hexo")]
    [InlineData("package.json", """{"dependencies": {"astro": "^4.0.0"}}""", "Generic: nothing in it belongs to one generator")]
    [InlineData("package.json", "[1, {", "Generic: nothing in it belongs to one generator")]
    public void A_folder_tells_its_generator(string path, string text, string expected)
    {
        Write(path, text);

        Assert.Equal(expected, Detect(_folder.Path));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("source/_posts")]
    public void A_part_of_a_Hexo_site_is_known_by_its_name(string folder)
    {
        Write("source/_posts/a.md", "x");

        Assert.Equal("Hexo: it is a folder source with _posts", Detect(_folder[folder]));
    }

    [Fact]
    public void A_sites_own_settings_fill_in_what_no_option_says()
    {
        Write("_config.yml", "title: ' My site '\nurl: https://e.org/blog\ntimezone: Asia/Shanghai\nlanguage:\n- zh_TW\n- en\nnested:\n  title: no\n");

        var settings = ImportSettings.Resolve(new ImportOptions { Folder = _folder.Path, ConnectionString = "" });

        Assert.Equal(("My site", "https://e.org/blog/", "Asia/Shanghai", "zh-TW"), (settings.Title, settings.SiteUrl!.AbsoluteUri, settings.TimeZone.Id, settings.DefaultLocale));
    }

    [Fact]
    public void The_address_that_Hexo_writes_into_every_new_site_is_none()
    {
        Write("_config.yml", "url: http://example.com\ntimezone: ''\nlanguage: en\n");

        var settings = ImportSettings.Resolve(new ImportOptions { Folder = _folder.Path, ConnectionString = "" });

        Assert.Null(settings.SiteUrl);
        Assert.Equal("UTC", settings.TimeZone.Id);
    }

    private static string Detect(string root)
    {
        var found = DialectDetector.Detect(root, SiteConfiguration.Read(root));
        return $"{found.Dialect}: {found.Reason}";
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }
}
