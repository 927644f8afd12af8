using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Freeze;

/// <summary>A database with a blog, a folder of documents, and a place for what is frozen.</summary>
internal sealed class FreezeScene : IAsyncDisposable
{
    private readonly TemporaryFolder _root = new();

    public TestDatabase Database { get; private set; } = null!;

    public string Documents => _root["documents"];

    /// <summary>What is frozen; not there at first.</summary>
    public string Target => _root["public"];

    public string this[string name] => _root[name];

    /// <summary>The files below <c>graphql/persisted</c>, in order; none when nothing was frozen.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(Answers)
        ? [.. Directory.EnumerateFiles(Answers, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Answers, file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Files whose address begins with the name of a document, not with its hash.</summary>
    public IReadOnlyList<string> NamedFiles => [.. Files.Where(file => file.Split('/')[0].Length != 64)];

    /// <summary>Everything beside the folders of the scene: what a freeze left behind.</summary>
    public IReadOnlyList<string> Leftovers => [.. Directory.EnumerateFileSystemEntries(_root.Path).Select(Path.GetFileName).OfType<string>().Except(["documents", "public", "blog"])];

    private string Answers => Path.Combine(Target, "graphql", "persisted");

    public static async Task<FreezeScene> CreateAsync()
    {
        var scene = new FreezeScene { Database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync() };
        Directory.CreateDirectory(scene.Documents);
        Directory.CreateDirectory(scene["blog"]);
        return scene;
    }

    /// <summary>Writes a document, or variables for one.</summary>
    public void Document(string name, string text)
    {
        var path = Path.Combine(Documents, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Article(string name, string text) => File.WriteAllText(Path.Combine(_root["blog"], name), text);

    public async Task ImportAsync()
    {
        var run = await InProcess.RunAsync("import", _root["blog"], "--prune=force", "--database", Database.ConnectionString);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
    }

    public Task<CommandRun> FreezeAsync(params string[] more) => InProcess.RunAsync(Arguments(more));

    public string[] Arguments(params string[] more) => ["freeze", Target, "--database", Database.ConnectionString, "--documents", Documents, .. more];

    public string Read(string file) => File.ReadAllText(Path.Combine(Answers, file));

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static async Task<object?> QueryAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _root.Dispose();
    }
}
