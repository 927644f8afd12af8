using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests;

/// <summary>A first import goes straight into the tables, and leaves them as a migration made them.</summary>
public sealed class FirstLoadTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Keys_indexes_and_defaults_are_as_before()
    {
        var before = await Keys.ReadAsync(_site);
        _site.Write("a.md", "---\ntags: [t]\ncategories: [c]\nauthor: x\naliases: [/old]\n---\n[b](b.md) ![](x.png)");
        _site.Write("b.md", "b");
        _site.Write("x.png", "pp");

        Assert.Equal("created 2", (await _site.ImportAsync()).Counts());

        Assert.Equal("t", await IsFrozenAsync());
        Assert.Equal(before, await Keys.ReadAsync(_site));
        Assert.Equal("1\n1", await _site.QueryAsync("select version from article"));
    }

    [Fact]
    public async Task Articles_that_ask_for_the_same_path_get_the_same_ones_as_ever()
    {
        foreach (var name in (string[])["c", "a", "b"])
            _site.Write($"{name}.md", "---\npermalink: /same\n---\n[a](a.md) [c](c.md)");

        var report = await _site.ImportAsync();

        Assert.Equal("a.md|/same\nb.md|/b.md\nc.md|/c.md", await _site.QueryAsync("select file_path, path from article order by 1"));
        Assert.Equal(["b.md", "c.md"], report.Diagnostics.Where(x => x.Code == "DUP_PATH").Select(x => x.Path));
        Assert.Equal("/same\n/same\n/same", await _site.QueryAsync("select target_path from article_link where target_file_path = 'a.md'"));
        Assert.Equal("/c.md\n/c.md\n/c.md", await _site.QueryAsync("select target_path from article_link where target_file_path = 'c.md'"));
    }

    [Fact]
    public async Task An_import_that_is_refused_leaves_the_tables_as_they_were()
    {
        var before = await Keys.ReadAsync(_site);

        await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync());

        Assert.Equal(before, await Keys.ReadAsync(_site));
        Assert.Equal(0, await _site.VersionAsync());
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("source")]
    [InlineData("article_redirect")]
    public async Task Who_reads_meanwhile_is_not_waited_for(string table)
    {
        await using var reader = new NpgsqlConnection(_site.ConnectionString);
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await reader.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand($"select count(*) from {table}", reader))
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        _site.Write("a.md", "a");

        Assert.Equal("created 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("f", await IsFrozenAsync());
    }

    [Fact]
    public async Task A_role_that_may_write_and_owns_nothing_imports_too()
    {
        var writer = $"writer_{Guid.NewGuid():N}";
        await _site.QueryAsync($"""
            create role {writer} login password '{writer}';
            grant select, insert, update, delete on all tables in schema public to {writer};
            grant usage on all sequences in schema public to {writer}
            """);
        var connectionString = new NpgsqlConnectionStringBuilder(_site.ConnectionString) { Username = writer, Password = writer }.ConnectionString;
        _site.Write("a.md", "a");

        Assert.Equal("created 1", (await _site.ImportAsync(o => o with { ConnectionString = connectionString })).Counts());
        Assert.Equal("f", await IsFrozenAsync());
        await _site.QueryAsync($"drop owned by {writer}; drop role {writer}");
    }

    private async Task<string> IsFrozenAsync()
    {
        await _site.QueryAsync("create extension if not exists pg_visibility");
        return await _site.QueryAsync("select bool_and(all_frozen) from pg_visibility_map('article_body')");
    }
}
