using ContentApi.Importer.Tests.Support;
using ContentApi.Importer.Writing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

public sealed class RefusalTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_missing_folder() =>
        Assert.Equal($"There is no folder '{_site["nowhere"]}': name the folder that holds the content.", await RefuseAsync(o => o with { Folder = _site["nowhere"] }));

    [Fact]
    public async Task A_folder_without_an_article()
    {
        _site.Write("contentapi.yaml", "source: x\n");
        _site.Write("notes.txt", "x");

        Assert.Equal($"There is nothing to import in {_site.Folder}: no file in it or below it ends in .md, .markdown, .mdx, .html or .htm.", await RefuseAsync());
        Assert.Equal("0", await _site.QueryAsync("select count(*) from source"));
    }

    [Fact]
    public async Task A_folder_of_which_all_articles_are_gone()
    {
        _site.Write("a.md", "A");
        await _site.ImportAsync();
        _site.Delete("a.md");
        var nothing = $"There is nothing to import in {_site.Folder}: no file in it or below it ends in .md, .markdown, .mdx, .html or .htm.";

        Assert.Equal(nothing, await RefuseAsync());
        Assert.Equal($"{nothing} To remove what is stored of 'site' import with --prune=force.", await RefuseAsync(o => o with { Prune = true }));
        Assert.Equal("removed 1", (await _site.ImportAsync(o => o with { ForcePrune = true })).Counts());
        Assert.Equal(nothing, await RefuseAsync(o => o with { ForcePrune = true }));
    }

    [Fact]
    public async Task A_database_without_our_tables()
    {
        await using var empty = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        _site.Write("a.md", "A");

        Assert.Equal(
            "The database lacks tables of this version; run contentapi migrate first.",
            await RefuseAsync(o => o with { ConnectionString = empty.ConnectionString }));
    }

    [Fact]
    public async Task A_name_that_belongs_to_another_folder()
    {
        _site.Write("a.md", "A");
        await _site.ImportAsync();
        Directory.CreateDirectory(_site.Beside("other"));
        await File.WriteAllTextAsync(Path.Combine(_site.Beside("other"), "b.md"), "B", TestContext.Current.CancellationToken);

        Assert.Equal(
            $"The name 'site' belongs to {_site.Folder}; give {_site.Beside("other")} another one with --source.",
            await RefuseAsync(o => o with { Folder = _site.Beside("other"), SourceName = "site" }));
        Assert.Equal("a.md", await _site.QueryAsync("select file_path from article"));
    }

    [Fact]
    public async Task A_folder_that_has_moved_keeps_its_name_when_it_is_given()
    {
        _site.Write("a.md", "A");
        await _site.ImportAsync();
        Directory.Move(_site.Folder, _site.Beside("moved"));

        var report = await _site.ImportAsync(o => o with { Folder = _site.Beside("moved"), SourceName = "site" });

        Assert.Equal("unchanged 1", report.Counts());
        Assert.Equal(_site.Beside("moved"), await _site.QueryAsync("select root from source"));
    }

    [Fact]
    public async Task A_folder_that_is_stored_under_another_name()
    {
        _site.Write("a.md", "A");
        await _site.ImportAsync();
        _site.Write("contentapi.yaml", "source: renamed\n");
        var sentence = $"{_site.Folder} is stored under the name 'site', and as 'renamed' everything in it would be there twice; "
            + "keep that name with --source site, or with the line source: site in its contentapi.yaml.";

        Assert.Equal(sentence, await RefuseAsync());
        Assert.Equal(sentence, await RefuseAsync(o => o with { Folder = $"{_site.Folder}/../site/" }));
        Assert.Equal("site", await _site.QueryAsync("select name from source"));
        Assert.Equal("unchanged 1", (await _site.ImportAsync(o => o with { SourceName = "site" })).Counts());
    }

    [Fact]
    public async Task A_name_that_follows_its_folder_to_where_another_is_stored()
    {
        _site.Write("a.md", "A");
        await _site.ImportAsync();
        Directory.CreateDirectory(_site.Beside("other"));
        File.Copy(_site["a.md"], Path.Combine(_site.Beside("other"), "a.md"));
        await _site.ImportAsync(o => o with { Folder = _site.Beside("other") });
        Directory.Delete(_site.Folder, recursive: true);

        Assert.StartsWith(
            $"{_site.Beside("other")} is stored under the name 'other', ",
            await RefuseAsync(o => o with { Folder = _site.Beside("other"), SourceName = "site" }),
            StringComparison.Ordinal);
    }

    // Versions before this refusal allowed it.
    [Fact]
    public async Task A_folder_that_was_stored_twice_before_is_imported_under_both_names()
    {
        _site.Write("a.md", "A");
        Directory.CreateDirectory(_site.Beside("other"));
        File.Copy(_site["a.md"], Path.Combine(_site.Beside("other"), "a.md"));
        await _site.ImportAsync();
        await _site.ImportAsync(o => o with { Folder = _site.Beside("other") });
        await _site.QueryAsync($"update source set address = '{_site.Folder}'");

        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("unchanged 1", (await _site.ImportAsync(o => o with { SourceName = "other" })).Counts());
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("China Standard Time")]
    [InlineData("localtime")]
    [InlineData("posix/Asia/Shanghai")]
    [InlineData("asia/shanghai")]
    public async Task A_time_zone_without_an_IANA_name(string zone) =>
        Assert.Equal($"'{zone}' is no time zone; give an IANA name such as Asia/Shanghai.", await RefuseAsync(o => o with { TimeZone = zone }));

    [Fact]
    public async Task An_address_of_a_site_that_is_none() =>
        Assert.Equal("'example' is no address of a site; give one such as https://example.org.", await RefuseAsync(o => o with { SiteUrl = "example" }));

    [Fact]
    public async Task A_source_that_another_importer_holds_names_it()
    {
        _site.Write("a.md", "A");
        var settings = ImportSettings.Resolve(new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString });
        await using var first = await ImportConnection.OpenAsync(_site.ConnectionString, TestContext.Current.CancellationToken);
        await using (await SourceLock.TakeAsync(first, settings.SourceId, settings.SourceName, TestContext.Current.CancellationToken))
        {
            Assert.Equal(
                $"Another import, plan or rollback of 'site' is running (contentapi import, process {Environment.ProcessId}, from this machine, database process {first.ProcessID}); try again when it has ended.",
                await RefuseAsync());
            Directory.CreateDirectory(_site.Beside("other"));
            File.Copy(_site["a.md"], Path.Combine(_site.Beside("other"), "a.md"));
            await _site.ImportAsync(o => o with { Folder = _site.Beside("other") });
        }

        Assert.Equal("created 1", (await _site.ImportAsync()).Counts());
    }

    private async Task<string> RefuseAsync(Func<ImportOptions, ImportOptions>? change = null) =>
        (await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync(change))).Message;
}
