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
    private readonly Option<string?> _documents = Value("--documents", "FOLDER", "Trusted documents, *.graphql files, which clients may name instead of sending them [default: CONTENTAPI_DOCUMENTS]");
    private readonly Option<bool> _onlyDocuments = Flag("--only-documents", "Answer trusted documents and nothing else [default: CONTENTAPI_ONLY_DOCUMENTS, true or false]");
    private readonly Option<string?> _corsOrigins = Value("--cors-origins", "ORIGINS", "Sites whose pages may read answers, such as https://example.org, with ';' between them [default: CONTENTAPI_CORS_ORIGINS, else every site]");
    private readonly Option<string?> _maxBatchSize = Value("--max-batch-size", "N", "Answer up to so many requests in one array, 1 to 50 [default: CONTENTAPI_MAX_BATCH_SIZE, else none]");
    private readonly Option<string?> _statusCodes = Value("--status-codes", "WHICH", "'draft' tells faults by the status codes of the newest draft of GraphQL over HTTP: 422, 403, 294 [default: CONTENTAPI_STATUS_CODES, else stable]");

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
        Add(_documents);
        Add(_onlyDocuments);
        Add(_corsOrigins);
        Add(_maxBatchSize);
        Add(_statusCodes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        var given = GivenValue.Find(_urls.Name, parsed.GetValue(_urls)) ?? new GivenValue("http://127.0.0.1:8080", _urls.Name);
        var urls = ListenAddresses.Read(given);
        var options = new ServerOptions
        {
            ConnectionString = connectionString,
            Urls = urls,
            PublicUrl = Read(parsed, _publicUrl, PublicAddress.Read),
            DocumentFolder = Read(parsed, _documents, DocumentFolder.Read),
            OnlyTrustedDocuments = GivenValue.Find(_onlyDocuments.Name, parsed.GetValue(_onlyDocuments) ? "true" : null)?.OneOf(["true", "false"]) == "true",
            CorsOrigins = Read(parsed, _corsOrigins, CorsOrigins.Read),
            MaxBatchSize = GivenValue.Find(_maxBatchSize.Name, parsed.GetValue(_maxBatchSize)) is { } size ? BatchSize.Read(size) : 0,
            DraftStatusCodes = Read(parsed, _statusCodes, given => given.OneOf(["draft", "stable"])) == "draft",
            Clock = _clock,
        };
        if (options is { OnlyTrustedDocuments: true, DocumentFolder: null })
            throw new CommandFault($"{_onlyDocuments.Name} needs the folder of the documents: give it with {_documents.Name}.");
        await Migrations.RequireAsync(connectionString, cancellationToken);
        await using var server = await RunningServer.StartAsync(options, given.Name, cancellationToken);
        foreach (var address in server.Addresses)
        {
            _terminal.Out.WriteLine($"ready: {address}/graphql");
        }

        await server.WaitForStopAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static T? Read<T>(ParseResult parsed, Option<string?> option, Func<GivenValue, T> read)
        where T : class => GivenValue.Find(option.Name, parsed.GetValue(option)) is { } given ? read(given) : null;
}
