using ContentApi.Importer;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests.FirstPage;

/// <summary>A folder of files, imported into a database of its own and served.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestDatabase _database;

    private Site(TestDatabase database, RunningServer server)
    {
        _database = database;
        Server = server;
    }

    public RunningServer Server { get; }

    public string Root => Path.Combine(_folder.Path, "blog");

    public string ConnectionString => _database.ConnectionString;

    public static async Task<Site> StartAsync(params (string Path, string Text)[] files)
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var server = await RunningServer.StartAsync(database.ConnectionString, options => options with { LoopbackIsEditor = true, ContentFolder = "/home/ada/blog" });
        var site = new Site(database, server);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(site.Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        if (files.Length > 0)
        {
            await new ContentImporter(TimeProvider.System).ImportAsync(
                new ImportOptions { Folder = site.Root, ConnectionString = database.ConnectionString },
                progress: null,
                TestContext.Current.CancellationToken);
        }

        return site;
    }

    /// <summary>The page as a browser on this machine gets it, and with a Host of elsewhere as everyone else does.</summary>
    public async Task<string> PageAsync(string? host = null)
    {
        (string, string)[] headers = host is null ? [FirstPageTests.Browser] : [FirstPageTests.Browser, ("Host", host)];
        var response = await Server.Client.SendAsync(HttpMethod.Get, "/", headers);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, html);
        return html;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
