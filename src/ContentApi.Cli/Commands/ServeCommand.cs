using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Cli.Serving;
using ContentApi.Server;

namespace ContentApi.Cli.Commands;

/// <summary>Serves a database.</summary>
internal sealed class ServeCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Option<string?> _database = DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _urls = Value("--urls", "URLS", "Addresses to listen on, with ';' between them [default: CONTENTAPI_URLS, else http://127.0.0.1:8080]");
    private readonly Option<string?> _publicUrl = Value("--public-url", "URL", "Address under which clients reach the server, when a proxy stands before it; answers carry it [default: CONTENTAPI_PUBLIC_URL, else that of each request]");

    public ServeCommand(Terminal terminal, TimeProvider clock)
        : base(
            "serve",
            "Serve the GraphQL API of a database that was migrated and filled before.",
            "contentapi serve --database postgres://me:secret@localhost/content",
            "contentapi serve --urls http://0.0.0.0:8080",
            "contentapi serve --public-url https://api.example.org")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_database);
        Add(_urls);
        Add(_publicUrl);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        var given = GivenValue.Find(_urls.Name, parsed.GetValue(_urls)) ?? new GivenValue("http://127.0.0.1:8080", _urls.Name);
        var urls = ListenAddresses.Read(given);
        var publicUrl = GivenValue.Find(_publicUrl.Name, parsed.GetValue(_publicUrl)) is { } url ? PublicAddress.Read(url) : null;
        await Migrations.RequireAsync(connectionString, cancellationToken);
        await using var server = await RunningServer.StartAsync(
            new ServerOptions { ConnectionString = connectionString, Urls = urls, PublicUrl = publicUrl, Clock = _clock }, given.Name, cancellationToken);
        foreach (var address in server.Addresses)
        {
            _terminal.Out.WriteLine($"ready: {address}/graphql");
        }

        await server.WaitForStopAsync(cancellationToken);
        return ExitCode.Done;
    }
}
