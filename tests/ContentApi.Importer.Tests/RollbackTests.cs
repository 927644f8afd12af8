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

                await site.RollBackAsync();
                Assert.Equal(before, await StateAsync(site));

                await ImportAsync(site, newer);
                Assert.Equal(after, await StateAsync(site));
            },
            iter: 6,
            threads: 1);
    }

    // Site asserts after every import and every rollback that the bodies are those that there must be.
    [Fact]
    public async Task Whatever_was_imported_planned_and_rolled_back_before_a_rollback_brings_back_what_the_newest_import_has_changed()
    {
        await Gen.Select(RandomFolder.Files.Array[2, 3], Gen.OneOf("import", "import", "plan", "roll back").Array[4, 8], Gen.Int[0, 2].Array[8]).SampleAsync(
            async (folders, steps, choices) =>
            {
                await using var site = await Site.CreateAsync();
                await ImportAsync(site, folders[0]);
                string? before = null;
                for (var i = 0; i < steps.Length; i++)
                {
                    var (now, files) = (await ContentAsync(site), folders[choices[i] % folders.Length]);
                    if (steps[i] == "import")
                    {
                        var version = await site.VersionAsync();
                        await ImportAsync(site, files);
                        before = await site.VersionAsync() > version ? now : before;
                    }
                    else if (steps[i] == "plan")
                    {
                        Write(site, files);
                        var options = Choose(new ImportOptions { Folder = site.Folder, ConnectionString = site.ConnectionString });
                        await new ContentImporter(site.Clock).PlanAsync(options, store: false, progress: null, TestContext.Current.CancellationToken);
                        Assert.Equal(now, await ContentAsync(site));
                    }
                    else if (before is not null)
                    {
                        await site.RollBackAsync();
                        Assert.Equal(before, await ContentAsync(site));
                        before = null;
                    }
                }
            },
            iter: 6,
            threads: 1);
    }

    [Fact]
    public async Task A_text_that_comes_back_is_not_written_again_and_goes_when_no_rollback_may_need_it()
    {
        const string All = "select raw, hash = body_hash from article_body left join article on id = article_id order by 1";
        await using var site = await Site.CreateAsync();
        await ImportAsync(site, "one");
        var first = await site.QueryAsync("select ctid from article_body");
        await ImportAsync(site, "two");
        Assert.Equal("one|f\ntwo|t", await site.QueryAsync(All));

        await ImportAsync(site, "one");
        Assert.Equal("one|t\ntwo|f", await site.QueryAsync(All));
        Assert.Equal(first, await site.QueryAsync("select ctid from article_body where raw = 'one'"));

        await site.RollBackAsync();
        Assert.Equal("two|t", await site.QueryAsync(All));

        await ImportAsync(site, "three");
        await ImportAsync(site, "four");
        Assert.Equal("four|t\nthree|f", await site.QueryAsync(All));

        static async Task ImportAsync(Site site, string text)
        {
            site.Write("a.md", text);
            await site.ImportAsync();
        }
    }

    [Fact]
    public async Task The_body_of_a_removed_article_stays_until_the_next_import_that_changes_anything()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "one");
        site.Write("b.md", "other");
        await site.ImportAsync();
        site.Delete("a.md");
        await site.ImportAsync(o => o with { ForcePrune = true });
        await site.ImportAsync();
        Assert.Equal("one\nother", await site.QueryAsync("select raw from article_body order by 1"));

        site.Write("b.md", "others");
        await site.ImportAsync();

        Assert.Equal("other\nothers", await site.QueryAsync("select raw from article_body order by 1"));
    }

    [Fact]
    public async Task After_a_first_import_nothing_is_left()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntags: [t]\ncategories: [c]\nauthor: x\n---\n![](b.png)");
        site.Write("b.png", "pp");
        await site.ImportAsync();

        var report = await site.RollBackAsync();

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

        await site.RollBackAsync();

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
        const string All = "select a.id, a.path, b.raw, r.path from article a join article_body b on b.article_id = a.id and b.hash = a.body_hash left join article_redirect r on r.article_id = a.id order by a.path";
        var before = await site.QueryAsync(All);

        site.Delete("a.md");
        await site.ImportAsync(o => o with { ForcePrune = true });
        var report = await site.RollBackAsync();

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

        await site.RollBackAsync();

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
        var newest = (await site.RollBackAsync()).ImportId;
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

        await Bodies.AssertAsync(site);
        Assert.Equal(1, report.Removed);
        Assert.Equal("shared", await site.QueryAsync("select name from tag"));
        Assert.Equal("a.md", await site.QueryAsync("select file_path from article"));
        Assert.StartsWith("The database has several sources: other, site.", await RefusalAsync(site, null), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(Site site, Guid? importId) => (await Assert.ThrowsAsync<ImportRefusedException>(() => site.RollBackAsync(importId))).Message;

    // Without what is only remembered to save work.
    private static async Task<string> StateAsync(Site site) =>
        $"{await site.QueryAsync("select path, article_id from article_redirect order by path")}\n{await Dump.ReadAsync(site, "image_files_hash")}";

    // Findings in files that are no articles are made anew by every import, also by one that changes nothing else.
    private static async Task<string> ContentAsync(Site site) => (await StateAsync(site)).Split("\ndiagnostic:")[0];

    private static async Task ImportAsync(Site site, Dictionary<string, string> files)
    {
        Write(site, files);
        await site.ImportAsync(Choose);
    }

    private static void Write(Site site, Dictionary<string, string> files)
    {
        Directory.Delete(site.Folder, recursive: true);
        foreach (var (path, text) in files)
            site.Write(path, text);
    }

    private static ImportOptions Choose(ImportOptions options) => options with { Dialect = Parsing.Dialect.Hexo, ForcePrune = true };
}
