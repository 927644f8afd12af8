using System.Text.Json;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

/// <summary>Plan, apply and roll back through the command.</summary>
public sealed class PlanCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _root = new();
    private string _blog = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _blog = Directory.CreateDirectory(_root["blog"]).FullName;
        Save("same.md", "---\ntitle: Same\n---\nsame [link](no-such.md)\n");
        Save("edited.md", "---\ntitle: Old\ntags: [a, b]\nrating: 3\n---\none\ntwo\n[known](nowhere.md)\n");
        Save("moved.md", "---\ntitle: Moved\n---\nmoved\n");
        Save("gone.md", "---\ntitle: Gone\n---\ngone\n");
        Assert.Equal(0, (await RunAsync("import", _blog)).ExitCode);
        Save("edited.md", "---\ntitle: New\ntags: [b, c]\nrating: 4\n---\none\n2\nmore\n[known](nowhere.md) [new](gone.md)\n");
        File.Move(Path.Combine(_blog, "moved.md"), Path.Combine(_blog, "other.md"));
        File.Delete(Path.Combine(_blog, "gone.md"));
        Save("new.md", "---\ntitle: Newcomer\n---\nnew\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _root.Dispose();
    }

    [Fact]
    public async Task A_plan_shows_every_change_and_applying_it_does_just_that()
    {
        var plan = await RunAsync("plan", _blog, "--prune");

        Assert.Equal((0, ""), (plan.ExitCode, plan.Error));
        var id = await QueryAsync("select id::text from import_plan");
        Assert.StartsWith(
            """
            + new.md  /new  Newcomer

            ~ edited.md  /edited  New
                title        Old → New
                tags         + c  − a
                rating       3 → 4
                body         + 3 − 2 lines

            > moved.md → other.md
                address      /moved → /other  (the old one redirects)

            − gone.md  /gone  Gone

            ! 1 article moves to another address; the old one redirects.
            ! 1 address leads nowhere from now on: /gone.
            ! New: tag c.
            ! Used no more: tag a.

            warning DEAD_LINK
              edited.md:9:
            """,
            plan.Output,
            StringComparison.Ordinal);
        Assert.Matches(
            @$"\nPlan of blog: 1 created, 1 updated, 1 renamed, 1 removed, 1 unchanged; 3 warnings; generic\nTo do exactly this: contentapi apply {id}\n\z", plan.Output);
        Assert.Equal("edited.md,gone.md,moved.md,same.md", await FilesAsync());

        var applied = await RunAsync("apply", id);

        Assert.Equal((0, ""), (applied.ExitCode, applied.Error));
        Assert.Contains($"\n{_blog}/edited.md:9:", applied.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nblog: 1 created, 1 updated, 1 renamed, 1 removed, 1 unchanged; 3 warnings; generic; version 2; [\d.]+ m?s\n\z", applied.Output);
        Assert.Equal("edited.md,new.md,other.md,same.md", await FilesAsync());
        Assert.Equal(
            new CommandRun(2, "", $"contentapi: There is no plan {id}: it was applied, or another one was made since. Make one with contentapi plan.\n"), await RunAsync("apply", id));
    }

    [Fact]
    public async Task A_plan_as_JSON_is_the_report_with_the_changes()
    {
        var run = await RunAsync("plan", _blog, "--report", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var plan = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(await QueryAsync("select id::text from import_plan"), plan.GetProperty("plan").GetString());
        Assert.Equal(("blog", 1, 1L), (plan.GetProperty("source").GetString(), plan.GetProperty("gone").GetInt32(), plan.GetProperty("contentVersion").GetInt64()));
        var articles = plan.GetProperty("changes").GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(["created new.md", "updated edited.md", "renamed other.md"], articles.Select(article => $"{article.GetProperty("kind")} {article.GetProperty("filePath")}"));
        Assert.Equal("""{"name":"title","before":"Old","after":"New","added":[],"removed":[]}""", JsonSerializer.Serialize(articles[1].GetProperty("fields")[0]));
    }

    [Fact]
    public async Task A_dry_run_shows_the_same_and_stores_nothing()
    {
        Save("bad.md", "---\ntitle: No end\n");

        var text = await RunAsync("import", _blog, "--dry-run");
        var json = await RunAsync("import", _blog, "--dry-run", "--report", "json");
        var github = await RunAsync("import", _blog, "--dry-run", "--report", "github");

        Assert.Equal((1, "", 1, 1), (text.ExitCode, text.Error, json.ExitCode, github.ExitCode));
        Assert.StartsWith("+ new.md  /new  Newcomer\n\n~ edited.md  /edited  New\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n! 1 file has errors and is not imported; an article that it gave before stays.\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n! 1 article is kept although its file is gone; --prune removes it.\n", text.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing was stored; contentapi plan keeps a plan that can be applied.\n", text.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(json.Output).RootElement.GetProperty("plan").ValueKind);
        Assert.Contains("\nWould import blog: 1 created, ", github.Output, StringComparison.Ordinal);
        Assert.Equal("0 1", await QueryAsync("select (select count(*) from import_plan) || ' ' || (select count(*) from import_run)"));
    }

    [Fact]
    public async Task A_plan_in_a_file_or_a_pipe_is_not_cut()
    {
        var (title, text) = (string.Concat(Enumerable.Repeat("A long title ", 12)) + "ends", string.Concat(Enumerable.Repeat("a long text ", 12)) + "ends");
        Save("new.md", $"---\ntitle: {title}\n---\n[{text}](no-such-{text.Replace(' ', '-')}.md)\n");
        Save("edited.md", $"---\ntitle: {title}\ntags: [a, b]\nrating: 3\ndescription: {text}\n---\none\ntwo\n[known](nowhere.md)\n");

        var run = await RunAsync("import", _blog, "--dry-run");

        Assert.DoesNotContain("…\n", run.Output, StringComparison.Ordinal);
        Assert.StartsWith($"+ new.md  /new  {title}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n    title        Old\n               → {title}\n    description  + {text}\n", run.Output, StringComparison.Ordinal);
        Assert.Matches($@"\n  new\.md:4:1  'no-such-[^\n]+\n\n", run.Output);
    }

    [Fact]
    public async Task Nothing_to_do_is_one_sentence()
    {
        await RunAsync("import", _blog, "--prune");

        var run = await RunAsync("plan", _blog);

        Assert.Equal(new CommandRun(0, "blog: nothing would change; 4 articles are as their files say; a plan that was made before is void.\n", ""), run);
    }

    [Fact]
    public async Task A_plan_is_refused_when_its_files_have_changed()
    {
        await RunAsync("plan", _blog);
        Save("new.md", "---\ntitle: Another newcomer\n---\nnew\n");

        var run = await RunAsync("apply", "--source", "blog");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("contentapi: Files of 'blog', or what is stored of them, have changed since the plan ", run.Error, StringComparison.Ordinal);
        Assert.Equal("edited.md,gone.md,moved.md,same.md", await FilesAsync());
    }

    [Fact]
    public async Task Changes_that_size_and_time_do_not_show_are_found_with_checksums()
    {
        // Of the last seconds no time is trusted.
        var (file, time) = (Path.Combine(_blog, "old.md"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Save("old.md", "---\ntitle: Same\n---\n");
        File.SetLastWriteTimeUtc(file, time);
        await RunAsync("import", _blog, "--prune");
        Save("old.md", "---\ntitle: Sane\n---\n");
        File.SetLastWriteTimeUtc(file, time);

        Assert.StartsWith("blog: nothing would change; ", (await RunAsync("plan", _blog)).Output, StringComparison.Ordinal);
        Assert.StartsWith("~ old.md  /old  Sane\n    title        Same → Sane\n", (await RunAsync("plan", _blog, "--checksum")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_another_source_is_told_by_its_name()
    {
        await RunAsync("plan", _blog);
        var id = await QueryAsync("select id::text from import_plan");

        Assert.Equal(new CommandRun(2, "", $"contentapi: The plan {id} is one of 'blog', not of 'other'.\n"), await RunAsync("apply", id, "--source", "other"));
        Assert.Equal(0, (await RunAsync("apply", id, "--source", "blog")).ExitCode);
    }

    [Fact]
    public async Task The_newest_import_is_undone_and_the_next_one_reads_its_files_again()
    {
        await RunAsync("import", _blog, "--prune");
        var started = await QueryAsync("select to_char(max(started_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') from import_run");

        var undone = await RunAsync("rollback");

        Assert.Equal(
            new CommandRun(
                0, $"blog: the import of {started} UTC is undone: 1 article removed, 3 as before. Content version 3.\nThe files are as they were: the next import reads them again.\n", ""),
            undone);
        Assert.Equal("edited.md,gone.md,moved.md,same.md", await FilesAsync());
        Assert.StartsWith("contentapi: There is nothing to undo in 'blog': ", (await RunAsync("rollback", "--source", "blog")).Error, StringComparison.Ordinal);
        Assert.Contains("blog: 1 created, 1 updated, 1 renamed, 1 removed, 1 unchanged; ", (await RunAsync("import", _blog, "--prune")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_named_by_its_own_id_or_by_that_of_the_API()
    {
        const string GlobalIds = "select encode('Import:'::bytea || uuid_send(id), 'base64') from import_run order by id";
        var first = await QueryAsync("select id::text from import_run");
        await RunAsync("import", _blog);

        var refused = await RunAsync("rollback", (await QueryAsync(GlobalIds))!);
        var second = await QueryAsync($"{GlobalIds} desc");
        var started = await QueryAsync("select to_char(max(started_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') from import_run");
        var undone = await RunAsync("rollback", second, "--report", "json");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"contentapi: The import {first} is not the newest of 'blog': ", refused.Error, StringComparison.Ordinal);
        var report = JsonDocument.Parse(undone.Output).RootElement;
        Assert.Equal(["source", "importId", "startedAt", "removed", "restored", "contentVersion"], report.EnumerateObject().Select(member => member.Name));
        Assert.Equal((second, started), (report.GetProperty("importId").GetString(), report.GetProperty("startedAt").GetString()));
        Assert.Equal(("blog", 1, 2), (report.GetProperty("source").GetString(), report.GetProperty("removed").GetInt32(), report.GetProperty("restored").GetInt32()));
        Assert.Equal(2, (await RunAsync("rollback", first!)).ExitCode);
    }

    private void Save(string name, string text) => File.WriteAllText(Path.Combine(_blog, name), text);

    private Task<CommandRun> RunAsync(params string?[] arguments) => InProcess.RunAsync([.. arguments.OfType<string>(), "--database", _database.ConnectionString]);

    private Task<string?> FilesAsync() => QueryAsync("select string_agg(file_path, ',' order by file_path) from article");

    private async Task<string?> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
