using ContentApi.Cli.Output;
using ContentApi.Cli.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.Cli.Tests.Freeze;

/// <summary>The folder that is written: whole or as it was before.</summary>
public sealed class FreezeFolderTests : IAsyncLifetime
{
    private FreezeScene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await FreezeScene.CreateAsync();
        for (var number = 0; number < 40; number++)
            _scene.Article($"{number}.md", $"---\ntitle: Nr. {number}\ntags: [t{number}]\n---\n");
        await _scene.ImportAsync();
        _scene.Document("tag.graphql", "query Tag($slug: String!) { tag(by: { slug: $slug }) { name } site { contentVersion } }");
        _scene.Document("tag.variables.graphql", "query ($after: String) { tags(first: 10, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_is_gone_is_gone_from_the_folder()
    {
        Assert.Equal((0, 40), ((await _scene.FreezeAsync()).ExitCode, _scene.NamedFiles.Count));
        File.Delete(Path.Combine(_scene["blog"], "7.md"));
        await _scene.ImportAsync();

        Assert.Equal((0, 39), ((await _scene.FreezeAsync()).ExitCode, _scene.NamedFiles.Count));
        Assert.All(_scene.Files, file => Assert.Contains("\"contentVersion\":2", _scene.Read(file), StringComparison.Ordinal));
        Assert.Empty(_scene.Leftovers);
    }

    [Fact]
    public async Task A_folder_with_something_else_is_refused_and_left_alone()
    {
        string[] owned = ["index.html", "graphql/schema.graphql", "graphql/persisted"];
        foreach (var name in owned)
        {
            var target = _scene[$"with {name.Replace('/', ' ')}"];
            Directory.CreateDirectory(Path.Combine(target, "graphql"));
            await File.WriteAllTextAsync(Path.Combine(target, name), "mine", TestContext.Current.CancellationToken);

            var run = await InProcess.RunAsync(["freeze", target, .. _scene.Arguments()[2..]]);

            Assert.Equal(new CommandRun(2, "", $"contentapi: '{target}' holds something that freeze did not write, and would be replaced: name a folder that is new or empty, or one that freeze wrote.\n"), run);
            Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(target, name), TestContext.Current.CancellationToken));
        }

