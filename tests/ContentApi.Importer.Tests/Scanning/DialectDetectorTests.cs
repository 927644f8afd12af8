using ContentApi.Importer.Scanning;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Scanning;

/// <summary>By which tool's rules a folder was written, and how that is known.</summary>
public sealed class DialectDetectorTests : IDisposable
{
    private const string Nothing = "Generic: nothing in it belongs to one generator";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("_config.yml", "title: T\nsource_dir: source\n", "Hexo: _config.yml has Hexo's key source_dir")]
    [InlineData("_config.yml", "title: T\nmarkdown: kramdown\nplugins: [jekyll-feed]\n", "Jekyll: _config.yml has Jekyll's key markdown")]
    [InlineData("_config.toml", "title = 'T'\nbaseurl = '/x'\n", "Jekyll: _config.toml has Jekyll's key baseurl")]
    [InlineData("hugo.toml", "", "Hugo: hugo.toml is Hugo's settings file")]
    [InlineData("hugo.yaml", "a: [", "Hugo: hugo.yaml is Hugo's settings file")]
    [InlineData("config.yaml", "baseURL: https://e.org\n", "Hugo: config.yaml has Hugo's key baseURL")]
    [InlineData("config.toml", "baseurl = 'https://e.org'\n", "Hugo: config.toml has Hugo's key baseURL")]
    [InlineData("config.toml", "base_url = 'https://e.org'\ntitle = 'T'\n", "Zola: config.toml has Zola's key base_url")]
    [InlineData("config.toml", "title = 'T'\ntaxonomies = [{ name = 'tags' }]\n", "Zola: config.toml has Zola's list of taxonomies")]
    [InlineData("config/_default/params.toml", "", "Hugo: config/_default is Hugo's folder of settings")]
    [InlineData("astro.config.mjs", "", "Astro: astro.config.mjs is Astro's settings file")]
    [InlineData("gatsby-config.ts", "", "Gatsby: gatsby-config.ts is Gatsby's settings file")]
    [InlineData(".eleventy.js", "", "Eleventy: .eleventy.js is Eleventy's settings file")]
    [InlineData("docusaurus.config.js", "", "Docusaurus: docusaurus.config.js is Docusaurus's settings file")]
    [InlineData(".obsidian/app.json", "{}", "Obsidian: .obsidian is Obsidian's folder of settings")]
    [InlineData("package.json", """{"dependencies": {"hexo": "^7.0.0"}}""", "Hexo: package.json names hexo")]
    [InlineData("package.json", """{"hexo": {"version": "7.0.0"}}""", "Hexo: package.json names hexo")]
    [InlineData("package.json", """{"devDependencies": {"@11ty/eleventy": "^3"}}""", "Eleventy: package.json names @11ty/eleventy")]
    [InlineData("website/docusaurus.config.js", "", "Docusaurus: website/docusaurus.config.js is Docusaurus's settings file")]
    public void Settings_files_tell_the_tool(string path, string text, string expected) => AssertDetects(path, text, expected);

    [Theory]
    [InlineData("source/_posts/a.md", "x", "Hexo: it has a folder source/_posts")]
    [InlineData("source/_posts/2020-01-02-a.md", "x", "Hexo: it has a folder source/_posts")]
    [InlineData("scaffolds/post.md", "x", "Hexo: it has a folder scaffolds")]
    [InlineData("_posts/2020-01-02-a.md", "x", "Jekyll: _posts holds files named by date, as Jekyll's posts are")]
    [InlineData("site/source/_posts/2020-01-02-a.md", "x", "Jekyll: site/source/_posts holds files named by date, as Jekyll's posts are")]
    [InlineData("archetypes/default.md", "x", "Hugo: it has a folder archetypes")]
    [InlineData("src/content.config.ts", "x", "Astro: src/content.config.ts is Astro's")]
    [InlineData("src/pages/index.astro", "x", "Astro: src/pages/index.astro is Astro's")]
    [InlineData("gatsby-node.js", "x", "Gatsby: gatsby-node.js is Gatsby's")]
    [InlineData("posts/posts.11tydata.json", "{}", "Eleventy: posts/posts.11tydata.json is Eleventy's")]
    [InlineData("sidebars.js", "x", "Docusaurus: sidebars.js is Docusaurus's")]
    [InlineData("docs/intro/_category_.json", "{}", "Docusaurus: docs/intro/_category_.json is Docusaurus's")]
    public void Names_of_folders_and_files_tell_the_tool(string path, string text, string expected) => AssertDetects(path, text, expected);

    [Theory]
    [InlineData("a.md", "+++\ntitle = 'T'\n+++\n", "Hugo: 1 of 1 files have TOML front matter, as Hugo's do")]
    [InlineData("a.md", "+++\ntitle = 'T'\n[taxonomies]\ntags = ['a']\n+++\n", "Zola: 1 of 1 files have TOML front matter with [taxonomies], as Zola's do")]
    [InlineData("a.md", "+++\ntitle = 'T'\npath = 'x'\n+++\n", "Zola: 1 of 1 files have TOML front matter with the key path, as Zola's do")]
    [InlineData("blog/_index.md", "---\ntitle: T\n---\n", "Hugo: 1 of 1 files have the name _index.md, as Hugo's sections have")]
    [InlineData("a.md", "---\npubDate: 2020-01-02\nheroImage: a.png\n---\n", "Astro: 1 of 1 files have Astro's key heroImage")]
    [InlineData("a.md", "---\ntemplateKey: post\n---\n", "Gatsby: 1 of 1 files have Gatsby's key templateKey")]
    [InlineData("a.md", "---\neleventyNavigation: {key: A}\n---\n", "Eleventy: 1 of 1 files have Eleventy's key eleventyNavigation")]
    [InlineData("a.md", "---\nsidebar_position: 1\n---\n", "Docusaurus: 1 of 1 files have Docusaurus's key sidebar_position")]
    public void Habits_of_the_files_tell_the_tool(string path, string text, string expected) => AssertDetects(path, text, expected);

    [Theory]
    [InlineData("README.md", "[[x]]")]
    [InlineData("_posts/a.md", "x")]
    [InlineData("_config.yml/a.md", "x")]
    [InlineData("package.json", """{"dependencies": {"left-pad": "1"}}""")]
    [InlineData("package.json", "[1, {")]
    [InlineData("config.yaml", "title: T\n")]
    [InlineData("config.toml", "[server]\nport = 1\n")]
    [InlineData("a.md", "---\ntitle: T\ndate: 2020-01-02\ncategories: [a, b]\n---\n`[[x]]`")]
    [InlineData("a.md", "if [[ -f x ]]; then\n")]
    [InlineData("a.md", "See [[Other note]] and ![[pic.png]].\n")]
    [InlineData("a.md", "---\nlastmod: 2020-01-02\ncategories:\n- [A, B]\n- [A, C]\n---\n")]
    [InlineData("deep/er/still/hugo.toml", "")]
    public void Near_misses_tell_nothing(string path, string text) => AssertDetects(path, text, Nothing);

    [Theory]
    [InlineData("title: T\n")]
    [InlineData("a: {source_dir: x}\n")]
    [InlineData("a: [\n")]
    public void A_lone_file_that_two_tools_have_tells_neither(string text) =>
        AssertDetects("_config.yml", text, "Generic: _config.yml may be Hexo's or Jekyll's, and nothing tells which");

    [Fact]
    public void A_shared_name_is_told_by_the_posts()
    {
        Write("_config.yml", "title: T\n");
        Write("_posts/2020-01-02-a.md", "x");

        Assert.Equal("Jekyll: _posts holds files named by date, as Jekyll's posts are", Detect(_folder.Path));
    }

    [Fact]
    public void Where_evidence_conflicts_both_sides_are_told()
    {
        Write("_config.yml", "source_dir: source\n");
        Write("source/_posts/a.md", "x");
        Write("package.json", """{"dependencies": {"gatsby": "5"}}""");

        Assert.Equal("Hexo: _config.yml has Hexo's key source_dir, which weighs more than that package.json names gatsby", Detect(_folder.Path));
    }

    [Fact]
    public void A_site_that_is_written_with_Obsidian_stays_its_tools()
    {
        Write("hugo.toml", "");
        Write(".obsidian/app.json", "{}");
        for (var i = 0; i < 5; i++)
            Write($"content/{i}.md", "[[a]]");

        Assert.StartsWith("Hugo: hugo.toml is Hugo's settings file", Detect(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_habit_of_few_files_tells_nothing()
    {
        for (var i = 0; i < 9; i++)
            Write($"{i}.md", "---\ntitle: T\n---\n");
        Write("z.md", "+++\ntitle = 'T'\n+++\n");

        Assert.Equal(Nothing, Detect(_folder.Path));
    }

    [Fact]
    public void Notes_that_link_each_other_are_Obsidians()
    {
        for (var i = 0; i < 3; i++)
            Write($"{i}.md", "See [[Other note]] and ![[pic.png]].\n");

        Assert.Equal("Obsidian: 3 of 3 files have links in double brackets, as Obsidian's notes have", Detect(_folder.Path));
    }

    [Fact]
    public void The_sample_is_spread_over_all_files()
    {
        for (var i = 0; i < 60; i++)
        {
            Write($"a/{i}.md", "---\ntitle: T\n---\n");
            Write($"b/{i}.md", "+++\ntitle = 'T'\n+++\n");
        }

        Assert.Equal("Hugo: 25 of 50 files have TOML front matter, as Hugo's do", Detect(_folder.Path));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("source/_posts")]
    public void A_part_of_a_Hexo_site_is_known_by_its_name(string folder)
    {
        Write("source/_posts/a.md", "x");

        Assert.Equal("Hexo: it is a folder source with _posts", Detect(_folder[folder]));
    }

    [Theory]
    [InlineData("hugo.toml", "", "content", "Hugo: ../hugo.toml is Hugo's settings file")]
    [InlineData("hugo.toml", "", "content/blog/2020", "Hugo: ../../../hugo.toml is Hugo's settings file")]
    [InlineData("hugo.toml", "contentDir = 'texts'", "texts", "Hugo: ../hugo.toml is Hugo's settings file")]
    [InlineData("_config.yml", "baseurl: /x", "_posts", "Jekyll: ../_config.yml has Jekyll's key baseurl")]
    [InlineData("astro.config.mjs", "", "src/content/blog", "Astro: ../../../astro.config.mjs is Astro's settings file")]
    [InlineData("docusaurus.config.js", "", "docs", "Docusaurus: ../docusaurus.config.js is Docusaurus's settings file")]
    [InlineData("hugo.toml", "", "notes", Nothing)]
    [InlineData("hugo.toml", "", "content/a/b/c", Nothing)]
    [InlineData("astro.config.mjs", "", "docs", Nothing)]
    public void Settings_above_count_when_their_tool_reads_the_folder(string name, string text, string folder, string expected)
    {
        Write(name, text);
        Write($"{folder}/a.md", "x");

        Assert.Equal(expected, Detect(_folder[folder]));
    }

    [Fact]
    public void Nothing_above_a_repository_counts()
    {
        Write("hugo.toml", "");
        Write("content/a.md", "x");
        Write("content/.git/HEAD", "x");

        Assert.Equal(Nothing, Detect(_folder["content"]));
    }

    [Theory]
    [InlineData("seed", "Hexo: it has a folder source/_posts")]
    [InlineData("hexo-site", "Hexo: it has a folder source/_posts")]
    [InlineData("jekyll", "Jekyll: docs/_posts holds files named by date, as Jekyll's posts are")]
    [InlineData("rust-blog", "Zola: 27 of 50 files have TOML front matter with [extra], as Zola's do")]
    [InlineData("digitalgov", "Hugo: 10 of 50 files have the name _index.md, as Hugo's sections have")]
    [InlineData("golang", Nothing)]
    public void Real_sites_are_known(string folder, string expected) => Assert.Equal(expected, Detect(Path.Combine(RepositoryFiles.Corpus, folder)));

    private void AssertDetects(string path, string text, string expected)
    {
        Write(path, text);

        Assert.Equal(expected, Detect(_folder.Path));
    }

    private static string Detect(string root)
    {
        var found = DialectDetector.Detect(FolderOutline.Read(root));
        return $"{found.Dialect}: {found.Reason}";
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }
}
