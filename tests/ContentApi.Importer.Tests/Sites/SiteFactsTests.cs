using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>What the parser is told of a site.</summary>
public sealed class SiteFactsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sites_own_settings_fill_in_what_no_option_says()
    {
        Write("_config.yml", "title: ' My site '\nurl: https://e.org/blog\ntimezone: Asia/Shanghai\nlanguage:\n- zh_TW\n- en\nnested:\n  title: no\n");

        var settings = Resolve();

        Assert.Equal(("My site", "https://e.org/blog/", "Asia/Shanghai", "zh-TW"), (settings.Title, settings.SiteUrl!.AbsoluteUri, settings.TimeZone.Id, settings.DefaultLocale));
        Assert.Equal("zh-TW", settings.Facts.DefaultLocale);
    }

    [Fact]
    public void The_address_that_Hexo_writes_into_every_new_site_is_none()
    {
        Write("_config.yml", "url: http://example.com\ntimezone: ''\nlanguage: en\n");

        Assert.Equal((null, "UTC"), (Resolve().SiteUrl, Resolve().TimeZone.Id));
    }

    [Theory]
    [InlineData("", "zh-cn/a.md", "zh-cn=zh-CN")]
    [InlineData("", "it/a.md", "")]
    [InlineData("", "it/a.md de/a.md", "de=de it=it")]
    [InlineData("", "no/a.md is/a.md", "")]
    [InlineData("", "posts/de/a.md posts/fr/b.md", "")]
    [InlineData("", "docs/zh/a.md docs/en/a.md docs/de/b.md docs/api/a.md", "docs/de=de docs/en=en docs/zh=zh")]
    [InlineData("", "docs/it/a.md docs/a.md", "")]
    [InlineData("", "docs/zh-cn/a.md docs/a.md docs/pt-br/b.md", "docs/zh-cn=zh-CN")]
    [InlineData("", "countries/it/index.md countries/de/index.md", "")]
    [InlineData("", "a/b/it/p/index.md a/b/de/p/index.md", "a/b/de=de a/b/it=it")]
    [InlineData("", "content/en/p/a.md content/fr/p/a.md", "content/en=en content/fr=fr")]
    [InlineData("hugo.toml", "content/docs/zh/a.md content/docs/en/a.md", "content/docs/en=en content/docs/zh=zh")]
    [InlineData("hugo.toml:[languages.en]", "content/docs/zh/a.md content/docs/en/a.md", "")]
    [InlineData("hugo.toml", "content/pt_BR/a.md content/en/a.md content/posts/a.md", "content/en=en content/pt_BR=pt-BR")]
    [InlineData("hugo.toml:[languages.no]", "content/no/a.md content/de/a.md", "content/no=no")]
    [InlineData("hugo.toml:[languages.no]\ncontentDir = 'norsk'", "norsk/a.md", "norsk=no")]
    [InlineData("_config.yml:language: [en, zh-CN]\nnew_post_name: ':lang/:title.md'", "source/_posts/zh-CN/a.md source/_posts/en/a.md source/_posts/it/a.md", "source/_posts/en=en source/_posts/zh-CN=zh-CN")]
    [InlineData("docusaurus.config.js:module.exports = { i18n: { locales: ['en', 'zh-Hans'] } }", "docs/a.md i18n/zh-Hans/docusaurus-plugin-content-docs/current/a.md i18n/en/x.md", "i18n/en=en i18n/zh-Hans=zh-Hans")]
    [InlineData("astro.config.mjs:export default { i18n: { locales: ['en', { path: 'german', codes: ['de'] }] } }", "src/content/docs/german/a.md src/pages/en/a.md", "src/content/docs/german=de src/pages/en=en")]
    public void Languages_are_folders_that_are_declared_or_look_like_it(string configuration, string files, string expected)
    {
        if (configuration.Length > 0)
            Write(configuration.Split(':', 2)[0], configuration.Contains(':') ? configuration.Split(':', 2)[1] : "");
        foreach (var file in files.Split(' '))
            Write(file, "x");

        Assert.Equal(expected, string.Join(' ', Resolve().Facts.LanguageFolders.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}")));
    }

    [Theory]
    [InlineData("", "gov.uk.md amazon.co.uk.md use.it.md", "")]
    [InlineData("", "post.uk.md post.md", "uk")]
    [InlineData("", "post.zh.md post.en.md gov.uk.md", "en zh")]
    [InlineData("", "post.zh.md gov.uk.md", "zh")]
    [InlineData("", "a/post.uk.md b/post.md", "")]
    [InlineData("", "a/post.uk.md a/post.html", "uk")]
    [InlineData("", "post.zh_cn.md post.pt-br.md", "pt-BR zh-CN")]
    [InlineData("hugo.toml", "content/gov.uk.md content/index.fr.md content/index.md", "fr")]
    [InlineData("hugo.toml:defaultContentLanguage = 'fr'", "content/about.fr.md content/gov.uk.md", "fr")]
    [InlineData("hugo.toml:[languages.en]", "content/index.fr.md content/index.md", null)]
    [InlineData(".obsidian/app.json:{}", "gov.uk.md", "")]
    public void Languages_at_the_end_of_names_are_those_that_translations_show(string configuration, string files, string? expected)
    {
        if (configuration.Length > 0)
            Write(configuration.Split(':', 2)[0], configuration.Contains(':') ? configuration.Split(':', 2)[1] : "");
        foreach (var file in files.Split(' '))
            Write(file, "x");

        Assert.Equal(expected, Resolve().Facts.SuffixLocales is { } found ? string.Join(' ', found) : null);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("content", "")]
    [InlineData("content/blog", "")]
    public void Paths_are_those_below_the_imported_folder(string folder, string? roots)
    {
        Write("hugo.toml", "");
        Write("content/blog/a.md", "x");

        Assert.Equal(roots, Resolve(folder).Facts.ContentRoots is { } found ? string.Join(' ', found) : null);
    }

    [Fact]
    public void A_site_in_a_folder_has_its_content_there()
    {
        Write("site/hugo.toml", "contentDir = 'texts'\n[languages.de]\ncontentDir = 'german'\n");
        Write("site/texts/a.md", "x");

        var facts = Resolve().Facts;

        Assert.Equal(["site/texts", "site"], facts.ContentRoots!);
        Assert.Equal([new KeyValuePair<string, string>("site/german", "de")], facts.LanguageFolders);
    }

    [Theory]
    [InlineData("docs/_posts/2020-01-02-a.md test/source/_posts/2020-01-02-b.md test/source/win/_posts/2020-01-02-c.md", "docs test/source")]
    [InlineData("index.md news/_posts/2020-01-02-a.md", null)]
    [InlineData("_layouts/a.html news/_posts/2020-01-02-a.md", null)]
    [InlineData("_posts/2020-01-02-b.md", null)]
    public void Folders_above_posts_are_sites_where_the_root_itself_is_none(string files, string? roots)
    {
        foreach (var file in files.Split(' '))
            Write(file, "x");

        Assert.Equal(roots, Resolve().Facts.ContentRoots is { } found ? string.Join(' ', found) : null);
    }

    [Fact]
    public void Generic_rules_take_the_settings_of_the_tool_that_the_folder_is_of()
    {
        Write("hugo.toml", "title = 'T'\n");
        Write("content/a.md", "x");

        var settings = ImportSettings.Resolve(new ImportOptions { Folder = _folder.Path, ConnectionString = "", Dialect = Dialect.Generic });

        Assert.Equal((Dialect.Generic, "T"), (settings.Dialect.Dialect, settings.Title));
    }

    [Fact]
    public void Auto_overrules_the_dialect_of_the_settings_file()
    {
        Write("contentapi.yaml", "dialect: generic\n");
        Write("hugo.toml", "");

        var settings = ImportSettings.Resolve(new ImportOptions { Folder = _folder.Path, ConnectionString = "", DetectsDialect = true });

        Assert.Equal((Dialect.Hugo, "hugo.toml is Hugo's settings file"), (settings.Dialect.Dialect, settings.Dialect.Reason));
        Assert.Equal("generic", settings.Resolved.Count == 0 ? "" : Resolve().Resolved.Single(x => x.Name == "dialect").Value);
    }

    [Fact]
    public async Task A_broken_settings_file_is_a_finding_and_a_mended_one_reads_all_files_again()
    {
        await using var site = await Site.CreateAsync();
        site.Write("hugo.toml", "title = 'T'\nbad =\n");
        site.Write("content/a.md", "---\ntitle: A\n---\n");
        var report = await site.ImportAsync();
        Assert.StartsWith("SITE_CONFIG_UNREADABLE hugo.toml:2:", report.Findings(), StringComparison.Ordinal);

        site.Write("hugo.toml", "title = 'T'\n[frontmatter]\ndate = [':filename']\n");
        var mended = await site.ImportAsync();

        Assert.Equal(("updated 1", ""), (mended.Counts(), mended.Findings()));
        Assert.Equal("T", await site.QueryAsync("select title from source"));
        Assert.Equal("unchanged 1", (await site.ImportAsync()).Counts());
    }

    [Theory]
    [InlineData("", "_config.yml:collections: [recipes, posts]\nbaseurl: /x", "_recipes")]
    [InlineData("", "_config.yml:collections: {recipes: {output: true}, notes: {output: false}, people: }\nbaseurl: /x", "_notes _people")]
    [InlineData("", "_config.yml:collections_dir: shelf\ncollections: {recipes: {title: R}}", "shelf/_recipes")]
    [InlineData("_recipes", "_config.yml:collections: [recipes]\nbaseurl: /x", "")]
    [InlineData("_recipes/deep", "_config.yml:collections: [recipes]\nbaseurl: /x", "")]
    [InlineData("_posts", "_config.yml:collections: [recipes]\nbaseurl: /x", null)]
    [InlineData("", "site/_config.yml:collections: [recipes]\nbaseurl: /x", "site/_recipes")]
    [InlineData("", "content/blog/_index.md:+++\ntitle = 'B'\ndraft = true\n+++\n", "content/blog")]
    [InlineData("", "content/blog/_index.fr.md:+++\ndraft = true\n+++\n", "content/blog")]
    [InlineData("", "content/blog/_index.md:+++\ntitle = \ndraft = true\n+++\n", "content/blog")]
    [InlineData("", "content/blog/_index.md:+++\ntitle = \n+++\n", null)]
    [InlineData("", "content/blog/_index.md:+++\ndraft = false\n+++\n", null)]
    [InlineData("content/blog", "content/blog/_index.md:+++\ndraft = true\n+++\n", "")]
    public void Folders_without_pages_are_those_that_the_tool_does_not_write(string folder, string file, string? expected)
    {
        if (file.StartsWith("content/", StringComparison.Ordinal))
            Write("config.toml", "base_url = 'https://e.org'\n");
        foreach (var path in (string[])["_recipes/deep/a.md", "_posts/2020-01-02-a.md", "content/blog/a.md"])
            Write(path, "---\ntitle: T\n---\n");
        Write(file.Split(':', 2)[0], file.Split(':', 2)[1]);

        var found = Resolve(folder).Facts.UnrenderedFolders.Keys;

        Assert.Equal(expected, found.Any() ? string.Join(' ', found) : null);
    }

    [Fact]
    public void The_tags_that_Hexo_encrypts_are_those_with_a_password()
    {
        Write("_config.yml", "encrypt:\n  abstract: x\n  tags:\n  - {name: diary, password: secret}\n  - {name: notes, password: 1234}\n  - {name: open, password: ''}\n  - name: unset\n");

        Assert.Equal(["diary", "notes"], Resolve().Facts.EncryptedTags);
    }

    [Fact]
    public async Task A_section_of_Zola_hides_its_articles_while_it_is_a_draft()
    {
        await using var site = await Site.CreateAsync();
        site.Write("config.toml", "base_url = 'https://e.org'\n");
        site.Write("content/blog/_index.md", "+++\ntitle = 'B'\ndraft = true\n+++\n");
        site.Write("content/blog/deep/a.md", "+++\ntitle = 'A'\ndraft = false\n+++\n");
        site.Write("content/b.md", "+++\ntitle = 'B'\n+++\n");
        const string drafts = "select file_path from article where draft order by 1";

        var report = await site.ImportAsync();
        Assert.Equal("content/blog/_index.md\ncontent/blog/deep/a.md", await site.QueryAsync(drafts));
        Assert.Equal("NOT_RENDERED content/blog/deep/a.md:1:1", report.Findings());

        site.Write("content/blog/_index.md", "+++\ntitle = 'B'\n+++\n");
        await site.ImportAsync();
        Assert.Equal("", await site.QueryAsync(drafts));
    }

    private ImportSettings Resolve(string folder = "") => ImportSettings.Resolve(new ImportOptions { Folder = _folder[folder], ConnectionString = "" });

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("src")]
    [InlineData("src/content")]
    [InlineData("src/content/docs")]
    [InlineData("src/content/docs/guides")]
    public async Task A_slug_of_Starlight_gives_the_same_path_whichever_folder_of_the_site_is_imported(string folder)
    {
        await using var site = await Site.CreateAsync();
        site.Write("astro.config.mjs", "export default {}");
        site.Write("src/content/docs/guides/s.md", "---\ntitle: S\nslug: x\n---\n");
        await site.ImportAsync(o => o with { Folder = site[folder] });

        Assert.Equal("/x", await site.QueryAsync("select path from article"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("web/docs")]
    [InlineData("web/docs/01-guides")]
    public async Task A_document_of_Docusaurus_has_one_path_whichever_folder_of_the_site_is_imported(string folder)
    {
        await using var site = await Site.CreateAsync();
        site.Write("web/docusaurus.config.js", "module.exports = { presets: [['classic', { docs: { routeBasePath: 'manual' } }]] }");
        site.Write("web/versions.json", "[\"1.0\"]");
        site.Write("web/docs/tags.yml", "start:\n  label: Start here\n");
        site.Write("web/docs/01-guides/README.md", "---\ntitle: S\ntags: [start]\n---\n");
        await site.ImportAsync(o => o with { Folder = site[folder] });

        Assert.Equal("/manual/next/guides", await site.QueryAsync("select path from article"));
        Assert.Equal("Start here", await site.QueryAsync("select name from tag"));
        Assert.Equal("unchanged 1", (await site.ImportAsync(o => o with { Folder = site[folder] })).Counts());

        site.Write("web/versions.json", "[]");
        Assert.Equal("updated 1", (await site.ImportAsync(o => o with { Folder = site[folder] })).Counts());
        Assert.Equal("/manual/guides", await site.QueryAsync("select path from article"));
    }

    [Fact]
    public async Task Versions_of_Docusaurus_have_paths_of_their_own()
    {
        await using var site = await Site.CreateAsync();
        site.Write("docusaurus.config.js", "module.exports = { presets: ['classic'] }");
        site.Write("versions.json", "[\"2.0\", \"1.0\"]");
        foreach (var folder in new[] { "docs", "versioned_docs/version-1.0", "versioned_docs/version-2.0" })
            site.Write($"{folder}/a.md", "---\ntitle: A\n---\n");
        site.Write("blog/authors.yml", "jo:\n  name: Jo Doe\n");
        site.Write("blog/2020-01-02-x.md", "---\ntitle: X\nauthors: [jo]\n---\n");
        await site.ImportAsync();

        Assert.Equal("/blog/2020/01/02/x\n/docs/1.0/a\n/docs/a\n/docs/next/a", await site.QueryAsync("select path from article order by path collate \"C\""));
        Assert.Equal("Jo Doe", await site.QueryAsync("select name from author"));
    }
}
