using ContentApi.Browser.Tests;
using ContentApi.Importer;
using ContentApi.Server;
using ContentApi.Server.Hosting;
using ContentApi.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace ContentApi.Browser.Tests;

/// <summary>The sample content, served as <c>contentapi dev</c> does, with GraphiQL as <c>ide/build</c> wrote it, and a browser in front of it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private static readonly string Ide = Path.Combine(RepositoryFiles.Root, "artifacts", "ide");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly List<WebApplication> _servers = [];
    private readonly List<TestDatabase> _databases = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>The server's address, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path.Combine(Ide, "index.html")))
            throw new FileNotFoundException("The browser tests look at GraphiQL, and it is not built: install Node.js 18 or later with npm and run ide/build.");

        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        var database = await CreateDatabaseAsync();
        var import = new ImportOptions { Folder = Path.Combine(RepositoryFiles.Root, "samples", "content"), ConnectionString = database };
        await new ContentImporter(_clock).ImportAsync(import, progress: null, CancellationToken.None);
        Address = await ServeAsync(new ServerOptions { ConnectionString = database, Urls = ["http://127.0.0.1:0"], Clock = _clock, LoopbackIsEditor = true });
        PictureAddress = await ServeAsync(new ServerOptions { ConnectionString = database, Urls = ["http://127.0.0.1:0"], Clock = _clock, LoopbackIsEditor = true, PublicUrl = "http://127.0.0.1:8080" });
    }

    /// <summary>The same, by a server that calls itself the one of the manual, whatever port it has.</summary>
    public string PictureAddress { get; private set; } = "";

    /// <summary>Starts a server on an empty database and gives its address.</summary>
    public async Task<string> ServeNothingAsync() =>
        await ServeAsync(new ServerOptions { ConnectionString = await CreateDatabaseAsync(), Urls = ["http://127.0.0.1:0"], LoopbackIsEditor = true, ContentFolder = "/home/ada/blog" });

    /// <summary>Opens a tab of its own, which remembers nothing of others.</summary>
    internal async Task<Tab> OpenAsync(string path = "/", int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool javaScript = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var tab = new Tab(await context.NewPageAsync());

        // GraphiQL's workers may keep the network busy for long; its tests wait for what they look at.
        var until = path.Contains("/graphql", StringComparison.Ordinal) ? WaitUntilState.Load : WaitUntilState.NetworkIdle;
        await tab.Page.GotoAsync(path.StartsWith('/') ? Address + path : path, new PageGotoOptions { WaitUntil = until });
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    private async Task<string> CreateDatabaseAsync()
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _databases.Add(database);
        return database.ConnectionString;
    }

    private async Task<string> ServeAsync(ServerOptions options)
    {
        var server = ServerApp.Build(options with { Ide = new IdeFolder(Ide) });
        _servers.Add(server);
        await server.StartAsync();
        return server.Urls.Single().TrimEnd('/');
    }
}
