using System.Text.Json;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _root = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _root.Dispose();
    }

    [Fact]
    public async Task The_example_gives_the_report_of_the_contract_and_nothing_else()
    {
        var first = await ImportByProgramAsync(RepositoryFiles.Seed, "--report", "json");
        var second = await ImportByProgramAsync(RepositoryFiles.Seed, "--report", "json");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(
            """{"source":"seed","dialect":"hexo","created":1,"updated":0,"unchanged":0,"removed":0,"renamed":0,"failed":0,"skipped":0,"contentVersion":1,"elapsedMs":0,"files":1,"gone":0,"diagnostics":[]}""",
            WithoutTime(first.Output));
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Equal(
            """{"source":"seed","dialect":"hexo","created":0,"updated":0,"unchanged":1,"removed":0,"renamed":0,"failed":0,"skipped":0,"contentVersion":1,"elapsedMs":0,"files":1,"gone":0,"diagnostics":[]}""",
            WithoutTime(second.Output));
    }

    [Fact]
    public async Task A_file_with_errors_ends_with_1_and_is_shown_with_its_place()
    {
        var blog = Folder("blog", ("good.md", "---\ntitle: Good\n---\nText\n"), ("bad.md", "---\ntitle: No end\nText\n"));

        var text = await ImportAsync(blog);
        var json = await ImportAsync(blog, "--report", "json");

        Assert.Equal((1, ""), (text.ExitCode, text.Error));
        Assert.Contains($"{blog}/bad.md:1:1 error UNCLOSED ", text.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nblog: 1 created, 1 failed; 1 error; generic; version 1; [\d.]+ m?s\n\z", text.Output);
        Assert.Equal((1, ""), (json.ExitCode, json.Error));
        var finding = JsonDocument.Parse(json.Output).RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(["code", "severity", "path", "line", "column", "message", "hint"], finding.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("UNCLOSED", "error", "bad.md"), (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Warnings_end_with_1_only_when_they_should()
    {
        var lenient = await ImportAsync(Folder("lenient", ("a.md", "---\ntitle: A\ndate: 2017-02-30\n---\nText\n")));
        var strict = await ImportAsync(Folder("strict", ("a.md", "---\ntitle: A\ndate: 2017-02-30\n---\nText\n")), "--strict");

        Assert.Equal((0, 1), (lenient.ExitCode, strict.ExitCode));
        Assert.Contains("/strict/a.md:3:7 warning BAD_DATE ", strict.Output, StringComparison.Ordinal);
        Assert.Contains("\n    3 | date: 2017-02-30\n      |       ^\n", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_folders_give_an_array_and_the_worst_code()
    {
        var good = Folder("good", ("a.md", "---\ntitle: A\n---\nText\n"));
        var bad = Folder("bad", ("a.md", "---\ntitle: No end\nText\n"));
        var empty = Folder("empty");

        var two = await ImportAsync(bad, good, "--report", "json");
        var three = await ImportAsync(empty, bad, good, "--report", "json");
        var none = await ImportAsync(empty, "--report", "json");

        Assert.Equal((1, "", "bad,good"), (two.ExitCode, two.Error, Sources(two)));
        Assert.Equal((2, "bad,good"), (three.ExitCode, Sources(three)));
        Assert.StartsWith("contentapi: There is nothing to import in ", three.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (none.ExitCode, none.Output));
    }

    [Fact]
    public async Task A_source_that_is_stored_is_told_of_when_a_later_one_ends_the_command()
    {
        await ExecuteAsync("""
            create function stop_at_second() returns trigger language plpgsql as $$
              begin
                if new.name = 'second' then perform pg_terminate_backend(pg_backend_pid()); end if;
                return new;
              end $$;
            create trigger stop_at_second before insert on source for each row execute function stop_at_second()
            """);

        var run = await ImportAsync(Folder("first", ("a.md", "Text\n")), Folder("second", ("a.md", "Text\n")), Folder("third", ("a.md", "Text\n")), "--report", "json");

        Assert.Equal((2, "first"), (run.ExitCode, Sources(run)));
        Assert.Matches(@"\Acontentapi: PostgreSQL at [^\n]+ ended the connection: [^\n]+\n\z", run.Error);
        Assert.Equal("first", await QueryAsync("select string_agg(name, ',') from source"));
    }

    [Fact]
    public async Task An_interruption_speaks_of_the_source_that_it_is_in()
    {
        await ExecuteAsync("""
            create function wait_at_second() returns trigger language plpgsql as $$
              begin
                if new.name = 'second' then perform pg_sleep(600); end if;
                return new;
              end $$;
            create trigger wait_at_second before insert on source for each row execute function wait_at_second()
            """);
        var (first, second) = (Folder("first", ("a.md", "Text\n")), Folder("second", ("a.md", "Text\n")));
        using var import = RunningCommand.Start("import", first, second, "--database", _database.ConnectionString, "--report", "json");
        await Wait.UntilAsync("the second source", async () => await QueryAsync(
            "select count(*)::text from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'") == "1");

        Assert.Equal(2, await import.EndAsync("INT"));

        Assert.Equal($"contentapi: Stopped before the end of {second}; of it the database holds what it held before.", import.Error.TrimEnd());
        Assert.Equal("first", JsonDocument.Parse(string.Concat(import.Output)).RootElement[0].GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_report_for_a_service_holds_nothing_else()
    {
        var blog = Folder("blog", ("bad.md", "---\ntitle: T\nx: [\n y: ]\n z\n---\n"), ("good.md", "---\ntitle: A\ndate: 2017-02-30\n---\n"));

        var sarif = await ImportAsync(blog, "--report", "sarif");
        var github = await ImportAsync(blog, "--report", "github", "--strict");

        Assert.Equal((1, "", 1, ""), (sarif.ExitCode, sarif.Error, github.ExitCode, github.Error));
        var results = JsonDocument.Parse(sarif.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
        Assert.Equal(["YAML_SYNTAX error", "BAD_DATE warning"], results.Select(result => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("level").GetString()}"));
        Assert.Matches(@"\A::error file=bad\.md,line=\d+,col=\d+,title=YAML_SYNTAX::[^\n]+\n::warning file=good\.md,line=3,col=7,title=BAD_DATE::[^\n]+\nImported blog: [^\n]+\n\z", github.Output);
    }

    [Fact]
    public async Task Files_in_another_encoding_are_read_and_shown_in_it()
    {
        var blog = Folder("blog");
        await File.WriteAllBytesAsync(Path.Combine(blog, "a.md"), [.. "---\ntitle: "u8, 0xD6, 0xD0, 0xCE, 0xC4, .. "\ndate: 2017-02-30 "u8, 0xD6, 0xD0, .. "\n---\n"u8], TestContext.Current.CancellationToken);

        var refused = await ImportAsync(blog);
        var read = await ImportByProgramAsync(blog, "--encoding", "GBK");

        Assert.Contains("/a.md:2:8 error ENCODING the byte at offset 11 of the file is not UTF-8", refused.Output, StringComparison.Ordinal);
        Assert.Equal((1, 0), (refused.ExitCode, read.ExitCode));
        Assert.Contains("\n    3 | date: 2017-02-30 中\n      |       ^\n", read.Output, StringComparison.Ordinal);
        Assert.Equal("中文", await QueryAsync("select title from article"));
        Assert.Equal("date: 2017-02-30 中", await QueryAsync("select snippet from diagnostic"));
    }

    [Fact]
    public async Task Files_that_mean_harm_are_imported_in_little_memory()
    {
        static string Nest(string open, string close) => string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        var bomb = string.Join('\n', Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]"));
        var blog = Folder(
            "blog",
            ("bomb.md", $"---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n{bomb}\n---\n"),
            ("html.html", "---\ntitle: H\n---\n" + Nest("<div>", "</div>")),
            ("json.md", $"{{\"x\": {Nest("[", "]")}}}\n"),
            ("markdown.md", "---\ntitle: M\n---\n" + Nest("> ", "")),
            ("yaml.md", $"---\nx: {Nest("[", "]")}\n---\n"),
            ("huge.md", ""));
        await using (var huge = File.OpenWrite(Path.Combine(blog, "huge.md")))
            huge.SetLength(1L << 30);

        // .NET gives no more than this to objects, and ends a program that wants more.
        var run = await CommandRun.OfAsync(
            ["import", blog, "--database", _database.ConnectionString], new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x6000000" });

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("\nblog: 1 created, 5 failed; 5 errors, ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_options_reach_the_importer()
    {
        var blog = Folder("blog", ("a.md", "---\ntitle: A\ndate: 02/01/2024 08:00\nauthor: Ann and Bob\ncategories: [One, Two]\n---\n"), ("b.md", "---\ntitle: B\n---\n"));
        string[] options = ["--source", "named", "--dialect", "hexo", "--time-zone", "Asia/Shanghai", "--date-order", "dmy", "--split-authors", "--site-url", "https://example.org/"];

        var run = await ImportAsync([blog, .. options]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("named: 2 created; hexo; version 1; ", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            "2024-01-02T00:00:00Z Ann,Bob Two https://example.org/",
            await QueryAsync("""
                select concat_ws(' ', to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                    (select string_agg(name, ',' order by name) from author), (select name from category where depth = (select max(depth) from category)), (select url from source))
                from article where title = 'A'
                """));

        File.Delete(Path.Combine(blog, "b.md"));
        Assert.StartsWith("named: 1 unchanged, 1 kept without a file (remove with --prune); ", (await ImportAsync([blog, .. options])).Output, StringComparison.Ordinal);
        Assert.StartsWith("named: 1 removed, 1 unchanged; ", (await ImportAsync([blog, .. options, "--prune"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pruning_more_than_half_has_to_be_forced()
    {
        var blog = Folder("blog", ("a.md", "---\ntitle: A\n---\n"), ("b.md", "---\ntitle: B\n---\n"), ("c.md", "---\ntitle: C\n---\n"));
        await ImportAsync(blog);
        File.Delete(Path.Combine(blog, "b.md"));
        File.Delete(Path.Combine(blog, "c.md"));

        var refused = await ImportAsync(blog, "--prune");
        var forced = await ImportAsync(blog, "--prune=force");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--prune=force", refused.Error, StringComparison.Ordinal);
        Assert.StartsWith("blog: 2 removed, 1 unchanged; ", forced.Output, StringComparison.Ordinal);
    }

    private static string WithoutTime(string json)
    {
        var report = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        Assert.True(report["elapsedMs"]!.GetValue<long>() >= 0);
        report["elapsedMs"] = 0;
        return report.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static string Sources(CommandRun run) =>
        string.Join(',', JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(report => report.GetProperty("source").GetString()));

    private Task<CommandRun> ImportAsync(params string[] arguments) => InProcess.RunAsync(["import", "--database", _database.ConnectionString, .. arguments]);

    private Task<CommandRun> ImportByProgramAsync(params string[] arguments) => CommandRun.OfAsync(["import", "--database", _database.ConnectionString, .. arguments]);

    private string Folder(string name, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(_root[name]).FullName;
        Array.ForEach(files, file => File.WriteAllText(Path.Combine(folder, file.Name), file.Text));
        return folder;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string?> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
