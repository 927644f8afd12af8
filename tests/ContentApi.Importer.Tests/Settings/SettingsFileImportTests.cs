using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests.Settings;

/// <summary>contentapi.yaml as part of a run.</summary>
public sealed class SettingsFileImportTests : IAsyncLifetime
{
    private const string SourceSql = "select name, dialect, title, url, default_locale, time_zone from source";

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task It_stands_above_the_tools_own_file_and_below_the_options()
    {
        _site.Write("_config.yml", "title: Theirs\nurl: https://theirs.example.net\nlanguage: fr\ntimezone: Europe/Paris\nsource_dir: source\n");
        _site.Write("source/_posts/a.md", "---\ntitle: A\ndate: 2026-01-02 03:04:05\nauthor: Ada and Bob\n---\n");
        await _site.ImportAsync();
        Assert.Equal("site|HEXO|Theirs|https://theirs.example.net/|fr|Europe/Paris", await _site.QueryAsync(SourceSql));

        _site.Write("contentapi.yaml", "dialect: generic\ntitle: Ours\nsiteUrl: https://ours.example.net\nlocale: de\ntimeZone: Asia/Tokyo\nsplitAuthors: true\n");
        Assert.Equal("updated 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("site|GENERIC|Ours|https://ours.example.net/|de|Asia/Tokyo", await _site.QueryAsync(SourceSql));
        Assert.Equal("Ada, Bob", await _site.QueryAsync("select string_agg(name, ', ' order by name) from author"));

        await _site.ImportAsync(o => o with
        {
            Dialect = Dialect.Hexo, SiteUrl = "https://given.example.net", DefaultLocale = "it", TimeZone = "UTC", SplitAuthors = false,
        });
        Assert.Equal("site|HEXO|Ours|https://given.example.net/|it|UTC", await _site.QueryAsync(SourceSql));
        Assert.Equal("Ada and Bob", await _site.QueryAsync("select name from author"));
    }

    [Fact]
    public async Task What_it_says_of_the_server_is_no_matter_of_an_import()
    {
        _site.Write("a.md", "---\ntitle: A\n---\nA");
        await _site.ImportAsync();
        var before = await _site.QueryAsync("select options_hash from source");

        _site.Write("operations/page.graphql", "query Page { site { title } }");
        _site.Write("contentapi.yaml", "documents: operations\nonlyDocuments: true\n");
        var within = await _site.ImportAsync();
        _site.Write("contentapi.yaml", "documents: ../nowhere\n");
        var missing = await _site.ImportAsync();

        Assert.Equal(("unchanged 1", ""), (within.Counts(), within.Findings()));
        Assert.Equal(("unchanged 1", ""), (missing.Counts(), missing.Findings()));
        Assert.Equal(before, await _site.QueryAsync("select options_hash from source"));
    }

    [Fact]
    public async Task It_names_the_source_unless_an_option_does()
    {
        _site.Write("a.md", "A");
        _site.Write("contentapi.yaml", "source: mine\n");

        Assert.Equal("given", (await _site.ImportAsync(o => o with { SourceName = "given" })).Source);
        await _site.EmptyAsync();
        Assert.Equal("mine", (await _site.ImportAsync()).Source);
    }

    [Theory]
    [InlineData("_config.yml", "title: T\ntimezone: Asia/Shanghai\n", "Asia/Shanghai", "")]
    [InlineData("_config.yml", "title: T\ntimezone: ''\n", "UTC", "")]
    [InlineData("_config.yml", "title: T\ntimezone: Mars/Olympus\n", "UTC", "SITE_CONFIG_UNREADABLE _config.yml:2:11")]
    [InlineData("_config.yml", "title: T\ntimezone: China Standard Time\n", "UTC", "SITE_CONFIG_UNREADABLE _config.yml:2:11")]
    [InlineData("_config.yml", "title: T\ntimezone: localtime\nmarkdown: kramdown\n", "UTC", "SITE_CONFIG_UNREADABLE _config.yml:2:11")]
    [InlineData("_config.yml", "title: T\ntimezone: posix/Asia/Shanghai\n", "UTC", "SITE_CONFIG_UNREADABLE _config.yml:2:11")]
    [InlineData("hugo.toml", "timeZone = 'Mars/Olympus'\n", "UTC", "SITE_CONFIG_UNREADABLE hugo.toml:1:12")]
    public async Task A_time_zone_of_the_tools_own_file_counts_when_it_is_an_IANA_name_and_is_told_of_else(string file, string text, string counts, string findings)
    {
        _site.Write(file, text);
        _site.Write("content/a.md", "---\ntitle: A\n---\nA");

        var report = await _site.ImportAsync();

        Assert.Equal(findings, report.Findings());
        Assert.Equal(counts, await _site.QueryAsync("select time_zone from source"));
    }

    [Theory]
    [InlineData("+08:00", "2021-09-18 15:40:34+00")]
    [InlineData("-03:30", "2021-09-19 03:10:34+00")]
    public async Task A_fixed_offset_is_a_time_zone(string zone, string instant)
    {
        _site.Write("a.md", "---\ntitle: A\ndate: 2021-09-18 23:40:34\n---\nA");

        await _site.ImportAsync(o => o with { TimeZone = zone });

        Assert.Equal($"{zone}|{instant}|{zone}|t", await _site.QueryAsync("select s.time_zone, published_at, source_date_zone, source_date_zone_assumed from article join source s on s.id = source_id"));
    }

    [Fact]
    public async Task A_new_title_alone_is_a_change_but_reads_no_file_again()
    {
        _site.Write("a.md", "A");
        await _site.ImportAsync();

        _site.Write("contentapi.yaml", "title: Ours\n");
        var report = await _site.ImportAsync();

        Assert.Equal(("unchanged 1", 2), (report.Counts(), report.ContentVersion));
        Assert.Equal("Ours", await _site.QueryAsync("select title from source"));
    }

    [Fact]
    public async Task A_mistake_refuses_the_run_and_changes_nothing()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n");
        await _site.ImportAsync();
        var before = await Dump.ReadAsync(_site);

        _site.Write("a.md", "---\ntitle: B\n---\n");
        _site.Write("contentapi.yaml", "title: T\n\ntimezone: Asia/Tokyo\n");
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync());

        Assert.Equal("contentapi.yaml:3:1: there is no setting 'timezone'; did you mean timeZone?", refusal.Message);
        Assert.Equal(before, await Dump.ReadAsync(_site));
    }
}
