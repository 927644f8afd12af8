using System.Text;
using CsCheck;

namespace ContentApi.Parsing.Tests.Dialects;

public sealed class PathTests
{
    private static readonly Gen<string> Segments = Gen.OneOf(
        "content", "source", "src", "pages", "docs", "blog", "i18n", "fr", "zh-cn", "docusaurus-plugin-content-docs", "docusaurus-plugin-content-blog", "current", "version-1.0", "versioned_docs",
        "_posts", "_drafts", "2020-01-02-x", "2020", "01", "02", "01-a", "7.0-b", "index", "_index", "README", "a", "a.fr", "a.zh-CN", ".fr", "..", " ", "中文", "\uD800", "-", "x.y.z", "2020-13-99-a", "2020-01-02");

    private static readonly Gen<string> Keys = Gen.OneOf(
        "slug: /\n", "slug: ../../x\n", "slug: /A/b\n", "id: c\n", "path: /p\n", "permalink: pretty\n", "permalink: false\n", "url: //e.org\n", "aliases: [x, ../y, /, '?']\n", "redirect_from: {a: b}\n", "lang: de\n",
        "series: [{name: S, order: .inf}]\n", "translationKey: 'k'\n", "params: {author: A, aliases: [q]}\n", "extra: {author: A}\n", "taxonomies: {tags: [a]}\n", "sidebar: {order: 1e999}\n", "tags: ', ,'\n", "tags: '#'\n", "category:\n", "password: x\n");

    private static readonly SiteFacts[] Sites =
    [
        SiteFacts.None,
        new() { DefaultLocale = "fr", Locales = ["fr", "zh-CN"], LanguageFolders = new Dictionary<string, string> { ["content/zh-cn"] = "zh-CN", ["fr"] = "fr" }, ReadsDatesFromFileNames = true },
        new() { ContentRoots = [], LanguageFolders = new Dictionary<string, string> { ["docs/fr"] = "fr" } },
        new() { ContentRoots = ["content", "docs", "src/content"], DefaultLocale = "de" },
    ];

    [Fact]
    public void Any_place_and_any_keys_give_a_sound_article_in_every_dialect() =>
        Gen.Select(Segments.List[1, 6], Gen.OneOf(".md", ".mdx", ".html", ""), Keys.List[0, 5], Gen.Enum<Dialect>(), Gen.OneOf(Sites)).Sample(
            (segments, extension, keys, dialect, site) =>
            {
                var path = string.Join('/', segments) + extension;
                var options = new ParseOptions { Dialect = dialect, Site = site, TracksOrigins = true };
                var result = new ArticleParser(options).Parse(path, Encoding.UTF8.GetBytes("---\ntitle: T\n" + string.Concat(keys.Distinct()) + "---\nB\n"));
                Assert.NotNull(result.Article);
                ArticleChecks.IsConsistent(result.Article);
                Assert.Equal(result.Article.Origins.Count, result.Article.Origins.Select(origin => origin.Field).Distinct().Count());
                Assert.Equivalent(result.Article with { Origins = [] }, new ArticleParser(options with { TracksOrigins = false }).Parse(path, Encoding.UTF8.GetBytes("---\ntitle: T\n" + string.Concat(keys.Distinct()) + "---\nB\n")).Article);
            },
            iter: 5_000);

    [Fact]
    public void A_translation_shares_the_key_of_its_original_in_every_dialect()
    {
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            Assert.Equal(KeyOf("x/a.md", dialect), KeyOf("x/a.fr.md", dialect));
            Assert.Equal(KeyOf("x/a/index.md", dialect), KeyOf("x/a/index.zh-CN.md", dialect));
            Assert.Equal(KeyOf("x/a/index.md", dialect), KeyOf("x/a.fr.md", dialect));
            Assert.NotEqual(KeyOf("x/a.md", dialect), KeyOf("x/b.md", dialect));
        }
    }

    [Fact]
    public void Long_paths_keep_translation_keys_short_and_apart()
    {
        var folder = string.Concat(Enumerable.Repeat("中文目录/", 300));

        Assert.InRange(Encoding.UTF8.GetByteCount(KeyOf(folder + "a.md", Dialect.Generic)), 1, 2000);
        Assert.NotEqual(KeyOf(folder + "a.md", Dialect.Generic), KeyOf(folder + "b.md", Dialect.Generic));
        Assert.Equal(KeyOf(folder + "a.md", Dialect.Generic), KeyOf(folder + "a.fr.md", Dialect.Generic));
    }

    private static string KeyOf(string path, Dialect dialect) =>
        new ArticleParser(new ParseOptions { Dialect = dialect }).Parse(path, "---\ntitle: T\n---\n"u8.ToArray()).Article!.TranslationKey;
}
