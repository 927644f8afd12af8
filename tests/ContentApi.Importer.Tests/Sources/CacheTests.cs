using ContentApi.Importer.Sources;
using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>What lies in the cache while servers read pictures from it.</summary>
public sealed class CacheTests : IAsyncLifetime
{
    private static readonly (string, string)[] First = [("a.md", "![](a.png)"), ("b.md", "B"), ("c.md", "C"), ("a.png", "first"), ("README.md", "1")];
    private static readonly (string, string)[] Second = [("a.md", "![](a.png) again"), ("b.md", "B"), ("c.md", "C"), ("a.png", "second"), ("README.md", "1")];

    private readonly TestRepository _repository = new();
    private Site _site = null!;
    private int _published;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _repository.Dispose();
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task Readers_keep_their_pictures_until_an_import_has_changed_them_and_get_them_back_by_a_rollback(string kind)
    {
        await ImportAsync(Publish(kind, First));
        Assert.Equal("first", await PictureAsync());

        var address = Publish(kind, Second);
        await PlanAsync(address, store: true);
        Assert.Equal("first", await PictureAsync());
        await PlanAsync(address, store: false);
        Assert.Equal("first", await PictureAsync());

        Publish(kind, ("c.md", "C"));
        await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(address, o => o with { Prune = true }));
        Assert.Equal("first", await PictureAsync());
        Publish(kind, ("notes.txt", "no article"));
        await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(address));
        Assert.Equal("first", await PictureAsync());

        Publish(kind, Second);
        await ImportAsync(address);
        Assert.Equal("second", await PictureAsync());
        await new ContentRollback(_site.Clock).RollBackAsync(_site.ConnectionString, sourceName: null, importId: null, TestContext.Current.CancellationToken);
        Assert.Equal("first", await PictureAsync());
        Assert.Equal("updated 1 unchanged 2", (await ImportAsync(address)).Counts());
        Assert.Equal("second", await PictureAsync());
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task Of_all_that_was_imported_and_planned_a_few_states_are_kept(string kind)
    {
        foreach (var i in Enumerable.Range(1, 5))
        {
            var address = Publish(kind, ("a.md", $"![](a.png) {i}"), ("a.png", $"picture {i}"));
            await ImportAsync(address);
            Assert.Equal($"picture {i}", await PictureAsync());
            foreach (var planned in Enumerable.Range(1, 3))
                await PlanAsync(Publish(kind, ("a.md", $"{i} {planned}")), store: true);

            // The present one, the one before it, and what was planned last.
            Assert.Equal(Math.Min(i, 2) + 1, States().Count);
        }
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task Imports_that_are_refused_before_they_begin_leave_nothing(string kind)
    {
        await ImportAsync(Publish(kind, First));
        var before = States();

        await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(Publish(kind, ("a.md", "A"), ("contentapi.yaml", "dialect: tea\n"))));

        Assert.Equal(before, States());
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task A_state_without_a_change_that_readers_see_is_no_new_version(string kind)
    {
        await ImportAsync(Publish(kind, First));
        await ImportAsync(Publish(kind, Second));

        var report = await ImportAsync(Publish(kind, [.. Second.Except([("README.md", "1")]), ("README.md", "2")]));

        Assert.Equal(("unchanged 3", 2, report.Folder), (report.Counts(), report.ContentVersion, await _site.QueryAsync("select root from source")));
        Assert.Equal("second", await PictureAsync());
        await ImportAsync(Publish(kind, [.. Second.Except([("README.md", "1")]), ("README.md", "3")]));
        Assert.Equal("second", await PictureAsync());
        await new ContentRollback(_site.Clock).RollBackAsync(_site.ConnectionString, sourceName: null, importId: null, TestContext.Current.CancellationToken);
        Assert.Equal("first", await PictureAsync());
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task A_plan_is_applied_though_files_changed_that_it_says_nothing_of(string kind)
    {
        await ImportAsync(Publish(kind, First));
        await PlanAsync(Publish(kind, Second), store: true);
        Publish(kind, [.. Second, ("notes.txt", "no article")]);

        await new ContentImporter(_site.Clock).ApplyAsync(_site.ConnectionString, planId: null, sourceName: null, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal("second", await PictureAsync());
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task Databases_do_not_take_each_others_pictures(string kind)
    {
        await using var other = await Site.CreateAsync();
        await ImportAsync(Publish(kind, First), site: other);
        foreach (var i in Enumerable.Range(1, 4))
            await ImportAsync(Publish(kind, ("a.md", $"![](a.png) {i}"), ("a.png", $"picture {i}")));

        Assert.Equal(("first", "picture 4"), (await PictureAsync(other), await PictureAsync()));
    }

    [Theory]
    [InlineData("git", "deleted")]
    [InlineData("git", "cut off")]
    [InlineData("git", "all")]
    [InlineData("archive", "deleted")]
    [InlineData("archive", "cut off")]
    [InlineData("archive", "all")]
    public async Task What_is_lost_of_the_cache_is_made_again_by_the_next_import(string kind, string fault)
    {
        var address = Publish(kind, First);
        var folder = (await ImportAsync(address)).Folder;
        var picture = Path.Combine(folder, "a.png");
        if (fault == "cut off")
            await File.WriteAllTextAsync(picture, "", TestContext.Current.CancellationToken);
        else if (fault == "deleted")
            File.Delete(picture);
        else
            Directory.Delete(_repository.Cache, recursive: true);

        var report = await ImportAsync(address);

        Assert.Equal(("unchanged 3", 1), (report.Counts(), report.ContentVersion));
        Assert.Equal("first", await PictureAsync());
    }

    [Theory]
    [InlineData("git")]
    [InlineData("archive")]
    public async Task What_a_killed_import_has_left_is_not_used_and_goes(string kind)
    {
        var address = Publish(kind, First);
        var folder = (await ImportAsync(address)).Folder;
        var state = State(folder);
        File.Delete(Path.Combine(state, "whole"));
        File.Delete(Path.Combine(folder, "b.md"));
        Directory.CreateDirectory(Path.Combine(state, "../new"));

        Assert.Equal("unchanged 3", (await ImportAsync(address)).Counts());
        Assert.Equal("unchanged 3", (await ImportAsync(address)).Counts());

        var root = await _site.QueryAsync("select root from source");
        Assert.NotEqual(folder, root);
        Assert.Equal([State(root)], States());
    }

    [Fact]
    public async Task What_lay_at_an_address_that_is_no_longer_used_goes_when_nothing_needs_it()
    {
        for (var i = 1; i <= 4; i++)
        {
            _repository.Write("a.md", $"![](a.png) {i}");
            _repository.Write("a.png", $"picture {i}");
            _repository.Commit();
            _repository.Git("tag", $"v{i}");
            _repository.Git("push", "--quiet", "--tags", "origin");
            await ImportAsync($"{_repository.Bare}#v{i}", o => o with { SourceName = "blog" });
            Assert.Equal($"picture {i}", await PictureAsync());
        }

        // What came before the one before was needed until the last import was done.
        Assert.Equal(3, States().Count);
        await new ContentRollback(_site.Clock).RollBackAsync(_site.ConnectionString, sourceName: null, importId: null, TestContext.Current.CancellationToken);
        Assert.Equal("picture 3", await PictureAsync());
    }

    [Fact]
    public async Task What_another_import_holds_is_not_taken_from_it()
    {
        await ImportAsync(Publish("git", First));
        var archive = Publish("archive", First);
        using var other = await MaterializeAsync(archive, Path.GetFileName(Directory.GetDirectories(_repository.Cache).Single()));

        await ImportAsync(Publish("git", Second));

        Assert.Equal("first", await File.ReadAllTextAsync(Path.Combine(other.Folder, "a.png"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_another_import_has_committed_meanwhile_is_not_taken_from_the_database()
    {
        using var source = await MaterializeAsync(Publish("git", First));
        string root;
        using (var other = await MaterializeAsync(Publish("archive", First)))
        {
            await other.KeepAsync(_ => Task.FromResult<List<string>>([]), TestContext.Current.CancellationToken);
            root = other.Folder;
        }

        var reads = 0;
        await source.KeepAsync(_ => Task.FromResult<List<string>>(reads++ == 0 ? [] : [root]), TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(root, "a.png")));

        await source.KeepAsync(_ => Task.FromResult<List<string>>([]), TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Path.Combine(root, "a.png")));
        Assert.True(File.Exists(Path.Combine(source.Folder, "a.png")));
    }

    [Fact]
    public async Task A_cache_is_known_by_whatever_path_it_is_reached()
    {
        await ImportAsync(Publish("git", First));
        var link = _repository.Cache + "-link";
        File.CreateSymbolicLink(link, _repository.Cache);

        await PlanAsync(Publish("git", Second), store: true, o => o with { CacheFolder = link });
        Assert.Equal("first", await PictureAsync());
    }

    private Task<MaterializedSource> MaterializeAsync(string address, string database = "database") =>
        SourceMaterializer.MaterializeAsync(SourceAddress.Read(address), _repository.Cache, database, TestContext.Current.CancellationToken);

    // What a server does to find the picture.
    private async Task<string> PictureAsync(Site? site = null) =>
        await File.ReadAllTextAsync(await (site ?? _site).QueryAsync("select s.root || '/' || i.file_path from image i join source s on s.id = i.source_id"), TestContext.Current.CancellationToken);

    private static string State(string folder) => folder[..$"{folder}/".LastIndexOf("/content/", StringComparison.Ordinal)];

    private List<string> States() => [.. Directory.GetDirectories(_repository.Cache, "content", SearchOption.AllDirectories).Select(x => Path.GetDirectoryName(x)!).Order(StringComparer.Ordinal)];

    // Replaces all that is there; archives have everything in a folder that is called otherwise each time.
    private string Publish(string kind, params (string Name, string Text)[] files)
    {
        _published++;
        if (kind == "archive")
            return TestArchive.Write(_site.Beside("blog.zip"), [.. files.Select(x => ($"blog-{_published}/{x.Name}", x.Text))]);
        foreach (var file in Directory.GetFiles(_repository.Work))
            File.Delete(file);
        Array.ForEach(files, x => _repository.Write(x.Name, x.Text));
        _repository.Commit();
        return _repository.Bare;
    }

    private Task<ImportReport> ImportAsync(string address, Func<ImportOptions, ImportOptions>? change = null, Site? site = null) => (site ?? _site).ImportAsync(o =>
    {
        var options = o with { Folder = address, CacheFolder = _repository.Cache };
        return change is null ? options : change(options);
    });

    private async Task PlanAsync(string address, bool store, Func<ImportOptions, ImportOptions>? change = null)
    {
        var options = new ImportOptions { Folder = address, ConnectionString = _site.ConnectionString, CacheFolder = _repository.Cache };
        await new ContentImporter(_site.Clock).PlanAsync(change is null ? options : change(options), store, progress: null, TestContext.Current.CancellationToken);
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
