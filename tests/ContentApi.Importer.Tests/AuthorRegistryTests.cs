using ContentApi.Importer.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

/// <summary>People whom articles name by a key, and the portraits of authors.</summary>
public sealed class AuthorRegistryTests : IAsyncLifetime
{
    private const string AuthorSql = "select a.name, a.slug, a.url, a.bio, i.file_path from author a left join image i on i.id = a.avatar_id order by a.name";

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("_data/authors.yml")]
    [InlineData("_data/authors.yaml")]
    [InlineData("source/_data/authors.yml")]
    [InlineData("authors.yml")]
    public async Task Keys_become_people_wherever_the_registry_lies(string place)
    {
        _site.Write(place, "jane: {name: Jane Doe, url: 'https://jane.example', avatar: /img/jane.png, bio: Bakes.}\nnobody: {name: No Body, avatar: /img/x.png}\n");
        _site.Write("img/jane.png", "jane");
        _site.Write("img/x.png", "x");
        _site.Write("a.md", "---\ntitle: A\nauthor: JANE\n---\n");
        _site.Write("b.md", "---\ntitle: B\nauthors: [jane doe, joe]\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal("", report.Findings());
        Assert.Equal("Jane Doe|jane-doe|https://jane.example|Bakes.|img/jane.png\njoe|joe|||", await _site.QueryAsync(AuthorSql));
        Assert.Equal("LOCAL|/img/jane.png|4|image/png|t", await _site.QueryAsync("select origin, source_url, byte_size, mime_type, content_hash is not null and url like '/images/%/jane.png' from image"));
        Assert.Equal("0", await _site.QueryAsync("select count(*) from article_image"));
    }

    [Theory]
    [InlineData("hugo.toml", "data/authors.toml", "[jane]\nname = 'Jane Doe'\n")]
    [InlineData("hugo.toml", "data/authors/jane.yml", "name: Jane Doe\n")]
    [InlineData("hugo.toml", "data/authors/x.json", """{"key": "jane", "name": "Jane Doe"}""")]
    [InlineData("hugo.toml", "content/authors/jane/_index.md", "---\ntitle: Jane Doe\nurl: /about-jane/\n---\nBakes.")]
    [InlineData("hugo.toml", "content/authors/jane/index.md", "---\ndisplay_name: Jane Doe\nslug: jane\n---\n")]
    [InlineData("hugo.toml", "content/authors/jane.md", "+++\nname = 'Jane Doe'\n+++\n")]
    [InlineData("docusaurus.config.js", "blog/authors.yml", "jane: {name: Jane Doe, title: Baker, page: true, socials: {x: jane}}\n")]
    [InlineData("astro.config.mjs", "src/content/authors/jane.json", """{"name": "Jane Doe"}""")]
    [InlineData("astro.config.mjs", "src/content/authors/jane.md", "---\nname: Jane Doe\n---\n")]
    [InlineData("gatsby-config.js", "content/authors/jane.yml", "name: Jane Doe\n")]
    [InlineData("gatsby-config.js", "content/authors/authors.yml", "id: jane\nname: Jane Doe\n")]
    [InlineData("eleventy.config.js", "_data/authors.json", """{"jane": {"name": "Jane Doe"}}""")]
    [InlineData("eleventy.config.js", "src/_data/authors/jane.json", """{"name": "Jane Doe"}""")]
    [InlineData("_config.yml:baseurl: /x", "_data/authors/jane.yml", "name: Jane Doe\n")]
    [InlineData("_config.yml:baseurl: /x", "_authors/jd.md", "---\nshort_name: jane\nname: Jane Doe\n---\n")]
    [InlineData("site/hugo.toml", "site/data/authors.yml", "jane: Jane Doe\n")]
    public async Task Every_tool_has_its_own_place_for_authors(string configuration, string place, string text)
    {
        _site.Write(configuration.Split(':', 2)[0], configuration.Contains(':') ? configuration.Split(':', 2)[1] : "");
        _site.Write(place, text);
        var content = place.StartsWith("content/", StringComparison.Ordinal) ? "content/" : place.StartsWith("src/content/", StringComparison.Ordinal) ? "src/content/" : "";
        _site.Write($"{content}a.md", "---\ntitle: A\ndate: 2020-01-02\nauthors: [jane]\n---\nText.");
        await _site.ImportAsync();

        Assert.Equal("Jane Doe||", await _site.QueryAsync("select name, url, bio from author"));
    }

    [Theory]
    [InlineData("content/authors/_index.md", "---\ntitle: All authors\n---\n")]
    [InlineData("content/authors/jane/more/_index.md", "---\ntitle: Jane Doe\n---\n")]
    [InlineData("content/people/jane.md", "---\ntitle: Jane Doe\n---\n")]
    public async Task What_is_no_file_of_a_person_names_nobody(string place, string text)
    {
        _site.Write("hugo.toml", "");
        _site.Write(place, text);
        _site.Write("content/a.md", "---\ntitle: A\nauthors: [authors, jane, _index, more]\n---\n");
        await _site.ImportAsync();

        Assert.Equal("_index\nauthors\njane\nmore", await _site.QueryAsync("select name from author order by name collate \"C\""));
    }

    [Fact]
    public async Task Several_registries_are_one_and_the_first_that_tells_of_a_person_counts()
    {
        _site.Write("hugo.toml", "");
        _site.Write("data/authors.yml", "jane: Jane Doe\n");
        _site.Write("data/authors/jane.yml", "name: Jane Roe\n");
        _site.Write("data/authors/joe.yml", "name: Joe Poe\navatar: joe.png\n");
        _site.Write("data/authors/joe.png", "joe");
        _site.Write("content/authors/kim/_index.md", "---\ntitle: Kim Lee\navatar: none.png\n---\n");
        _site.Write("content/a.md", "---\ntitle: A\nauthors: [jane, joe, kim]\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal("MISSING_IMAGE content/authors/kim/_index.md:1:1\nDUP_AUTHOR data/authors/jane.yml:1:1", report.Findings());
        Assert.Equal("Jane Doe|\nJoe Poe|data/authors/joe.png\nKim Lee|", await _site.QueryAsync("select a.name, i.file_path from author a left join image i on i.id = a.avatar_id order by 1"));
    }

    [Theory]
    [InlineData("content", "hugo.toml", "data/authors.yml", "../data/authors.yml")]
    [InlineData("content/blog", "hugo.toml", "data/authors/jane.yml", "../../data/authors/jane.yml")]
    [InlineData("_posts", "_config.yml", "_data/authors.yml", "../_data/authors.yml")]
    [InlineData("source/_posts", "_config.yml", "source/_data/authors.yml", "../../source/_data/authors.yml")]
    public async Task A_registry_of_the_site_around_the_folder_counts(string folder, string settings, string registry, string shown)
    {
        _site.Write(settings, settings == "hugo.toml" ? "" : folder == "_posts" ? "baseurl: /x\n" : "source_dir: source\n");
        _site.Write(registry, registry.EndsWith("jane.yml", StringComparison.Ordinal) ? "name: Jane Doe\n" : "jane: {name: Jane Doe}\n");
        _site.Write($"{folder}/2020-01-02-a.md", "---\ntitle: A\nauthor: jane\n---\n");

        await _site.ImportAsync(o => o with { Folder = _site[folder] });
        Assert.Equal("Jane Doe", await _site.QueryAsync("select name from author"));

        _site.Write(registry, "[\n");
        var report = await _site.ImportAsync(o => o with { Folder = _site[folder] });
        Assert.Contains(shown, report.Diagnostics.Select(x => x.Path));
    }

    [Fact]
    public async Task Keys_of_a_real_site_become_the_names_of_its_people()
    {
        await _site.ImportAsync(o => o with { Folder = Path.Combine(RepositoryFiles.Corpus, "digitalgov") });

        Assert.Equal("13", await _site.QueryAsync("select count(*) from article where file_path like 'content/authors/%/_index.md' and kind = 'PAGE'"));
        Assert.Equal("0", await _site.QueryAsync("select count(*) from author where name in (select split_part(file_path, '/', 3) from article where file_path like 'content/authors/%')"));
    }

    [Fact]
    public async Task A_portrait_is_looked_for_beside_the_registry_and_then_from_the_root()
    {
        _site.Write("_data/authors.json", """{"a": {"name": "A", "avatar": "faces/a.png"}, "b": {"name": "B", "avatar": "faces/b.png"}, "c": {"name": "C", "avatar": "https://e.org/c.png"}}""");
        _site.Write("_data/faces/a.png", "a");
        _site.Write("faces/a.png", "another");
        _site.Write("faces/b.png", "b");
        _site.Write("deep/down/x.md", "---\ntitle: X\nauthors: [a, b, c]\n---\n");
        await _site.ImportAsync();

        Assert.Equal("A|_data/faces/a.png|LOCAL\nB|faces/b.png|LOCAL\nC||REMOTE", await _site.QueryAsync("select a.name, i.file_path, i.origin from author a join image i on i.id = a.avatar_id order by 1"));
    }

    [Fact]
    public async Task A_changed_registry_reads_the_articles_again()
    {
        _site.Write("authors.yml", "jane: {name: Jane Doe, avatar: jane.png, bio: Bakes.}\n");
        _site.Write("jane.png", "jane");
        _site.Write("a.md", "---\ntitle: A\nauthor: jane\n---\n");
        await _site.ImportAsync();
        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());

        _site.Write("authors.yml", "jane: {name: Jane Roe, bio: Sings.}\n");
        Assert.Equal("updated 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("Jane Roe|jane-roe||Sings.|", await _site.QueryAsync(AuthorSql));
        Assert.Equal("0", await _site.QueryAsync("select count(*) from image"));

        _site.Delete("authors.yml");
        await _site.ImportAsync();
        Assert.Equal("jane|jane|||", await _site.QueryAsync(AuthorSql));
    }

    [Fact]
    public async Task Mail_addresses_and_what_else_is_said_of_authors_are_kept_apart()
    {
        const string Sql = "select name, email, params from author order by name";
        _site.Write("authors.yml", "jane: {name: Jane Doe, email: jane@e.org, password: secret, role: Baker}\n");
        _site.Write("a.md", "---\ntitle: A\nauthor: jane\n---\n");
        _site.Write("b.md", "---\ntitle: B\nauthors: [{name: Jane Doe, email: doe@e.org, team: Bread}, joe]\nextra: {author: {email: joe@e.org}}\n---\n");
        await _site.ImportAsync();
        Assert.Equal("Jane Doe|doe@e.org|{\"role\":\"Baker\"}\njoe||", await _site.QueryAsync(Sql));
        Assert.Equal("0", await _site.QueryAsync("select count(*) from article where params::text like '%@%'"));
        Assert.Equal("0", await _site.QueryAsync("select count(*) from article_author e, author a where concat(e.params, a.params) ~ '@|secret'"));

        _site.Write("authors.yml", "jane: {name: Jane Doe, email: jd@e.org}\n");
        _site.Write("b.md", "---\ntitle: B\n---\n");
        await _site.ImportAsync();
        Assert.Equal("Jane Doe|jd@e.org|", await _site.QueryAsync(Sql));
    }

    [Fact]
    public async Task A_registry_that_cannot_be_read_is_told_at_its_place_and_ends_nothing()
    {
        _site.Write("_data/authors.yml", "jane:\n    name: Jane\n  url: x\n");
        _site.Write("a.md", "---\ntitle: A\nauthor: jane\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal("created 1", report.Counts());
        Assert.Equal("AUTHORS_UNREADABLE _data/authors.yml:3:3", report.Findings());
        Assert.Equal("_data/authors.yml|ERROR|  url: x", await _site.QueryAsync("select path, severity, snippet from diagnostic"));
        Assert.Equal("jane|jane|||", await _site.QueryAsync(AuthorSql));
        Assert.Equal(("unchanged 1", report.Findings()), ((await _site.ImportAsync()).Counts(), (await _site.ImportAsync()).Findings()));

        _site.Write("_data/authors.yml", "jane: Jane Doe\n");
        Assert.Equal("", (await _site.ImportAsync()).Findings());
        Assert.Equal("0|Jane Doe", await _site.QueryAsync("select (select count(*) from diagnostic), name from author"));
    }

    [Fact]
    public async Task A_missing_portrait_is_told_once_and_found_when_it_comes()
    {
        _site.Write("authors.yml", "bob: Bob\njane: {name: Jane, avatar: jane.png}\n");
        foreach (var name in (string[])["a", "b", "c"])
            _site.Write($"posts/{name}.md", $"---\ntitle: {name}\nauthor: jane\n---\n");
        Assert.Equal("MISSING_IMAGE authors.yml:2:1", (await _site.ImportAsync()).Findings());
        Assert.Equal("unchanged 3", (await _site.ImportAsync()).Counts());

        _site.Write("jane.png", "jane");
        var report = await _site.ImportAsync();
        Assert.Equal(("updated 3", ""), (report.Counts(), report.Findings()));
        Assert.Equal("Jane|jane|||jane.png", await _site.QueryAsync(AuthorSql));

        _site.Write("jane.png", "Jane again");
        Assert.Equal(("unchanged 3", 3), ((await _site.ImportAsync()).Counts(), await _site.VersionAsync()));
        Assert.Equal("10", await _site.QueryAsync("select byte_size from image"));
    }

    [Fact]
    public async Task What_an_article_says_about_its_author_wins_and_the_smallest_is_shown()
    {
        _site.Write("authors.yml", "jane: {name: Jane, url: 'https://b.example', avatar: b.png, bio: B.}\n");
        _site.Write("b.png", "b");
        _site.Write("posts/a.png", "a");
        _site.Write("posts/a.md", "---\ntitle: A\nauthor: {name: jane, avatar: a.png, bio: A.}\n---\n");
        _site.Write("posts/b.md", "---\ntitle: B\nauthor: jane\n---\n");
        await _site.ImportAsync();

        Assert.Equal(
            "a.md|https://b.example|A.|posts/a.png\nb.md|https://b.example|B.|b.png",
            await _site.QueryAsync("select replace(a.file_path, 'posts/', ''), e.url, e.bio, i.file_path from article_author e join article a on a.id = e.article_id join image i on i.id = e.avatar_id order by 1"));
        Assert.Equal("Jane|jane|https://b.example|A.|b.png", await _site.QueryAsync(AuthorSql));   // '/b.png' < 'a.png'

        _site.Delete("posts/b.md");
        await _site.ImportAsync(o => o with { Prune = true, ForcePrune = true });
        Assert.Equal("Jane|jane|https://b.example|A.|posts/a.png", await _site.QueryAsync(AuthorSql));
        Assert.Equal("posts/a.png", await _site.QueryAsync("select file_path from image"));
    }

    [Fact]
    public async Task A_portrait_that_is_also_a_picture_stays_as_long_as_either_uses_it()
    {
        _site.Write("me.png", "me");
        _site.Write("a.md", "---\ntitle: A\nauthor: {name: Jane, avatar: me.png}\n---\n![Jane at work](./me.png)\n");
        await _site.ImportAsync();
        Assert.Equal("./me.png|Jane at work", await _site.QueryAsync("select source_url, alt from image"));

        _site.Write("a.md", "---\ntitle: A\nauthor: {name: Jane, avatar: me.png}\n---\n");
        await _site.ImportAsync();
        Assert.Equal("me.png||me.png", await _site.QueryAsync("select source_url, alt, file_path from image"));

        _site.Write("a.md", "---\ntitle: A\nauthor: Jane\n---\n![x](me.png)\n");
        await _site.ImportAsync();
        Assert.Equal("Jane|jane|||", await _site.QueryAsync(AuthorSql));
        Assert.Equal("me.png|x", await _site.QueryAsync("select source_url, alt from image"));

        _site.Write("a.md", "---\ntitle: A\nauthor: Jane\n---\n");
        await _site.ImportAsync();
        Assert.Equal("0", await _site.QueryAsync("select count(*) from image"));
    }

    [Fact]
    public async Task Two_sources_share_a_person_and_the_smallest_of_both_is_shown()
    {
        _site.Write("authors.yml", "jane: {name: Jane, bio: Of the first., avatar: 'https://e.org/b.png'}\n");
        _site.Write("a.md", "---\ntitle: A\nauthor: jane\n---\n");
        await _site.ImportAsync();
        Directory.CreateDirectory(_site.Beside("other"));
        await File.WriteAllTextAsync(Path.Combine(_site.Beside("other"), "authors.yml"), "j: {name: jane, bio: A second.}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_site.Beside("other"), "b.md"), "---\ntitle: B\nauthor: j\n---\n", TestContext.Current.CancellationToken);
        await _site.ImportAsync(o => o with { Folder = _site.Beside("other") });

        Assert.Equal("Jane|A second.|https://e.org/b.png", await _site.QueryAsync("select name, bio, (select url from image where id = avatar_id) from author"));
    }

    [Theory]
    [InlineData("_data/authors.yml", "_data", "jane: {name: Jane Doe}\n")]
    [InlineData("source/_data/authors.yml", "source", "jane: {name: Jane Doe}\n")]
    [InlineData("_data/authors/jane.yml", "_data", "name: Jane Doe\n")]
    public async Task No_registry_is_read_through_a_folder_that_is_a_link(string place, string link, string text)
    {
        var outside = _site.Beside("outside");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(outside, place))!);
        await File.WriteAllTextAsync(Path.Combine(outside, place), text, TestContext.Current.CancellationToken);
        _site.Write("eleventy.config.js", "");
        _site.Write("a.md", "---\ntitle: A\nauthor: jane\n---\n");
        Directory.CreateSymbolicLink(_site[link], Path.Combine(outside, link));
        await _site.ImportAsync();

        Assert.Equal("jane", await _site.QueryAsync("select name from author"));
    }

    [Fact]
    public async Task A_missing_portrait_is_told_of_where_it_stands()
    {
        _site.Write("a.md", "---\ntitle: A\nauthor:\n  name: Ann\n  avatar: {src: ann.png}\n---\n");
        _site.Write("b.md", "---\ntitle: B\nauthor: Bob\nauthorImageURL: bob.png\n---\n");

        Assert.Equal("MISSING_IMAGE a.md:5:17\nMISSING_IMAGE b.md:4:17", (await _site.ImportAsync()).Findings());
    }

    [Fact]
    public async Task An_address_of_the_registry_below_the_root_of_the_site_needs_the_sites_address()
    {
        _site.Write("authors.yml", "jane: {name: Jane, url: /jane}\n");
        _site.Write("a.md", "---\ntitle: A\nauthor: jane\n---\n");

        Assert.Equal("BAD_AUTHOR authors.yml:1:25", (await _site.ImportAsync()).Findings());
        Assert.Equal("", await _site.QueryAsync("select url from author"));
        Assert.Equal("", (await _site.ImportAsync(o => o with { SiteUrl = "https://s.example" })).Findings());
        Assert.Equal("https://s.example/jane", await _site.QueryAsync("select url from author"));
    }
}
