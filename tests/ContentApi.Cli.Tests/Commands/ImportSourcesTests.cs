using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

/// <summary>Archives and repositories through the command.</summary>
public sealed class ImportSourcesTests : IAsyncLifetime
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
    public async Task An_archive_is_imported_and_its_findings_are_shown_at_their_lines()
    {
        ZipFile.CreateFromDirectory(Folder(("posts/a.md", "---\ntitle: A\ndate: 2017-02-30\n---\nText\n")), _root["blog.zip"]);

        var run = await ImportAsync(_root["blog.zip"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("a.md:3:7 warning BAD_DATE ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    3 | date: 2017-02-30\n      |       ^\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nblog: 1 created; 1 warning; generic; version 1; [\d.]+ m?s\n\z", run.Output);
    }

    [Fact]
    public async Task An_archive_that_means_harm_ends_with_2_and_changes_nothing()
    {
        using (var zip = ZipFile.Open(_root["blog.zip"], ZipArchiveMode.Create))
            zip.CreateEntry("../../evil.md");

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: The archive {_root["blog.zip"]} holds '../../evil.md', which leads out of its folder with '..'; nothing of it was imported.\n"),
            await ImportAsync(_root["blog.zip"]));
        Assert.Equal(0L, await QueryAsync("select count(*) from import_run"));
    }

    [Fact]
    public async Task A_repository_is_imported_with_its_commit()
    {
        var work = Folder(("content/a.md", "---\ntitle: A\n---\n"), ("notes.md", "no content"));
        Commit(work);
        var commit = (await File.ReadAllTextAsync(Path.Combine(work, ".git/refs/heads/main"), TestContext.Current.CancellationToken)).Trim();

        var run = await ImportAsync($"{work}#main:content", "--source", "tea", "--report", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("tea", 1), (report.GetProperty("source").GetString(), report.GetProperty("created").GetInt32()));
        Assert.Equal(commit, await QueryAsync("select commit from article"));
        Assert.StartsWith("tea: 1 unchanged; ", (await ImportAsync($"file://{work}#main:content", "--source", "tea")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_hook_and_no_filter_is_run()
    {
        var mark = _root["ran"];
        var script = Path.Combine(Directory.CreateDirectory(_root["hooks"]).FullName, "run");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\ntouch '{mark}'\ncat\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var hook in (string[])["reference-transaction", "post-checkout", "post-index-change"])
            File.CreateSymbolicLink(_root[$"hooks/{hook}"], script);
        await File.WriteAllTextAsync(
            _root["gitconfig"], $"[core]\nhooksPath = {_root["hooks"]}\nfsmonitor = {script}\n[filter \"evil\"]\nsmudge = {script}\n", TestContext.Current.CancellationToken);
        var work = Folder(("a.md", "A"), (".gitattributes", "*.md filter=evil\n"));
        Commit(work);

        var run = await CommandRun.OfAsync(
            ["import", $"{work}#main", "--database", _database.ConnectionString],
            new Dictionary<string, string> { ["CONTENTAPI_CACHE"] = _root["cache"], ["GIT_CONFIG_GLOBAL"] = _root["gitconfig"] });

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.False(File.Exists(mark));
    }

    [Fact]
    public async Task An_address_without_a_repository_ends_with_2()
    {
        var run = await ImportAsync($"{Folder(("a.md", "A"))}#main");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"contentapi: {_root["work"]} cannot be read as a git repository: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_git_a_repository_is_refused_with_what_to_do()
    {
        var run = await CommandRun.OfAsync(
            ["import", "https://example.org/blog.git", "--database", _database.ConnectionString],
            new Dictionary<string, string> { ["CONTENTAPI_CACHE"] = _root["cache"], ["PATH"] = _root.Path });

        Assert.Equal(new CommandRun(2, "", "contentapi: The program git is not there, which reads repositories: install it, or import a folder or an archive.\n"), run);
    }

    private static void Commit(string work)
    {
        Git(work, "init", "--quiet", "--initial-branch=main");
        Git(work, "add", "--all");
        Git(work, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x");
    }

    private static void Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private Task<CommandRun> ImportAsync(params string[] arguments) => CommandRun.OfAsync(
        ["import", "--database", _database.ConnectionString, .. arguments], new Dictionary<string, string> { ["CONTENTAPI_CACHE"] = _root["cache"] });

    private string Folder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_root[$"work/{name}"])!);
            File.WriteAllText(_root[$"work/{name}"], text);
        }

        return _root["work"];
    }

    private async Task<object?> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
