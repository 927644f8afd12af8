using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Scanning;

/// <summary>What each tool leaves out of its site.</summary>
public sealed class SiteFilterTests : IDisposable
{
    private const string JekyllSettings = "_config.yml:baseurl: /x\ncollections: [recipes]\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Dialect.Hexo, "", "themes/x/a.md scripts/a.md public/a.md source/_data/a.md source/posts/_hidden.md", "source/_posts/a.md source/_drafts/b.md source/about/index.md")]
    [InlineData(Dialect.Hexo, "_config.yml:skip_render: ['demo/**', _posts/raw.md]\n", "source/demo/a.md source/demo/deep/a.html source/_posts/raw.md", "source/_posts/a.md source/about/demo/index.md")]
    [InlineData(Dialect.Hexo, "_config.yml:skip_render: '*.html'\npost_asset_folder: true\n", "source/a.html source/_posts/a/demo.html source/_drafts/b.htm", "source/_posts/a.md source/_posts/a/more.md source/about/b.html")]
    [InlineData(Dialect.Hugo, "", "layouts/a.html resources/a.md i18n/a.md assets/a.md static/a.html data/a.md archetypes/a.md public/a.html", "content/a.md content/layouts/a.md content/data/a.md")]
    [InlineData(Dialect.Jekyll, "", "_site/a.html vendor/a.md _sass/a.md _plugins/a.md _data/a.md _includes/a.html _layouts/a.html", "_posts/a.md _docs/a.md a.html pages/vendor/a.md")]
    [InlineData(Dialect.Jekyll, JekyllSettings, "_other/a.md _hidden.md pages/_hidden.md", "_posts/a.md _recipes/a.md _recipes/deep/_a.md _drafts/a.md blog/_posts/a.md a.md")]
    [InlineData(Dialect.Jekyll, "_config.yml:baseurl: /x\nexclude: [private, '*.tmp.md', docs/*.html]\ninclude: [_more, _page.md]\n", "private/a.md private/deep/a.md a.tmp.md deep/a.tmp.md docs/a.html _other/a.md", "privately/a.md docs/a.md _more/a.md _page.md a.html")]
    [InlineData(Dialect.Jekyll, "site/_config.yml:baseurl: /x\n", "site/_site/a.md site/_other/a.md", "site/_posts/a.md _other/a.md")]
    [InlineData(Dialect.Zola, "", "templates/a.html sass/a.md public/a.html static/a.html", "content/a.md content/templates/a.md")]
    [InlineData(Dialect.Zola, "", "content/a.html content/b.markdown content/c.mdx", "content/post/index.md content/post/notes.md")]
    [InlineData(Dialect.Zola, "config.toml:base_url = 'https://e.org'\nignored_content = ['*.tmp.md', 'secret/*']\n", "content/a.tmp.md content/deep/a.tmp.md content/secret/a.md", "content/a.md content/secretly/a.md")]
    [InlineData(Dialect.Astro, "", "src/pages/_a.md src/content/blog/_draft/a.md src/components/a.mdx src/layouts/a.md dist/a.html public/a.html", "src/pages/a.md src/content/blog/a_b.md")]
    [InlineData(Dialect.Gatsby, "", "public/a.html static/a.html src/templates/a.mdx", "content/a/index.md src/pages/a.mdx")]
    [InlineData(Dialect.Eleventy, "", "_site/a.html _includes/a.html src/_includes/a.md _data/a.md", "posts/a.md src/a.md")]
    [InlineData(Dialect.Eleventy, ".eleventy.js:module.exports = { dir: { input: 'src', output: 'out' } }", "out/a.html", "src/a.md")]
    [InlineData(Dialect.Eleventy, ".eleventy.js:module.exports = (c) => { c.ignores.add('drafts/**'); c.ignores.add('./a.md'); return { dir: { input: 'src' } } }", "drafts/b/c.md a.md", "src/a.md src/drafts/a.md")]
    [InlineData(Dialect.Docusaurus, "", "build/a.html versioned_sidebars/a.md static/a.html docs/_a.md docs/_partials/a.mdx src/components/a.mdx", "docs/a.md blog/a.md src/pages/a.md versioned_docs/version-1/a.md docs/build/a.md")]
    [InlineData(Dialect.Docusaurus, "docusaurus.config.js:module.exports = { presets: [['classic', { docs: { exclude: ['**/*.draft.md'] } }]] }", "README.md packages/README.md docs/a.draft.md docs/b/c.draft.md", "docs/README.md docs/guides/readme.mdx docs/LICENSE.md blog/a/README.md versioned_docs/version-1/README.md i18n/fr/docusaurus-plugin-content-docs/current/README.md")]
    [InlineData(Dialect.Docusaurus, "web/docusaurus.config.js:module.exports = { presets: [['classic', { docs: { path: '../docs' }, blog: false }]] }", "README.md web/README.md other/README.md docs/_part.md docs/_parts/a.md web/_a.md", "docs/README.md docs/guides/README.md web/src/pages/a.md")]
    [InlineData(Dialect.Hexo, "_config.yml:source_dir: blog\n", "blog/_discarded/s.md blog/_hidden.md", "blog/_posts/a.md blog/_drafts/b.md blog/about/index.md")]
    [InlineData(Dialect.Hexo, "_config.yml:source_dir: _src\n", "_src/_hidden.md", "_src/_posts/a.md _src/about/index.md")]
    [InlineData(Dialect.Astro, "astro.config.mjs:export default { srcDir: './app' }", "app/pages/_secret.md app/content/blog/_secret.md app/content/_old/a.md", "app/pages/a.md app/content/blog/a.md")]
    [InlineData(Dialect.Astro, "astro.config.mjs:export default { srcDir: '.' }", "pages/_secret.md content/blog/_secret.md", "pages/a.md content/blog/a.md")]
    [InlineData(Dialect.Docusaurus, "web/docusaurus.config.js:module.exports = { presets: [['classic', { docs: { path: path.join(__dirname, '..', 'docs'), exclude: ['**/hide.md'] }, blog: false }]] }", "docs/hide.md docs/deep/hide.md web/i18n/fr/docusaurus-plugin-content-docs/current/hide.md", "docs/a.md web/docs/hide.md")]
    [InlineData(Dialect.Docusaurus, "docusaurus.config.js:module.exports = { presets: [['classic', { docs: { path: '.', exclude: ['**/hide.md'] }, blog: false }]] }", "hide.md deep/hide.md", "deep/a.md")]
    [InlineData(Dialect.Obsidian, ".obsidian/app.json:{\"userIgnoreFilters\": [\"private/\"]}", "private/a.md .obsidian/a.md .trash/a.md", "a.md notes/private/a.md")]
    [InlineData(Dialect.Hugo, "hugo.toml:", "CHANGELOG.md docs/dev.md a.html", "content/a.md content/docs/a.md")]
    [InlineData(Dialect.Hugo, "hugo.toml:contentDir = 'texts'\n[languages.de]\ncontentDir = 'a/german'", "content/a.md a/b.md a/germans/a.md", "texts/a.md a/german/a.md")]
    [InlineData(Dialect.Hugo, "hugo.toml:[[module.mounts]]\nsource = 'docs'\ntarget = 'content/docs'", "layouts/a.md", "CHANGELOG.md content/a.md docs/dev.md")]
    [InlineData(Dialect.Hugo, "config/_default/module.toml:[[mounts]]\nsource = 'docs'\ntarget = 'content/docs'", "layouts/a.md", "content/a.md docs/dev.md")]
    [InlineData(Dialect.Hugo, "hugo.toml:title =", "layouts/a.md", "content/a.md docs/dev.md")]
    [InlineData(Dialect.Hugo, "hugo.toml:contentDir = '../text'", "layouts/a.md", "content/a.md posts/b.md")]
    [InlineData(Dialect.Hugo, "hugo.toml:", "layouts/a.md", "CHANGELOG.md docs/dev.md")]
    [InlineData(Dialect.Generic, "hugo.toml:", "archetypes/a.md", "CHANGELOG.md content/a.md docs/dev.md")]
    [InlineData(Dialect.Hexo, "_config.yml:title: T\npermalink: :title/", "CHANGELOG.md docs/dev.md", "source/_posts/a.md source/about/index.md")]
    [InlineData(Dialect.Zola, "config.toml:base_url = 'https://e.org'", "CHANGELOG.md docs/dev.md", "content/a.md")]
    [InlineData(Dialect.Eleventy, ".eleventy.js:module.exports = (c) => { if (process.env.X) c.setInputDirectory('preview'); }", "_includes/a.md", "CHANGELOG.md posts/b.md preview/c.md")]
    [InlineData(Dialect.Eleventy, ".eleventy.js:module.exports = { dir: { output: 'out' } }", "out/a.md", "CHANGELOG.md posts/b.md")]
    [InlineData(Dialect.Docusaurus, "docusaurus.config.js:module.exports = {}", "CHANGELOG.md", "docs/a.md src/pages/a.md")]
    [InlineData(Dialect.Docusaurus, "docusaurus.config.js:module.exports = { presets: [['classic', { blog: false }]], plugins: [['@docusaurus/plugin-content-docs', { id: 'c', path: 'community' }], [require.resolve('x'), { path: 'more' }]] }", "CHANGELOG.md static/a.md", "docs/a.md src/pages/a.md community/a.md more/a.md other/a.md c_versioned_docs/version-1/a.md i18n/fr/docusaurus-plugin-content-docs/current/a.md")]
    [InlineData(Dialect.Docusaurus, "docusaurus.config.js:module.exports = { plugins: [['@docusaurus/plugin-content-docs', { id: 'c', path: where() }]] }", "CHANGELOG.md", "docs/a.md somewhere/a.md")]
    [InlineData(Dialect.Astro, "astro.config.mjs:export default {}", "dist/a.md", "one.md src/content/blog/a.md blog/a.md")]
    [InlineData(Dialect.Gatsby, "gatsby-config.js:module.exports = { plugins: [{ resolve: 'gatsby-source-filesystem', options: { path: 'blog' } }, { resolve: 'gatsby-theme-blog', options: { contentPath: 'posts' } }] }", "public/a.md", "blog/a.md posts/a.md src/pages/a.md")]
    [InlineData(Dialect.Hugo, "site/hugo.toml:", "site/layouts/a.md", "CHANGELOG.md site/content/a.md site/docs/a.md")]
    [InlineData(Dialect.Obsidian, ".obsidian/templates.json:{\"folder\": \"my templates\"}", "my templates/a.md", "a.md")]
    public void A_tool_reads_its_content_and_nothing_else(Dialect dialect, string configuration, string leftOut, string kept)
    {
        if (configuration.Length > 0)
            Write(configuration.Split(':', 2)[0], configuration.Split(':', 2)[1]);
        if (dialect == Dialect.Obsidian)
            Write(".obsidian/app.json", configuration.StartsWith(".obsidian/app.json", StringComparison.Ordinal) ? configuration.Split(':', 2)[1] : "{}");
        foreach (var file in Split(leftOut).Concat(Split(kept)))
            Write(file, "x");

        Assert.Equal(Split(kept).Order(StringComparer.Ordinal), Scan(dialect).Articles.Select(x => x.Path));
    }

