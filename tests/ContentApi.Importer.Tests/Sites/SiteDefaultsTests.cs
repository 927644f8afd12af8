using ContentApi.Importer.Scanning;
using ContentApi.Importer.Sites;
using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>Values that a site gives to whole folders, seen in what is imported.</summary>
public sealed class SiteDefaultsTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Jekyll_gives_by_path_and_type_and_the_nearest_wins()
    {
        _site.Write(
            "_config.yml",
            """
            collections: [recipes]
            defaults:
            - scope: {path: ''}
              values: {description: of all}
            - scope: {path: '', type: posts}
              values: {description: of posts}
            - scope: {path: blog/_posts}
              values: {description: of blog}
            - scope: {path: 'docs/*/deep'}
              values: {description: of deep}
            - scope: {path: '', type: recipes}
              values: {description: of recipes}
            - scope: {path: '', type: drafts}
              values: {description: of drafts}
            """);
        foreach (var path in (string[])["a.md", "_posts/2020-01-02-b.md", "blog/_posts/2020-01-02-c.md", "docs/x/deep/d.md", "docs/x/e.md", "_recipes/f.md", "_drafts/g.md"])
            _site.Write(path, "---\ntitle: T\n---\n");
        _site.Write("own.md", "---\ntitle: T\ndescription: own\n---\n");
        await _site.ImportAsync();

        Assert.Equal(
            """
            _drafts/g.md|of drafts
            _posts/2020-01-02-b.md|of posts
            _recipes/f.md|of recipes
            a.md|of all
            blog/_posts/2020-01-02-c.md|of blog
            docs/x/deep/d.md|of deep
            docs/x/e.md|of all
            own.md|own
            """,
            await DescriptionsAsync());
    }

    [Fact]
    public async Task Hugo_gives_by_settings_and_by_sections_of_which_the_deepest_wins()
    {
        _site.Write("hugo.toml", "[[cascade]]\ndescription = 'of all pages'\n[cascade.target]\nkind = 'page'\n[[cascade]]\ndescription = 'of a path'\n[cascade.target]\npath = '/by/path/**'\n[[cascade]]\ndescription = 'never'\n[cascade.target]\nlang = 'de'\n");
        _site.Write("content/blog/_index.md", "---\ntitle: Blog\ncascade:\n  params:\n    description: of blog\n---\n");
        _site.Write("content/blog/deep/_index.md", "---\ntitle: Deep\ncascade:\n- description: of deep\n  _target: {path: '/blog/deep/some*'}\n---\n");
        foreach (var path in (string[])["a.md", "blog/b.md", "blog/deep/c.md", "blog/deep/some-d/index.md", "by/path/e.md"])
            _site.Write($"content/{path}", "---\ntitle: T\n---\n");
        await _site.ImportAsync();

        Assert.Equal(
            """
            content/a.md|of all pages
            content/blog/_index.md|
            content/blog/b.md|of blog
            content/blog/deep/_index.md|of blog
            content/blog/deep/c.md|of blog
            content/blog/deep/some-d/index.md|of deep
            content/by/path/e.md|of all pages
            """,
            await DescriptionsAsync());
    }

    [Fact]
    public async Task Hugo_keeps_out_of_lists_and_writes_no_page_by_a_cascade()
    {
        _site.Write("hugo.toml", "");
        _site.Write("content/_index.md", "---\ntitle: Home\ncascade:\n- build: {list: never}\n  _target: {path: '/quiet/**'}\n- build: {render: never}\n  target: {path: '/parts/**'}\n---\n");
        _site.Write("content/quiet/a.md", "---\ntitle: A\n---\n");
        _site.Write("content/parts/b.md", "---\ntitle: B\n---\n");
        _site.Write("content/posts/c.md", "---\ntitle: C\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal(
            """
            content/_index.md|PAGE|f
            content/parts/b.md|ARTICLE|t
            content/posts/c.md|ARTICLE|f
            content/quiet/a.md|PAGE|f
            """,
            await _site.QueryAsync("select file_path, kind, draft from article order by 1"));
        var told = Assert.Single(report.Diagnostics);
        Assert.Equal(("NOT_RENDERED", "content/parts/b.md", "Delete 'build.render' in content/_index.md to publish the article."), (told.Code, told.Path, told.Hint));
    }

    [Fact]
    public async Task Eleventy_gives_by_files_of_data_and_runs_no_script()
    {
        _site.Write("eleventy.config.js", "");
        _site.Write("posts/posts.json", """{"description": "of posts", "layout": "post"}""");
        _site.Write("posts/deep/deep.json", """{"description": "of deep"}""");
        _site.Write("posts/deep/deep.11tydata.json", """{"description": "of deep, closer"}""");
        _site.Write("posts/deep/c.json", """{"description": "of c"}""");
        _site.Write("posts/deep/deep.11tydata.js", "module.exports = { lang: 'fr', description: makeOne() ? 'never' : 'no' }");
        _site.Write("posts/c/c.11tydata.js", "export default { description: 'of c', tags: ['x'] };");
        _site.Write("posts/c/c.11tydata.json", """{"description": "of c, farther"}""");
        _site.Write("posts/broken/broken.json", "{");
        _site.Write("posts/package.json", """{"description": "never"}""");
        foreach (var path in (string[])["a.md", "posts/b.md", "posts/c/f.md", "posts/deep/c.md", "posts/deep/d.md", "posts/broken/e.md"])
            _site.Write(path, "---\ntitle: T\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal(
            """
            a.md|
            posts/b.md|of posts
            posts/broken/e.md|of posts
            posts/c/f.md|of c
            posts/deep/c.md|of c
            posts/deep/d.md|of deep, closer
            """,
            await DescriptionsAsync());
        Assert.Matches("^SITE_CONFIG_UNREADABLE posts/broken/broken.json:1:[0-9]+\nSCRIPT_IGNORED posts/c/c.11tydata.js:1:1\nSCRIPT_IGNORED posts/deep/deep.11tydata.js:1:1$", report.Findings());
        Assert.Equal("posts/deep/c.md\nposts/deep/d.md", await _site.QueryAsync("select file_path from article where locale = 'fr' order by 1"));
    }

    [Theory]
    [InlineData("_config.yml", "defaults:\n- {scope: {path: ''}, values: {description: one}}\n")]
    [InlineData("hugo.yaml", "cascade: {description: one}\n")]
    [InlineData("site.11tydata.json", """{"description": "one"}""")]
    public async Task A_change_of_them_reads_all_files_again(string path, string text)
    {
        _site.Write(path, text);
        _site.Write("a.md", "---\ntitle: T\n---\n");
        await _site.ImportAsync();
        Assert.Equal("a.md|one", await DescriptionsAsync());
        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());

        _site.Write(path, text.Replace("one", "two", StringComparison.Ordinal));
        Assert.Equal("updated 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("a.md|two", await DescriptionsAsync());
    }

    private Task<string> DescriptionsAsync() => _site.QueryAsync("select file_path, description from article order by file_path collate \"C\"");

    [Theory]
    [InlineData("_config.yml", "defaults:\n- scope: {path: '[!]'}\n  values: {description: one}\n", "SITE_CONFIG_UNREADABLE _config.yml:2:17")]
    [InlineData("hugo.toml", "[[cascade]]\ndescription = 'one'\n[cascade.target]\npath = '/blog/[!]'\n", "SITE_CONFIG_UNREADABLE hugo.toml:4:8")]
    public async Task A_pattern_that_is_none_ends_no_import(string path, string text, string findings)
    {
        _site.Write(path, text);
        _site.Write("content/a.md", "---\ntitle: T\n---\n");

        Assert.Equal(findings, (await _site.ImportAsync()).Findings());
        Assert.Equal("content/a.md|", await DescriptionsAsync());
    }

    [Theory]
    [InlineData("_index.de.md", "---\ntitle: T\ncascade: {draft: true}\n---\n", "blog/b.de.md")]
    [InlineData("_index.html", "---\ntitle: T\ncascade: {draft: true}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md")]
    [InlineData("_index.markdown", "---\ntitle: T\ncascade: {draft: true}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md")]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {lang: de}}\n---\n", "blog/b.de.md")]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {lang: '{de,en}', path: '/blog/deep/*'}}\n---\n", "blog/deep/c.md")]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {kind: '{page,section}'}}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md")]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {kind: Page*}}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md")]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {kind: section}}\n---\n", "")]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {kind: '[!]'}}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md", 3, 3)]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {environment: production}}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md", 3)]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: true, _target: {path: '/blog/[!]'}}\n---\n", "blog/b.de.md blog/b.md blog/deep/c.md", 3, 3)]
    [InlineData("_index.md", "---\ntitle: T\ncascade: {draft: false, _target: {environment: production}}\n---\n", "")]
    public async Task What_a_section_of_Hugo_may_hide_is_a_draft(string index, string text, string drafts, params int[] warnings)
    {
        _site.Write("hugo.toml", "defaultContentLanguage = 'en'\n[languages.en]\n[languages.de]\n");
        _site.Write($"content/blog/{index}", text);
        foreach (var path in (string[])["a.md", "blog/b.md", "blog/b.de.md", "blog/deep/c.md"])
            _site.Write($"content/{path}", "---\ntitle: T\n---\n");
        var told = (await _site.ImportAsync()).Diagnostics.Where(x => x.Code == "SITE_CONFIG_UNREADABLE").ToList();

        Assert.Equal(drafts.Replace(' ', '\n'), await DraftsAsync());
        Assert.Equal(warnings, told.Select(x => x.Line));
        Assert.All(told, x => Assert.Equal($"content/blog/{index}", x.Path));
    }

    [Fact]
    public async Task Files_whose_language_nothing_tells_are_drafts_where_those_of_a_language_are()
    {
        _site.Write("hugo.toml", "[[cascade]]\ndraft = true\n[cascade.target]\nlang = 'de'\n");
        foreach (var path in (string[])["a.md", "b.de.md", "c.fr.md"])
            _site.Write($"content/{path}", "---\ntitle: T\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal("a.md\nb.de.md", await DraftsAsync());
        Assert.Equal("SITE_CONFIG_UNREADABLE hugo.toml:2:1", report.Findings());
    }

    [Theory]
    [InlineData(Dialect.Hugo, "content/z/_index.md", "---\ncascade: {draft: true}\n---\n")]
    [InlineData(Dialect.Eleventy, "content/z/z.json", "{\"draft\": true}")]
    [InlineData(Dialect.Eleventy, "content/z/b.11tydata.json", "{\"draft\": true}")]
    public void Values_are_found_however_many_files_lie_before_them(Dialect dialect, string path, string text)
    {
        foreach (var other in Enumerable.Range(0, 20))
            _site.Write($"content/a/{other}.md", "x");
        _site.Write(path, text);
        _site.Write("content/z/b.md", "x");
        _site.Write("content/node_modules/z/_index.md", text);

        foreach (var bound in (int[])[1, 4, 10, 100])
        {
            var outline = FolderOutline.Read(_site.Folder, bound);
            var given = SiteDefaults.Read(dialect, new SiteConfiguration { Place = SitePlace.Of(_site.Folder) }, outline);

            Assert.Equal(path, Assert.Single(given.Find("content/z/b.md")).Origin);
        }
    }

    [Theory]
    [InlineData("+++\ntitle = \n[cascade]\ndraft = true\n+++\n", "blog/b.md", "TOML_SYNTAX SITE_CONFIG_UNREADABLE")]
    [InlineData("+++\ntitle = \n+++\n", "", "TOML_SYNTAX")]
    [InlineData("---\ntitle: T\ncascade: {draft: true}\n", "blog/b.md", "UNCLOSED SITE_CONFIG_UNREADABLE")]
    public async Task What_a_section_of_Hugo_that_cannot_be_read_may_hide_is_a_draft_until_it_is_mended(string index, string drafts, string findings)
    {
        _site.Write("hugo.toml", "");
        _site.Write("content/a.md", "---\ntitle: T\n---\n");
        _site.Write("content/blog/_index.md", index);
        _site.Write("content/blog/b.md", "---\ntitle: T\n---\n");
        _site.Write("content/blog/own.md", "---\ntitle: T\ndraft: false\n---\n");

        var report = await _site.ImportAsync();
        Assert.Equal(drafts, await DraftsAsync());
        Assert.Equal(findings.Split(' ').Order(), report.Diagnostics.Select(x => x.Code).Order());
        Assert.All(report.Diagnostics, x => Assert.Equal("content/blog/_index.md", x.Path));

        _site.Write("content/blog/_index.md", "---\ntitle: T\n---\n");
        await _site.ImportAsync();
        Assert.Equal("", await DraftsAsync());
    }

    private Task<string> DraftsAsync() => _site.QueryAsync("select substr(file_path, 9) from article where draft order by file_path collate \"C\"");

    [Fact]
    public async Task A_section_whose_index_is_a_link_within_the_folder_has_its_cascade()
    {
        _site.Write("hugo.toml", "");
        _site.Write("content/drafts.md", "---\ntitle: T\ncascade: {draft: true}\n---\n");
        _site.Write("content/blog/b.md", "---\ntitle: T\n---\n");
        File.CreateSymbolicLink(_site["content/blog/_index.md"], _site["content/drafts.md"]);
        await _site.ImportAsync();

        Assert.Equal("blog/b.md", await DraftsAsync());
    }

    [Theory]
    [InlineData("home", "_index.md")]
    [InlineData("section", "blog/_index.md")]
    [InlineData("page", "blog/b.md")]
    [InlineData("{home,page}", "_index.md blog/b.md")]
    public async Task A_cascade_of_Hugo_is_for_the_kinds_that_it_names(string kind, string drafts)
    {
        _site.Write("hugo.toml", $"[[cascade]]\ndraft = true\n[cascade.target]\nkind = '{kind}'\n");
        foreach (var path in (string[])["_index.md", "blog/_index.md", "blog/b.md"])
            _site.Write($"content/{path}", "---\ntitle: T\n---\n");
        await _site.ImportAsync();

        Assert.Equal(drafts.Replace(' ', '\n'), await DraftsAsync());
    }

    [Theory]
    [InlineData("permalink: false", "a.md shown.md", "")]
    [InlineData("permalink: !1", "a.md shown.md", "")]
    [InlineData("permalink: () => false", "a.md", "1")]
    [InlineData("permalink: data => data.old ? false : data.permalink", "a.md", "1")]
    [InlineData("permalink(data) { return false; }", "a.md", "1")]
    [InlineData("permalink: process.env.WHERE", "a.md", "1")]
    [InlineData("permalink", "a.md", "1")]
    [InlineData("permalink: data => data.draft ? false : data.permalink", "", "")]
    [InlineData("permalink: data => `/x/${data.title}/`", "", "")]
    [InlineData("permalink: `/x/${year}/`", "", "")]
    [InlineData("permalink: '/x/{{ page.fileSlug }}/'", "", "")]
    [InlineData("draft: process.env.NODE_ENV === 'production'", "a.md", "1")]
    [InlineData("eleventyComputed: { permalink: () => false }", "a.md", "1")]
    [InlineData("eleventyComputed: { permalink: false }", "a.md shown.md", "")]
    [InlineData("permalink: (data) => slugify(data.title, { lower: false })", "", "")]
    [InlineData("permalink: d => d.slug !== undefined ? d.slug : '/x/'", "", "")]
    [InlineData("permalink: data => !data.slug ? '/a/' : data.slug", "", "")]
    [InlineData("permalink: data => data?.slug || '/x/'", "", "")]
    [InlineData("permalink: data => !data.draft && '/x/'", "", "")]
    [InlineData("permalink(data) { if (data.draft) { return false; } return '/x/'; }", "", "")]
    [InlineData("permalink: data => data.draft || data.private ? false : '/x/'", "a.md", "1")]
    [InlineData("permalink: data => data.draft ? false : (data.old ? '/x/' : false)", "a.md", "1")]
    [InlineData("permalink: d => isPublic(d) && '/x/'", "a.md", "1")]
    [InlineData("permalink(data) { let to = false; if (data.shown) to = '/x/'; return to; }", "a.md", "1")]
    public async Task What_a_script_of_Eleventy_may_hide_is_a_draft(string value, string drafts, string warnings)
    {
        _site.Write("eleventy.config.js", "");
        _site.Write("content/content.11tydata.js", $"const permalink = makeOne();\nmodule.exports = {{ layout: 'post', {value} }};");
        _site.Write("content/a.md", "---\ntitle: T\n---\n");
        _site.Write("content/shown.md", "---\ntitle: S\ndraft: false\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal(drafts.Replace(' ', '\n'), await DraftsAsync());
        Assert.Equal(warnings, string.Join(' ', report.Diagnostics.Where(x => x.Code == "SITE_CONFIG_UNREADABLE").Select(x => x.Line)));
    }
}
