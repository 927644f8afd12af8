using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>What importing said about files, as the database keeps it.</summary>
public sealed class DiagnosticTests : IAsyncLifetime
{
    private const string Sql = "select path, position, code, severity, line, column_number, snippet from diagnostic order by path, position";

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_an_earlier_run_found_is_told_as_long_as_the_file_is_the_same()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\ndate: 2017-02-30\n---\n");
        site.Write("b.md", "---\ntitle: B\n---\n");
        var first = await site.ImportAsync();

        var second = await site.ImportAsync();
        site.Write("a.md", "---\ntitle: A\ndate: 2017-02-28\n---\n");
        var third = await site.ImportAsync();

        Assert.Equal(["BAD_DATE"], first.Diagnostics.Select(x => x.Code));
        Assert.Equal((first.Diagnostics.Single(), 0), (second.Diagnostics.Single(), second.NewDiagnostics.Count));
        Assert.Empty(third.Diagnostics);
    }

    [Fact]
    public async Task A_person_who_is_an_article_too_keeps_both_kinds_of_findings()
    {
        await using var site = await Site.CreateAsync();
        site.Write("hugo.toml", "");
        site.Write("content/a.md", "---\ntitle: A\nauthor: lin\n---\n");
        site.Write("content/authors/lin/_index.md", "---\ntitle: Lin\ndate: 2017-02-30\navatar: nowhere.png\n---\n");
        await site.ImportAsync();
        const string Stored = "select code from diagnostic where path = 'content/authors/lin/_index.md' order by code";
        var before = await site.QueryAsync(Stored);

        await site.ImportAsync();

        Assert.Equal("BAD_DATE\nMISSING_IMAGE", before);
        Assert.Equal(before, await site.QueryAsync(Stored));
    }

    [Fact]
    public async Task Findings_are_kept_with_their_place_and_their_line_also_of_files_that_are_not_imported()
    {
        _site.Write("bad.md", "---\ntitle: [Open\n---\n");
        _site.Write("warn.md", "---\r\ndate: 2017-02-30\r\ndraft: perhaps\r\n---\r\n\r\nText");
        _site.Write("unclosed.md", "---\ntitle: A\n");
        await _site.ImportAsync();

        Assert.Equal(
            """
            unclosed.md|0|UNCLOSED|ERROR|1|1|
            warn.md|0|NO_TITLE|WARNING|1|1|
            warn.md|1|BAD_DATE|WARNING|2|7|date: 2017-02-30
            warn.md|2|BAD_BOOLEAN|WARNING|3|8|draft: perhaps
            """,
            string.Join('\n', (await _site.QueryAsync(Sql)).Split('\n').Where(line => !line.StartsWith("bad.md", StringComparison.Ordinal))));
        Assert.StartsWith("bad.md|0|", await _site.QueryAsync(Sql), StringComparison.Ordinal);
        Assert.Equal("Write true or false.", await _site.QueryAsync("select hint from diagnostic where code = 'BAD_BOOLEAN'"));
        Assert.Equal("t", await _site.QueryAsync("select bool_and(import_run_id = (select id from import_run) and source_id = (select id from source) and length(message) > 10) from diagnostic"));
    }

    [Fact]
    public async Task Findings_hold_until_their_file_is_read_again()
    {
        _site.Write("a.md", "---\ntitle: A\ndate: soon\n---\n");
        _site.Write("b.md", "---\ntitle: B\ndate: late\n---\n");
        await _site.ImportAsync();
        const string Runs = "select path, (select count(*) from import_run r where r.id <= d.import_run_id) from diagnostic d order by path";

        _site.Write("b.md", "---\ntitle: B\n\ndate: later\n---\n");
        await _site.ImportAsync();
        Assert.Equal("a.md|1\nb.md|2", await _site.QueryAsync(Runs));
        Assert.Equal("3\n4", await _site.QueryAsync("select line from diagnostic order by path"));

        _site.Write("a.md", "---\ntitle: A\ndate: 2026-01-02\n---\n");
        await _site.ImportAsync();
        Assert.Equal("b.md|2", await _site.QueryAsync(Runs));
    }

    [Fact]
    public async Task Findings_go_with_their_file()
    {
        foreach (var name in (string[])["a", "b", "c", "d"])
            _site.Write($"{name}.md", $"---\ntitle: {name}\ndate: soon\n---\n");
        _site.Write("failing.md", "---\ntitle: A\n");
        await _site.ImportAsync();

        _site.Delete("a.md");
        _site.Delete("failing.md");
        _site.Move("b.md", "moved.md");
        await _site.ImportAsync();
        Assert.Equal("a.md\nc.md\nd.md\nmoved.md", await _site.QueryAsync("select path from diagnostic order by path"));

        await _site.ImportAsync(o => o with { Prune = true });
        Assert.Equal("c.md\nd.md\nmoved.md", await _site.QueryAsync("select path from diagnostic order by path"));
    }

    [Fact]
    public async Task A_run_that_changes_findings_alone_is_no_new_version()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n");
        _site.Write("failing.md", "---\ntitle: A\n");
        await _site.ImportAsync();

        _site.Write("failing.md", "\n\n---\ntitle: A\n");
        Assert.Equal("unchanged 1 failed 1", (await _site.ImportAsync()).Counts());
        _site.Delete("failing.md");
        File.CreateSymbolicLink(_site["x.md"], "/nowhere");
        await _site.ImportAsync();

        Assert.Equal(1, await _site.VersionAsync());
        Assert.Equal("LINK_IGNORED|x.md|3", await _site.QueryAsync("select code, path, (select count(*) from import_run) from diagnostic"));
    }

    [Fact]
    public async Task A_run_that_is_refused_leaves_the_findings_as_they_were()
    {
        _site.Write("a.md", "---\ntitle: A\ndate: soon\n---\n");
        await _site.ImportAsync();
        var before = await _site.QueryAsync(Sql);
        _site.Delete("a.md");
        _site.Write("b.md", "---\ntitle: B\ndate: late\n---\n");

        await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync(o => o with { Prune = true }));
        Assert.Equal(before, await _site.QueryAsync(Sql));
    }

    [Fact]
    public async Task A_long_line_is_cut_and_what_cannot_be_stored_is_left_out()
    {
        _site.Write("a.md", $"---\ntitle: A\ndate: {new string('x', 233)}\U0001F600{new string('y', 1000)}\n---\n");
        _site.Write("b.md", "---\ntitle: B\ndate: a\0b\n---\n");
        await _site.ImportAsync();

        Assert.Equal($"date: {new string('x', 233)}…", await _site.QueryAsync("select snippet from diagnostic where path = 'a.md'"));
        Assert.Equal("date: ab", await _site.QueryAsync("select distinct snippet from diagnostic where path = 'b.md' and code = 'BAD_DATE'"));
    }
}