    [Theory]
    [InlineData(Dialect.Hugo, "static/a.png")]
    [InlineData(Dialect.Hugo, "assets/a.png")]
    [InlineData(Dialect.Jekyll, "_site/a.png")]
    [InlineData(Dialect.Astro, "public/a.png")]
    [InlineData(Dialect.Astro, "src/assets/a.png")]
    [InlineData(Dialect.Docusaurus, "static/a.png")]
    public void Pictures_are_found_where_a_tool_serves_them_from(Dialect dialect, string path)
    {
        Write(path, "x");

        Assert.Equal([path], Scan(dialect).Images.Keys);
    }

    [Fact]
    public void Files_of_a_bundle_are_no_pages_and_each_is_told()
    {
        foreach (var file in Split("content/index.md content/a.md content/post/index.md content/post/index.de.md content/post/notes.md content/post/deep/more.md content/post/deep/index.md content/posts/_index.md content/posts/b.md"))
            Write(file, "x");

        var scan = Scan(Dialect.Hugo);

        Assert.Equal(Split("content/a.md content/index.md content/post/index.de.md content/post/index.md content/posts/_index.md content/posts/b.md"), scan.Articles.Select(x => x.Path));
        Assert.Equal(Split("content/post/deep/index.md content/post/deep/more.md content/post/notes.md"), scan.Diagnostics.Where(x => x.Code == "BUNDLE_RESOURCE").Select(x => x.Path).Order(StringComparer.Ordinal));
        Assert.Equal(3, scan.BundleFiles);
        Assert.Equal(9, Scan(Dialect.Generic).Articles.Count);
    }