        var file = await InProcess.RunAsync(["freeze", Path.Combine(_scene["blog"], "1.md"), .. _scene.Arguments()[2..]]);
        Assert.Equal(2, file.ExitCode);
    }

    [Fact]
    public async Task An_empty_folder_a_new_one_and_a_link_to_one_are_taken()
    {
        Directory.CreateDirectory(_scene.Target);
        Assert.Equal(0, (await _scene.FreezeAsync()).ExitCode);

        var (deep, link) = (_scene["new/deep"], _scene["link"]);
        File.CreateSymbolicLink(link, deep);
        Assert.Equal(0, (await InProcess.RunAsync(["freeze", deep + "/", .. _scene.Arguments()[2..]])).ExitCode);
        Assert.Equal(0, (await InProcess.RunAsync(["freeze", link, .. _scene.Arguments()[2..]])).ExitCode);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(["graphql"], Directory.EnumerateFileSystemEntries(link).Select(Path.GetFileName));
        Assert.Equal(["deep"], Directory.EnumerateFileSystemEntries(_scene["new"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Content_that_changes_in_the_middle_begins_it_again()
    {
        await using var editor = await _scene.OpenAsync();
        await FreezeScene.QueryAsync(editor, "begin; lock table tag in access exclusive mode");
        var freeze = Task.Run(() => _scene.FreezeAsync());
        await UntilItWaitsAsync(editor);
        await FreezeScene.QueryAsync(editor, "update content_state set version = 2; commit");

        var run = await freeze;

        Assert.Equal((0, "The content changed from version 1 to 2: beginning again.\n"), (run.ExitCode, run.Error));
        Assert.Equal(80, _scene.Files.Count);
        Assert.All(_scene.Files, file => Assert.Contains("\"contentVersion\":2", _scene.Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_that_is_published_in_the_middle_begins_it_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2998, 12, 31, 0, 0, 0, TimeSpan.Zero));
        _scene.Article("later.md", "---\ntitle: Later\ndate: 2999-01-01T00:00:00Z\n---\n");
        _scene.Document("count.graphql", "query Count { articles(where: { publishedAt: { neq: null } }) { totalCount } }");
        await _scene.ImportAsync();
        await using var editor = await _scene.OpenAsync();
        await FreezeScene.QueryAsync(editor, "begin; lock table tag in access exclusive mode");
        using var error = new SharedWriter();
        var freeze = Task.Run(() => new ContentApiCommand(new Terminal(TextWriter.Null, error), clock).RunAsync(_scene.Arguments()));
        await UntilItWaitsAsync(editor);
        clock.Advance(TimeSpan.FromDays(2));
        await FreezeScene.QueryAsync(editor, "commit");

        Assert.Equal(0, await freeze);
        Assert.Equal(["An article was published or expired: beginning again."], error.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !CommandRun.IsProgress(line)));
        Assert.Equal("""{"data":{"articles":{"totalCount":1}}}""", _scene.Read("count/Count.json"));
    }

    [Fact]
    public async Task Content_that_never_stays_the_same_is_not_frozen()
    {
        using var end = new CancellationTokenSource();
        var edits = EditAsync(end.Token);
        var run = await _scene.FreezeAsync();
        await end.CancelAsync();
        await edits;

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"\A(The content changed from version \d+ to \d+: beginning again\.\n){4}contentapi: The content changed from version \d+ to \d+, for the 5th time: freeze when nothing is imported\.\n\z", run.Error);
        Assert.False(Directory.Exists(_scene.Target));
        Assert.Empty(_scene.Leftovers);
    }

    [Fact]
    public async Task A_freeze_that_is_stopped_leaves_what_was_there()
    {
        Assert.Equal(0, (await _scene.FreezeAsync()).ExitCode);
        await using var editor = await _scene.OpenAsync();
        await FreezeScene.QueryAsync(editor, "begin; update content_state set version = 2; lock table tag in access exclusive mode");
        using var freeze = RunningCommand.Start(_scene.Arguments());
        await UntilItWaitsAsync(editor);

        Assert.Equal(2, await freeze.EndAsync("TERM"));

        await Wait.UntilAsync("the sentence", () => Task.FromResult(freeze.Error.Length > 0));
        Assert.Equal($"contentapi: Stopped before the end; {_scene.Target} holds what it held before.", freeze.Error);
        Assert.Equal(80, _scene.Files.Count);
        Assert.Empty(_scene.Leftovers);
    }

    [Theory]
    [InlineData(new string[0], "No documents given: name their folder with --documents, or in CONTENTAPI_DOCUMENTS.")]
    [InlineData(new[] { "--documents", "no/where" }, "The option --documents takes a folder with GraphQL documents, not 'no/where'.")]
    [InlineData(new[] { "--documents", "Freeze", "--public-url", "x" }, "The option --public-url takes an http or https address such as https://api.example.org, not 'x'.")]
    public async Task A_command_line_that_makes_no_sense_ends_with_a_sentence(string[] arguments, string sentence)
    {
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Freeze"));

        Assert.Equal(new CommandRun(2, "", $"contentapi: {sentence}\n"), await CommandRun.OfAsync(["freeze", "public", "--database", _scene.Database.ConnectionString, .. arguments]));
    }

    [Fact]
    public async Task A_folder_without_documents_and_one_that_cannot_be_read_are_told()
    {
        Directory.CreateDirectory(_scene["none"]);
        var none = await InProcess.RunAsync("freeze", _scene.Target, "--database", _scene.Database.ConnectionString, "--documents", _scene["none"]);
        Assert.Equal(new CommandRun(2, "", $"contentapi: The folder '{_scene["none"]}' holds no documents: files whose name ends with .graphql.\n"), none);

        await File.WriteAllBytesAsync(Path.Combine(_scene.Documents, "bad.graphql"), [0xFF], TestContext.Current.CancellationToken);
        var bad = await _scene.FreezeAsync();
        Assert.Equal(2, bad.ExitCode);
        Assert.Matches(@"^contentapi: The trusted document '.*bad\.graphql' cannot be read: [^(]*\n$", bad.Error);
    }

    private async Task EditAsync(CancellationToken end)
    {
        await using var editor = await _scene.OpenAsync();
        while (!end.IsCancellationRequested)
            await FreezeScene.QueryAsync(editor, "update content_state set version = version + 1");
    }

    private static Task UntilItWaitsAsync(Npgsql.NpgsqlConnection editor) => Wait.UntilAsync(
        "a waiting statement",
        async () => await FreezeScene.QueryAsync(editor, "select exists(select from pg_locks where not granted and relation = 'tag'::regclass)") is true);
}
