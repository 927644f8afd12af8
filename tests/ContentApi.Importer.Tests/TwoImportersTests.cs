using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>Imports at the same time.</summary>
public sealed class TwoImportersTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_second_importer_of_a_source_is_refused_while_the_first_is_in_the_middle()
    {
        for (var i = 0; i < 20; i++)
            _site.Write($"{i}.md", $"---\ntitle: T{i}\n---\n");
        var ct = TestContext.Current.CancellationToken;
        var options = new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString };
        using var gate = new Gate(10);
        var first = Task.Run(() => new ContentImporter(TimeProvider.System).ImportAsync(options, gate, ct), ct);
        await gate.ReachAsync(first);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync());
        gate.Open();

        Assert.StartsWith($"Another import, plan or rollback of 'site' is running (contentapi import, process {Environment.ProcessId}, ", refused.Message, StringComparison.Ordinal);
        Assert.Equal("created 20", (await first).Counts());
        Assert.Equal("unchanged 20", (await _site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task Sources_that_share_everything_are_imported_side_by_side()
    {
        const int Sources = 4;
        const int Rounds = 3;
        for (var round = 1; round <= Rounds; round++)
        {
            for (var i = 0; i < Sources * 40; i++)
                _site.Write($"s{i / 40}/{i % 40}.md", $"---\ntitle: T{i % 40}\ntags: [t{i % 40 % 7}, T{i % 40 % 5}, r{round}]\ncategories: [c{i % 40 % 3}, r{round}]\nauthor: a{i % 40 % 4}\n---\n![](https://e.org/{i % 40 % 6}.png)\n");
            await Task.WhenAll(Enumerable.Range(0, Sources).Select(n => _site.ImportAsync(o => o with { Folder = _site[$"s{n}"] })));
        }

        Assert.Equal(Sources * Rounds, await _site.VersionAsync());
        Assert.Equal($"{Sources * 40}", await _site.QueryAsync("select count(*) from article"));
        Assert.Equal("r3", await _site.QueryAsync("select string_agg(name, ' ') from tag where name like 'r%'"));
        Assert.Equal("T0 T1 T2 T3 T4 t5 t6", await _site.QueryAsync("select string_agg(name, ' ' order by name) from tag where name not like 'r%'"));
    }

    // One of them has the tables for itself; the other comes when they are free, or goes the way of all later imports.
    [Fact]
    public async Task Two_sources_of_an_empty_database_are_imported_side_by_side()
    {
        const int Rounds = 10;
        string[] sources = ["one", "two"];
        for (var i = 0; i < 60; i++)
            _site.Write($"{sources[i % 2]}/{i}.md", $"---\ntitle: T{i}\ntags: [t{i % 7}, T{i % 5}]\ncategories: [c{i % 3}]\nauthor: a{i % 4}\n---\n[l]({i + 2}.md) ![](https://e.org/{i % 6}.png)\n");
        await using var twin = await Site.CreateAsync();
        foreach (var source in sources)
            await twin.ImportAsync(o => o with { Folder = _site[source] });
        var (content, keys) = (await Dump.ReadAsync(twin), await Keys.ReadAsync(twin));
        for (var round = 0; round < Rounds; round++)
        {
            await _site.EmptyAsync();

            var reports = await Task.WhenAll(sources.Select(source => Task.Run(() => _site.ImportAsync(o => o with { Folder = _site[source] }))));

            Assert.Equal(["created 30", "created 30"], reports.Select(x => x.Counts()));
            Assert.Equal(content, await Dump.ReadAsync(_site));
            Assert.Equal(keys, await Keys.ReadAsync(_site));
        }
    }
}
