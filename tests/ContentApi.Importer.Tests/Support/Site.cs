using System.Globalization;
using System.Text;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.Importer.Tests.Support;

/// <summary>A content folder and a database to import it into.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Name = "site";

    private readonly TemporaryFolder _folder = new();
    private readonly Func<string> _connectionString;
    private readonly TestDatabase? _database;

    /// <summary>A folder for a database that others make and drop, on a server whose address changes when it starts again.</summary>
    public Site(Func<string> connectionString)
    {
        _connectionString = connectionString;
        Directory.CreateDirectory(Folder);
    }

    private Site(TestDatabase database)
        : this(() => database.ConnectionString) => _database = database;

    /// <summary>The content folder; empty at first.</summary>
    public string Folder => _folder[Name];

    public string ConnectionString => _connectionString();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    public static async Task<Site> CreateAsync() => new(await (await PostgresServer.GetAsync()).CreateDatabaseAsync());

    /// <summary>The path of something in the content folder.</summary>
    public string this[string path] => Path.Combine(Folder, path);

    /// <summary>A folder beside the content folder.</summary>
    public string Beside(string name) => _folder[name];

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
    }

    public void Delete(string path) => File.Delete(this[path]);

    public void Move(string from, string to) => File.Move(this[from], this[to]);

    /// <summary>Imports; every run comes a second after the one before.</summary>
    public async Task<ImportReport> ImportAsync(Func<ImportOptions, ImportOptions>? change = null)
    {
        var options = new ImportOptions { Folder = Folder, ConnectionString = ConnectionString };
        var report = await new ContentImporter(Clock).ImportAsync(change is null ? options : change(options), progress: null, TestContext.Current.CancellationToken);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Bodies.AssertAsync(this);
        return report;
    }

    /// <summary>Undoes the newest import of the only source.</summary>
    public async Task<RollbackReport> RollBackAsync(Guid? importId = null)
    {
        var report = await new ContentRollback(Clock).RollBackAsync(ConnectionString, sourceName: null, importId, TestContext.Current.CancellationToken);
        await Bodies.AssertAsync(this);
        return report;
    }

    /// <summary>Takes everything away that imports have written, but the content version.</summary>
    public Task EmptyAsync() => QueryAsync("truncate source, import_run, category, tag, author, article_body, article_undo, import_undo cascade");

    /// <summary>The rows of a query, one a line, columns joined by <c>|</c>, null as nothing.</summary>
    public async Task<string> QueryAsync(string sql) => string.Join('\n', (await RowsAsync(sql)).Select(row => string.Join('|', row)));

    /// <summary>The rows of a query as texts.</summary>
    public async Task<IReadOnlyList<string?[]>> RowsAsync(string sql)
    {
        var rows = new List<string?[]>();
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        return rows;
    }

    public async Task<long> VersionAsync() => long.Parse(await QueryAsync("select version from content_state"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _folder.Dispose();
    }
}
