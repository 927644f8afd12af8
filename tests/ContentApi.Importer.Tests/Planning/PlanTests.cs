using ContentApi.Importer.Planning;
using ContentApi.Importer.Tests.Support;
using CsCheck;

namespace ContentApi.Importer.Tests.Planning;

/// <summary>A plan says what an import would do and changes nothing; applying it does that and nothing else.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_plan_tells_what_becomes_of_each_article()
    {
        _site.Write("same.md", "---\ntitle: Same\n---\nsame");
        _site.Write("edited.md", "---\ntitle: Old\ntags: [a, b]\nrating: 3\n---\none\ntwo\nthree");
        _site.Write("moved.md", "---\ntitle: Moved\n---\nmoved");
        _site.Write("gone.md", "---\ntitle: Gone\n---\ngone");
        await _site.ImportAsync();
        _site.Write("edited.md", "---\ntitle: New\ntags: [b, c]\nrating: 4\n---\none\n2\nthree\nfour");
        _site.Move("moved.md", "other.md");
        _site.Delete("gone.md");
        _site.Write("new.md", "---\ntitle: Newcomer\n---\nnew");

        var planned = await PlanAsync(o => o with { Prune = true });

        Assert.Equal(
            """
            Created new.md /new Newcomer
            Updated edited.md /edited New +2-1 title: Old > New; tags: +c -a; params.rating: 3 > 4
            Renamed other.md (moved.md) /other Moved path: /moved > /other; slug: moved > other
            Removed gone.md /gone Gone
            """,
            Print(planned.Changes));
        Assert.Equal("created 1 updated 1 unchanged 1 removed 1 renamed 1", planned.Report.Counts());
        Assert.Equal(["c"], planned.Changes.NewNames.Select(x => x.Name));
        Assert.Equal(["a"], planned.Changes.GoneNames.Select(x => x.Name));
    }

    [Fact]
    public async Task A_plan_tells_the_values_of_declared_fields()
    {
        _site.Write("a.md", "---\ntitle: A\nrating: 4\nnext-part: b\nyears: [1, 2]\n---\n");
        _site.Write("b.md", "---\ntitle: B\nrating: great\n---\n");
        await _site.ImportAsync();
        _site.Write("contentapi.yaml", "fields:\n  rating: Float\n  next-part: Article\n  years: [Int]\n");

        Assert.Equal("Updated a.md /a A nextPart:  > [\"/b\"]; rating:  > 4; years:  > [1, 2]", Print((await PlanAsync()).Changes));
        await _site.ImportAsync();
        Assert.Equal("", Print((await PlanAsync()).Changes));

        _site.Write("contentapi.yaml", "fields:\n  rating: String\n  next-part: Article\n");
        Assert.Equal("Updated a.md /a A years: [1, 2] > \nUpdated b.md /b B rating:  > great", Print((await PlanAsync()).Changes));
        _site.Write("b.md", "---\ntitle: B\nrating: great\nslug: c\n---\n");
        Assert.StartsWith("Updated a.md /a A nextPart: [\"/b\"] > [\"/c\"]; years: [1, 2] > \n", Print((await PlanAsync()).Changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_counts_what_it_does_not_list()
    {
        const int Many = ImportChanges.MaxListed + 20;
        for (var i = 0; i < Many; i++)
        {
            _site.Write($"gone/{i:0000}.md", $"---\npermalink: /gone/{i}\n---\n");
            _site.Write($"moved/{i:0000}.md", $"---\npermalink: /moved/{i}\n---\n");
        }

        await _site.ImportAsync();
        for (var i = 0; i < Many; i++)
        {
            _site.Delete($"gone/{i:0000}.md");
            _site.Write($"moved/{i:0000}.md", $"---\npermalink: /elsewhere/{i}\ndraft: true\n---\n");
        }

        // Two that no list has take over what others leave.
        _site.Write($"moved/{Many - 1:0000}.md", "---\npermalink: /gone/0\ndraft: true\n---\n");
        _site.Write("new.md", "---\npermalink: /moved/0\n---\n");
        var changes = (await PlanAsync(o => o with { ForcePrune = true })).Changes;

        Assert.Equal((Many - 1, Many - 1, Many, 0), (changes.Redirected, changes.EndedAddresses.Count, changes.NewDrafts.Count, changes.EndedDrafts.Count));
        Assert.Equal(
            (ImportChanges.MaxListed, "/gone/1", ImportChanges.MaxListed),
            (changes.EndedAddresses.First.Count, changes.EndedAddresses.First[0], changes.NewDrafts.First.Count));
        Assert.Equal(
            ["moved/0000.md new.md", $"gone/0000.md moved/{Many - 1:0000}.md"],
            changes.Articles.Where(x => x.TakenBy is not null).Select(x => $"{x.FilePath} {x.TakenBy}"));
    }

    [Fact]
    public async Task A_plan_changes_nothing_that_readers_see()
    {
        _site.Write("a.md", "one");
        await _site.ImportAsync();
        var before = await Dump.ReadAsync(_site);
        _site.Write("a.md", "two");
        _site.Write("b.md", "b");

        await PlanAsync();

        Assert.Equal(before, await Dump.ReadAsync(_site));
        Assert.Equal("1|1", await _site.QueryAsync("select version, (select count(*) from import_run) from content_state"));
    }

    [Fact]
    public async Task Names_that_differ_in_case_alone_are_told_as_merges()
    {
        _site.Write("a.md", "---\ncategories: [Tea]\ntags: [Green]\n---\n");
        await _site.ImportAsync();
        _site.Write("b.md", "---\ncategories: [tea]\ntags: [Green]\n---\n");

        var merged = (await PlanAsync()).Changes.MergedNames;

        Assert.Equal(["category tea: Tea, tea"], merged.Select(x => $"{x.Kind} {x.Name}: {string.Join(", ", x.Spellings)}"));
    }

    [Fact]
    public async Task An_article_whose_link_leads_elsewhere_is_told_as_rendered_anew()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n[b](b.md)");
        _site.Write("b.md", "---\ntitle: B\n---\nb");
        await _site.ImportAsync();
        _site.Write("b.md", "---\ntitle: B\npermalink: /c\n---\nb");

        var changes = (await PlanAsync()).Changes;

        Assert.True(Assert.Single(changes.Articles, x => x.FilePath == "a.md").IsRenderedAnew);
    }

    [Fact]
    public async Task Applying_a_plan_does_what_an_import_does()
    {
        await using var twin = await Site.CreateAsync();
        await Gen.Select(RandomFolder.Files, RandomFolder.Files).SampleAsync(
            async (older, newer) =>
            {
                foreach (var files in (Dictionary<string, string>[])[older, newer])
                {
                    Replace(_site, files);
                    Replace(twin, files);
                    var planned = await PlanAsync(Random);
                    Assert.Equal(planned.Changes.Hash, (await PlanAsync(Random)).Changes.Hash);
                    var applied = await ApplyAsync();
                    var imported = await twin.ImportAsync(Random);
                    Assert.Equal(planned.Report.Counts(), applied.Counts());
                    Assert.Equal(imported.Counts(), applied.Counts());
                }

                Assert.Equal(await Dump.ReadAsync(twin), await Dump.ReadAsync(_site));
            },
            iter: 6,
            threads: 1);
    }

    [Fact]
    public async Task A_plan_is_refused_when_a_file_has_changed_since()
    {
        _site.Write("a.md", "one");
        var id = (await PlanAsync()).Id;
        _site.Write("a.md", "two");

        Assert.StartsWith($"Files of 'site', or what is stored of them, have changed since the plan {id} was made", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal("0", await _site.QueryAsync("select count(*) from article"));

        _site.Write("a.md", "one");
        Assert.Equal("created 1", (await ApplyAsync()).Counts());
    }

    [Fact]
    public async Task A_plan_is_refused_when_an_import_came_between()
    {
        _site.Write("a.md", "one");
        await _site.ImportAsync();
        _site.Write("a.md", "two");
        await PlanAsync();
        _site.Write("a.md", "three");
        await _site.ImportAsync();
        _site.Write("a.md", "two");

        Assert.Contains("have changed since the plan", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_refused_when_a_picture_of_a_new_article_has_changed_since()
    {
        _site.Write("a.md", "![](x.png)");
        _site.Write("x.png", "pp");
        await PlanAsync();
        _site.Write("x.png", "qq");

        Assert.Contains("have changed since the plan", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_refused_when_the_title_of_the_source_has_changed_since()
    {
        _site.Write("a.md", "a");
        _site.Write("contentapi.yaml", "title: One\n");
        await PlanAsync();
        _site.Write("contentapi.yaml", "title: Two\n");

        Assert.Contains("have changed since the plan", await RefusalAsync(), StringComparison.Ordinal);
    }

    // The picture itself has the address of whichever article came first.
    [Fact]
    public async Task A_cover_is_told_of_as_its_own_article_spells_it()
    {
        _site.Write("a.md", "---\ntitle: A\ncover: ./x.png\n---\n");
        _site.Write("b.md", "---\ntitle: B\ncover: x.png\n---\n");
        _site.Write("x.png", "pp");
        _site.Write("y.png", "pp");
        await _site.ImportAsync();
        _site.Write("b.md", "---\ntitle: Bee\ncover: x.png\n---\n");
        Assert.Equal("Updated b.md /b Bee title: B > Bee", Print((await PlanAsync()).Changes));

        _site.Write("b.md", "---\ntitle: B\ncover: y.png\n---\n");
        Assert.Equal("Updated b.md /b B cover: x.png > y.png; images: +y.png -x.png", Print((await PlanAsync()).Changes));
    }

    [Fact]
    public async Task A_plan_of_texts_that_look_like_the_character_zero_or_hold_it_is_kept()
    {
        _site.Write("a.md", "---\ntitle: 'A \\u0000 B'\nrating: 1\n---\n");
        await _site.ImportAsync();
        _site.Write("a.md", "---\ntitle: 'C \\u0000\\\\u0000 D'\nrating: \"x\\0y\"\n---\n");

        var planned = await PlanAsync();

        Assert.Equal(@"Updated a.md /a C \u0000\\u0000 D title: A \u0000 B > C \u0000\\u0000 D; params.rating: 1 > xy", Print(planned.Changes).Replace("\0", "", StringComparison.Ordinal));
        Assert.Equal(@"C \u0000\\u0000 D", await _site.QueryAsync("select changes::jsonb -> 'articles' -> 0 ->> 'title' from import_plan"));
        Assert.Equal("updated 1", (await ApplyAsync()).Counts());
    }

    [Fact]
    public async Task A_plan_is_applied_once_and_a_newer_one_takes_its_place()
    {
        _site.Write("a.md", "one");
        var first = (await PlanAsync()).Id;
        var second = (await PlanAsync()).Id;

        Assert.StartsWith($"There is no plan {first}", await RefusalAsync(first), StringComparison.Ordinal);
        await ApplyAsync(second);
        Assert.StartsWith("There is no plan in this database.", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_not_stored_leaves_no_trace()
    {
        _site.Write("a.md", "one");

        var planned = await new ContentImporter(_site.Clock).PlanAsync(
            new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString }, store: false, progress: null, TestContext.Current.CancellationToken);

        Assert.Null(planned.Id);
        Assert.Equal("0|0", await _site.QueryAsync("select (select count(*) from import_plan), (select count(*) from source)"));
    }

    private static string Print(ImportChanges changes) => string.Join('\n', changes.Articles.Select(x => string.Concat(
        $"{x.Kind} {x.FilePath}",
        x.FormerFilePath is null ? "" : $" ({x.FormerFilePath})",
        $" {x.Path} {x.Title}",
        x.LinesAdded + x.LinesRemoved == 0 ? "" : $" +{x.LinesAdded}-{x.LinesRemoved}",
        x.Fields.Count == 0 ? "" : $" {string.Join("; ", x.Fields.Select(Print))}")));

    private static string Print(FieldChange change) => change.Added.Count + change.Removed.Count > 0
        ? $"{change.Name}: {string.Join(' ', change.Added.Select(x => $"+{x}").Concat(change.Removed.Select(x => $"-{x}")))}"
        : $"{change.Name}: {change.Before} > {change.After}";

    private static ImportOptions Random(ImportOptions options) => options with { Dialect = Parsing.Dialect.Hexo, ForcePrune = true };

    private static void Replace(Site site, Dictionary<string, string> files)
    {
        Directory.Delete(site.Folder, recursive: true);
        foreach (var (path, text) in files)
            site.Write(path, text);
    }

    private async Task<PlannedImport> PlanAsync(Func<ImportOptions, ImportOptions>? change = null)
    {
        var options = new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString };
        var planned = await new ContentImporter(_site.Clock).PlanAsync(change is null ? options : change(options), store: true, progress: null, TestContext.Current.CancellationToken);
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        return planned;
    }

    private async Task<ImportReport> ApplyAsync(Guid? id = null)
    {
        var report = await new ContentImporter(_site.Clock).ApplyAsync(_site.ConnectionString, id, sourceName: null, progress: null, TestContext.Current.CancellationToken);
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        return report;
    }

    private async Task<string> RefusalAsync(Guid? id = null) => (await Assert.ThrowsAsync<ImportRefusedException>(() => ApplyAsync(id))).Message;
}
