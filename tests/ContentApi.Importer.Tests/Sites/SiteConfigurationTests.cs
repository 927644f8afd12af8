using ContentApi.Importer.Sites;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>What the settings files of the tools say, one tool after the other.</summary>
public sealed class SiteConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hexo_has_a_list_of_languages_of_which_the_first_is_the_sites() =>
        AssertRead(
            Dialect.Hexo,
            "_config.yml",
            """
            title: ' My site '
            url: https://e.org/blog
            language: [zh-CN, default, en]
            timezone: Asia/Shanghai
            source_dir: src
            i18n_dir: :lang
            """,
            "_config.yml | My site | https://e.org/blog | zh-CN | Asia/Shanghai | zh-CN en | src");

    [Fact]
    public void Hugo_has_languages_with_folders_of_their_own() =>
        AssertRead(
            Dialect.Hugo,
            "hugo.toml",
            """
            baseURL = 'https://e.org/docs/'
            title = 'T'
            timeZone = 'Europe/Berlin'
            defaultContentLanguage = 'de'
            contentDir = 'texts'
            [frontmatter]
            date = [':Filename', ':default']
            [languages.de]
            contentDir = 'texts/german'
            [languages.zh-cn]
            weight = 2
            [languages.fr]
            disabled = true
            """,
            "hugo.toml | T | https://e.org/docs/ | de | Europe/Berlin | de=texts/german zh-CN/zh-cn | texts | dates of names first");

    [Fact]
    public void Hugo_may_read_dates_of_names_behind_the_keys()
    {
        Write("hugo.toml", "[frontmatter]\ndate = [':default', ':filename']\n");

        Assert.Equal("hugo.toml |  |  |  |  |  |  | dates from names", Show(Dialect.Hugo));
    }

    [Fact]
    public void Hugo_has_a_folder_of_settings_in_parts()
    {
        Write("config/_default/hugo.yaml", "title: T\nbaseURL: https://e.org\ndefaultContentLanguage: en\n");
        Write("config/_default/languages.toml", "[en]\nweight = 1\n");
        Write("config/_default/languages.nl.yml", "contentDir: content/nl\n");
        Write("config/_default/menus.toml", "title = 'no'\n");
        Write("config/production/hugo.toml", "title = 'no'\n");

        Assert.Equal("config/_default/hugo.yaml config/_default/languages.nl.yml config/_default/languages.toml | T | https://e.org | en |  | nl=content/nl en | ", Show(Dialect.Hugo));
    }

    [Theory]
    [InlineData("config.toml", "title = 'T'\nlanguageCode = 'en-GB'\n")]
    [InlineData("config.yaml", "title: T\nlanguageCode: en-gb\n")]
    [InlineData("hugo.json", """{"Title": "T", "LANGUAGECODE": "en-GB"}""")]
    public void Hugo_reads_three_formats_and_keys_in_any_case(string name, string text) =>
        AssertRead(Dialect.Hugo, name, text, $"{name} | T |  | en-GB |  |  | ");

    [Fact]
    public void Jekyll_has_an_address_in_two_parts_and_collections()
    {
        Write("_config.yml", "title: T\nurl: https://e.org\nbaseurl: /blog/\nlang: pt_BR\nlanguages: [en, pt-BR]\ntimezone: America/Sao_Paulo\nexcerpt_separator: <!--cut-->\nexclude: [vendor/, '*.tmp.md']\ninclude: [_more]\nsource: src\ncollections_dir: shelf\ncollections:\n  recipes: {output: true}\n");

        Assert.Equal("_config.yml | T | https://e.org/blog | pt-BR | America/Sao_Paulo | en pt-BR | src src/shelf | cut at <!--cut-->", Show(Dialect.Jekyll));
        var site = Read(Dialect.Jekyll);
        Assert.Equal(["_recipes", "_posts", "_drafts"], site.Collections!);
        Assert.Equal(["vendor/", "*.tmp.md", "_more"], site.Excludes.Concat(site.Includes));
    }

    [Fact]
    public void Zola_names_its_other_languages() =>
        AssertRead(
            Dialect.Zola,
            "config.toml",
            "base_url = 'https://e.org'\ntitle = 'T'\ndefault_language = 'en'\nignored_content = ['*.tmp.md']\n[languages.fr]\ntitle = 'F'\n[markdown]\nhighlight_code = true\n",
            "config.toml | T | https://e.org | en |  | en fr | ");

    [Fact]
    public void Astro_has_languages_as_texts_and_as_folders() =>
        AssertRead(
            Dialect.Astro,
            "astro.config.mjs",
            """
            import { defineConfig } from 'astro/config';
            // site: 'https://no.org'
            export default defineConfig({
              site: 'https://e.org',
              base: '/docs',
              i18n: { defaultLocale: 'english', locales: ['fr', { path: 'english', codes: ['en', 'en-GB'] }] },
              integrations: [mdx()],
            });
            """,
            "astro.config.mjs |  | https://e.org/docs | en |  | fr en/english | ");

    [Fact]
    public void Starlight_has_its_title_and_languages_within_Astros_settings() =>
        AssertRead(
            Dialect.Astro,
            "astro.config.ts",
            "export default defineConfig({ integrations: [starlight({ title: 'T', defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' }, 'zh-cn': { label: 'x', lang: 'zh-CN' } } })] })",
            "astro.config.ts | T |  | en |  | en/root zh-CN/zh-cn | ");

    [Fact]
    public void Starlights_language_without_a_folder_is_the_default_one() =>
        AssertRead(
            Dialect.Astro,
            "astro.config.mjs",
            "export default defineConfig({ integrations: [starlight({ locales: { fr: { lang: 'fr' }, root: { label: 'Deutsch', lang: 'de' } } })] })",
            "astro.config.mjs |  |  | de |  | fr de/root | ");

    [Fact]
    public void Astro_has_a_source_folder_of_another_name() =>
        AssertRead(Dialect.Astro, "astro.config.mjs", "export default { srcDir: './site' }", "astro.config.mjs |  |  |  |  |  | site/content site/data site/pages site");

    [Fact]
    public void Gatsby_has_the_data_of_its_site() =>
        AssertRead(
            Dialect.Gatsby,
            "gatsby-config.js",
            "module.exports = { pathPrefix: '/blog', siteMetadata: { title: `T`, siteUrl: `https://e.org/`, author: { name } }, plugins: [] }",
            "gatsby-config.js | T | https://e.org/blog |  |  |  | ");

    [Fact]
    public void Gatsby_has_the_folders_that_it_reads() =>
        AssertRead(
            Dialect.Gatsby,
            "gatsby-config.js",
            "module.exports = { plugins: ['x', { resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog`, name: `blog` } }, { resolve: 'gatsby-source-filesystem', options: { path: path.join(__dirname, 'src', 'pages') } }, { resolve: 'other', options: { path: 'no' } }] }",
            "gatsby-config.js |  |  |  |  |  | content/blog src/pages content");

    [Theory]
    [InlineData(".eleventy.js", "module.exports = function (c) { c.addPassthroughCopy('img'); return { dir: { input: './src', output: 'out' } } }")]
    [InlineData("eleventy.config.mjs", "export default (c) => { c.setInputDirectory('src') }")]
    [InlineData("eleventy.config.cjs", "exports.config = 1; module.exports = () => ({ dir: { input: 'src/' } })")]
    public void Eleventy_has_a_folder_that_it_reads(string name, string text) => AssertRead(Dialect.Eleventy, name, text, $"{name} |  |  |  |  |  | src");

    [Fact]
    public void Docusaurus_has_languages() =>
        AssertRead(
            Dialect.Docusaurus,
            "docusaurus.config.ts",
            "const config: Config = { title: 'T', url: 'https://e.org', baseUrl: '/docs/', i18n: { defaultLocale: 'en', locales: ['en', 'zh-Hans'] } };\nexport default config;",
            "docusaurus.config.ts | T | https://e.org/docs | en |  | en zh-Hans | ");

    [Theory]
    [InlineData("presets: [['classic', { docs: { sidebarPath: './sidebars.js' }, blog: false }]]", "", "docs=docs")]
    [InlineData("presets: ['classic']", "", "docs=docs blog=blog")]
    [InlineData("presets: [[require.resolve('@docusaurus/preset-classic'), { docs: { routeBasePath: '/', path: '../docs' }, blog: { routeBasePath: 'news' } }]]", "", "../docs= blog=news")]
    [InlineData("presets: makePresets()", "", "docs=docs blog=blog")]
    [InlineData("presets: ['classic']", "[\"2.0\", \"1.0\"]", "docs=docs/next versioned_docs/version-2.0=docs versioned_docs/version-1.0=docs/1.0 blog=blog")]
    [InlineData("presets: [['classic', { docs: { lastVersion: 'current', versions: { current: { path: '3.x' }, '1.0': { path: 'old' } } }, blog: false }]]", "[\"2.0\", \"1.0\"]", "docs=docs/3.x versioned_docs/version-2.0=docs/2.0 versioned_docs/version-1.0=docs/old")]
    [InlineData("presets: [['classic', { docs: { includeCurrentVersion: false, onlyIncludeVersions: ['1.0'] }, blog: false }]]", "[\"2.0\", \"1.0\"]", "versioned_docs/version-1.0=docs")]
    [InlineData("presets: [['classic', { docs: { disableVersioning: true }, blog: false }]]", "[\"2.0\"]", "docs=docs")]
    [InlineData("presets: [['classic', { docs: false, blog: false }]], plugins: ['x', ['@docusaurus/plugin-content-docs', { id: 'team', path: 'handbook', routeBasePath: 'hb' }], ['content-blog', { id: 'b', path: 'b' }]]", "", "handbook=hb b=blog")]
    public void Docusaurus_has_sets_of_documents_and_blogs_with_addresses(string settings, string versions, string expected)
    {
        Write("web/docusaurus.config.js", $"module.exports = {{ {settings} }};");
        if (versions.Length > 0)
            Write("web/versions.json", versions);

        var site = SiteConfigurationReader.Read(new SitePlace { Folder = _folder["site/web"], Below = "web" }, Dialect.Docusaurus);

        Assert.Equal(expected, string.Join(' ', site.Sections.Select(x => $"{(x.Folder.StartsWith("web/", StringComparison.Ordinal) ? x.Folder[4..] : $"../{x.Folder}")}={x.Address}")));
    }

    [Fact]
    public void Obsidian_has_folders_of_attachments_and_templates()
    {
        Write(".obsidian/app.json", """{"attachmentFolderPath": "files/img", "userIgnoreFilters": ["private/"]}""");
        Write(".obsidian/templates.json", """{"folder": "templates"}""");

        var site = Read(Dialect.Obsidian);
        Assert.Equal(("files/img", "private/ templates"), (site.AttachmentFolder, string.Join(' ', site.Excludes)));
    }

    [Fact]
    public void Obsidian_has_templates_of_daily_notes_and_of_Templater()
    {
        Write(".obsidian/app.json", "{}");
        Write(".obsidian/daily-notes.json", """{"folder": "Daily", "template": "Meta/Day"}""");
        Write(".obsidian/plugins/templater-obsidian/data.json", """{"templates_folder": "Meta/Templater"}""");

        Assert.Equal(["Meta/Day.md", "Meta/Templater"], Read(Dialect.Obsidian).Excludes);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("e.org")]
    public void A_text_without_a_scheme_is_no_address_of_a_site(string url) =>
        AssertRead(Dialect.Hexo, "_config.yml", $"url: {url}\n", "_config.yml |  |  |  |  |  | ");

    [Theory]
    [InlineData("", ":title")]
    [InlineData("new_post_name: :year-:month-:day-:title.md\n", ":year-:month-:day-:title")]
    public void Hexo_names_its_posts(string text, string expected)
    {
        Write("_config.yml", $"title: T\n{text}");

        Assert.Equal(expected, Read(Dialect.Hexo).PostNames);
    }

    [Theory]
    [InlineData("", "en", false)]
    [InlineData("default_language = 'de'\n[slugify]\npaths_keep_dates = true\n", "de", true)]
    public void Zola_has_a_language_and_may_keep_dates(string text, string language, bool keepsDates)
    {
        Write("config.toml", $"base_url = 'https://e.org'\n{text}");

        Assert.Equal((language, keepsDates), (Read(Dialect.Zola).DefaultLocale, Read(Dialect.Zola).KeepsDatesOfNames));
    }

    [Theory]
    [InlineData(Dialect.Hexo, "_config.yml", "marked:\n  breaks: false\n", false)]
    [InlineData(Dialect.Hexo, "_config.yml", "markdown:\n  render:\n    breaks: false\n", false)]
    [InlineData(Dialect.Hexo, "_config.yml", "title: T\n", null)]
    [InlineData(Dialect.Obsidian, ".obsidian/app.json", "{\"strictLineBreaks\": true}", false)]
    [InlineData(Dialect.Obsidian, ".obsidian/app.json", "{\"strictLineBreaks\": false}", null)]
    [InlineData(Dialect.Jekyll, "_config.yml", "kramdown:\n  hard_wrap: true\n", true)]
    [InlineData(Dialect.Hugo, "hugo.toml", "[markup.goldmark.renderer]\nhardWraps = true\n", true)]
    [InlineData(Dialect.Hugo, "config/_default/markup.toml", "[goldmark.renderer]\nhardWraps = true\n", true)]
    public void Line_ends_are_breaks_where_the_settings_say_so(Dialect dialect, string name, string text, bool? expected)
    {
        Write(name, text);

        Assert.Equal(expected, Read(dialect).BreaksLines);
    }

    private void AssertRead(Dialect dialect, string name, string text, string expected)
    {
        Write(name, text);

        Assert.Equal(expected, Show(dialect));
    }

    private SiteConfiguration Read(Dialect dialect)
    {
        Directory.CreateDirectory(_folder["site"]);
        return SiteConfigurationReader.Read(SitePlace.Of(_folder["site"]), dialect);
    }

    private string Show(Dialect dialect)
    {
        var site = Read(dialect);
        Assert.Empty(site.Findings);
        var languages = site.Languages.Select(x => x.ContentFolder is { } folder ? $"{x.Tag}={folder}" : x.Tag == x.Folder ? x.Tag : $"{x.Tag}/{x.Folder}");
        string[] parts =
        [
            string.Join(' ', site.Files), site.Title ?? "", site.Url ?? "", site.DefaultLocale ?? "", site.TimeZone ?? "",
            string.Join(' ', languages), string.Join(' ', site.ContentFolders ?? []),
        ];
        var more = site.DatesOfFileNamesWin ? " | dates of names first" : site.ReadsDatesFromFileNames ? " | dates from names" : site.ExcerptSeparator is { } separator ? $" | cut at {separator}" : "";
        return string.Join(" | ", parts) + more;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder["site"], path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
