using ContentApi.Importer.Tests.Support;
using CsCheck;

namespace ContentApi.Importer.Tests;

/// <summary>A rollback brings back what was there before the newest import.</summary>
public sealed class RollbackTests
{
    [Fact]
    public async Task A_rollback_brings_back_every_row_that_was_there_before_and_the_next_import_does_it_all_again()
    {
        await Gen.Select(RandomFolder.Files, RandomFolder.Files).SampleAsync(
            async (older, newer) =>
            {
                await using var site = await Site.CreateAsync();
                await ImportAsync(site, older);
                var before = await StateAsync(site);
                await ImportAsync(site, newer);
                var after = await StateAsync(site);
                if (before == after)
                    return;

                await RollBackAsync(site);
                Assert.Equal(before, await StateAsync(site));

                await ImportAsync(site, newer);
                Assert.Equal(after, await StateAsync(site));
            },
            iter: 6,
            threads: 1);
    }

    [Fact]
    public async Task After_a_first_import_nothing_is_left()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntags: [t]\ncategories: [c]\nauthor: x\n---\n![](b.png)");
        site.Write("b.png", "pp");
        await site.ImportAsync();

        var report = await RollBackAsync(site);

        Assert.Equal((Site.Name, 1, 0, 2L), (report.Source, report.Removed, report.Restored, report.ContentVersion));
        Assert.Equal("0|0|0|0|0", await site.QueryAsync(
            "select (select count(*) from article), (select count(*) from tag), (select count(*) from category), (select count(*) from author), (select count(*) from image)"));
        Assert.Equal("ROLLED_BACK", await site.QueryAsync("select state from import_run"));
        Assert.Equal("created 1", (await site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_source_without_articles_gets_its_settings_and_findings_back()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\n");
        Assert.Equal("failed 1", (await site.ImportAsync()).Counts());
        var before = await StateAsync(site);
        site.Write("a.md", "---\ntitle: A\n---\n");
        await site.ImportAsync(o => o with { TimeZone = "Asia/Shanghai" });

        await RollBackAsync(site);

        Assert.Equal(before, await StateAsync(site));
    }

    [Fact]
    public async Task A_removed_article_comes_back_with_its_id_its_body_and_its_former_paths()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\npermalink: /one\n---\ntext");
        site.Write("b.md", "b");
        await site.ImportAsync();
        site.Write("a.md", "---\npermalink: /two\n---\ntext");
        await site.ImportAsync();
        const string All = "select a.id, a.path, b.raw, r.path from article a join article_body b on b.article_id = a.id left join article_redirect r on r.article_id = a.id order by a.path";
        var before = await site.QueryAsync(All);

        site.Delete("a.md");
        await site.ImportAsync(o => o with { ForcePrune = true });
        var report = await RollBackAsync(site);

        Assert.Equal((0, 1), (report.Removed, report.Restored));
        Assert.Equal(before, await site.QueryAsync(All));
    }

    [Fact]
    public async Task Imports_that_changed_nothing_are_passed_over()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "one");
        await site.ImportAsync();
        site.Write("a.md", "two");
        await site.ImportAsync();
        await site.ImportAsync();

        await RollBackAsync(site);

        Assert.Equal("one", await site.QueryAsync("select raw from article_body"));
        Assert.Equal("SUCCEEDED\nROLLED_BACK\nSUCCEEDED", await site.QueryAsync("select state from import_run order by id"));
    }

    [Fact]
    public async Task An_older_import_is_refused_with_the_reason()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "one");
        await site.ImportAsync();
        var older = Guid.Parse(await site.QueryAsync("select id from import_run"));
        site.Write("a.md", "two");
        await site.ImportAsync();

        Assert.Contains("is not the newest of 'site'", await RefusalAsync(site, older), StringComparison.Ordinal);
        var newest = (await RollBackAsync(site)).ImportId;
        Assert.Equal($"The import {newest} was rolled back already.", await RefusalAsync(site, newest));
        Assert.StartsWith("There is nothing to undo in 'site'", await RefusalAsync(site, null), StringComparison.Ordinal);
        Assert.Equal($"There is no import {Guid.Empty} in this database.", await RefusalAsync(site, Guid.Empty));
        Assert.Equal("one", await site.QueryAsync("select raw from article_body"));
    }

    [Fact]
    public async Task Other_sources_keep_what_they_share()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntags: [shared]\n---\n");
        await site.ImportAsync();
        Directory.CreateDirectory(site.Beside("other"));
        await File.WriteAllTextAsync(Path.Combine(site.Beside("other"), "b.md"), "---\ntags: [Shared, own]\n---\n", TestContext.Current.CancellationToken);
        await site.ImportAsync(o => o with { Folder = site.Beside("other") });

        var report = await new ContentRollback(site.Clock).RollBackAsync(site.ConnectionString, "other", importId: null, TestContext.Current.CancellationToken);

        Assert.Equal(1, report.Removed);
        Assert.Equal("shared", await site.QueryAsync("select name from tag"));
        Assert.Equal("a.md", await site.QueryAsync("select file_path from article"));
        Assert.StartsWith("The database has several sources: other, site.", await RefusalAsync(site, null), StringComparison.Ordinal);
    }

    private static Task<RollbackReport> RollBackAsync(Site site) =>
        new ContentRollback(site.Clock).RollBackAsync(site.ConnectionString, sourceName: null, importId: null, TestContext.Current.CancellationToken);

    private static async Task<string> RefusalAsync(Site site, Guid? importId) => (await Assert.ThrowsAsync<ImportRefusedException>(() =>
        new ContentRollback(site.Clock).RollBackAsync(site.ConnectionString, sourceName: null, importId, TestContext.Current.CancellationToken))).Message;

    // Without what is only remembered to save work.
    private static async Task<string> StateAsync(Site site) =>
        $"{await Dump.ReadAsync(site, "image_files_hash")}\n{await site.QueryAsync("select path, article_id from article_redirect order by path")}";

    private static async Task ImportAsync(Site site, Dictionary<string, string> files)
    {
        Directory.Delete(site.Folder, recursive: true);
        foreach (var (path, text) in files)
            site.Write(path, text);
        await site.ImportAsync(o => o with { Dialect = Parsing.Dialect.Hexo, ForcePrune = true });
    }
}