    private static string[] Split(string paths) => paths.Contains("my templates", StringComparison.Ordinal) ? [paths] : paths.Split(' ');

    private FolderScan Scan(Dialect dialect) =>
        FolderScanner.ScanOrRefuse(ImportSettings.Resolve(new ImportOptions { Folder = _folder.Path, ConnectionString = "", Dialect = dialect }), CancellationToken.None);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    [Theory]
    [InlineData(Dialect.Hugo, "resources/a.md data/a.md assets/a.md i18n/a.md layouts/a.md static/a.md")]
    [InlineData(Dialect.Hexo, "scripts/a.md")]
    [InlineData(Dialect.Jekyll, "vendor/a.md")]
    [InlineData(Dialect.Zola, "templates/a.md static/a.md")]
    [InlineData(Dialect.Docusaurus, "build/a.md static/a.md")]
    public void Where_no_site_is_seen_the_folder_is_the_content_and_its_folders_are_sections(Dialect dialect, string files)
    {
        foreach (var file in Split(files))
            Write(file, "x");

        Assert.Equal(Split(files).Order(StringComparer.Ordinal), Scan(dialect).Articles.Select(x => x.Path));
    }

    [Fact]
    public void A_folder_of_the_tool_that_holds_Markdown_is_told_of_once()
    {
        foreach (var file in Split("hugo.toml content/a.md layouts/deep/a.md layouts/b.md data/a.md static/a.html resources/a.html archetypes/default.md public/a.png"))
            Write(file, "");

        Assert.Equal(
            ["FOLDER_LEFT_OUT Info data", "FOLDER_LEFT_OUT Info layouts"],
            Scan(Dialect.Hugo).Diagnostics.Select(x => $"{x.Code} {x.Severity} {x.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_lies_outside_of_the_content_is_told_of_once_for_each_folder_and_its_pictures_are_found()
    {
        Write("hugo.toml", "");
        foreach (var file in Split("content/a.md B.md C.md README.md CONTRIBUTING.md docs/a.md docs/deep/b.md docs/c.png assets/d.png texts/a.html"))
            Write(file, "x");

        var scan = Scan(Dialect.Hugo);

        Assert.Equal(["FOLDER_LEFT_OUT Info B.md", "FOLDER_LEFT_OUT Info docs"], scan.Diagnostics.Select(x => $"{x.Code} {x.Severity} {x.Path}").Order(StringComparer.Ordinal));
        Assert.Equal(["assets/d.png", "docs/c.png"], scan.Images.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_environment_of_Hugo_may_read_any_folder()
    {
        Write("hugo.toml", "");
        Write("config/production/hugo.toml", "contentDir = 'docs'");
        foreach (var file in Split("content/a.md docs/b.md"))
            Write(file, "x");

        Assert.Equal(Split("content/a.md docs/b.md"), Scan(Dialect.Hugo).Articles.Select(x => x.Path));
    }

    [Fact]
    public void Eleventy_leaves_out_what_its_ignore_files_name()
    {
        Write("eleventy.config.js", "export const config = { dir: { input: 'src' } };");
        Write(".eleventyignore", "# a comment\n\n./notes/\nsrc/**/*.wip.md\n!src/kept.md\n");
        Write("src/.eleventyignore", "old.md\n");
        foreach (var file in Split("notes/a.md src/a.wip.md src/b/c.wip.md src/old.md src/kept.md src/b/old.md"))
            Write(file, "x");

        Assert.Equal(["src/b/old.md", "src/kept.md"], Scan(Dialect.Eleventy).Articles.Select(x => x.Path));
    }

    [Fact]
    public void What_a_set_of_Docusaurus_excludes_is_left_out_of_each_version_and_language()
    {
        Write("docusaurus.config.js", "module.exports = { presets: [['classic', { docs: { exclude: ['**/hide.md'] } }]] }");
        Write("versions.json", "[\"1.0\"]");
        foreach (var folder in Split("docs versioned_docs/version-1.0 i18n/fr/docusaurus-plugin-content-docs/version-1.0 blog"))
        {
            Write($"{folder}/hide.md", "x");
            Write($"{folder}/a.md", "x");
        }

        Assert.Equal(Split("blog/a.md blog/hide.md docs/a.md i18n/fr/docusaurus-plugin-content-docs/version-1.0/a.md versioned_docs/version-1.0/a.md"), Scan(Dialect.Docusaurus).Articles.Select(x => x.Path));
    }
}
