using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Dev;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Cli.Serving;
using ContentApi.Importer.Settings;

namespace ContentApi.Cli.Commands;

/// <summary>The main job: from a folder to an API in one command.</summary>
internal sealed class DevCommand : ExampledCommand
{
    private readonly Argument<string?> _folder = new("FOLDER") { Description = "A folder of front-matter files [default: samples/content]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _port = Value("--port", "PORT", $"Port on this machine; 0 picks a free one [default: {DevDefaults.Port}]");
    private readonly Option<string?> _data = Value("--data", "DIR", $"Where the private database lies [default: {DevDefaults.Data}]");
    private readonly Option<bool> _noWatch = Flag("--no-watch", "Do not import again when a file is saved");
    private readonly Option<string?> _database = DatabaseOption("Use this database instead of a private one: postgres://… or an Npgsql connection string");

    public DevCommand(Terminal terminal, TimeProvider clock)
        : base(
            "dev",
            "Import a folder, serve it, and import again on every save.",
            "contentapi dev",
            "contentapi dev ~/blog --port 0")
    {
        Add(_folder);
        Option[] options = [_port, _data, _noWatch, _database];
        Array.ForEach(options, Add);
        SetAction((parsed, cancellationToken) => new DevSession(ReadOptions(parsed), terminal, clock).RunAsync(cancellationToken));
    }

    private DevOptions ReadOptions(ParseResult parsed)
    {
        var port = Port.Read(parsed.GetValue(_port) ?? DevDefaults.Port);
        var folder = ContentFolder.Choose(parsed.GetValue(_folder), Environment.GetEnvironmentVariable(ContentFolder.RootVariable), AppContext.BaseDirectory);
        var server = ContentSettings.Read(folder).Server;
        return new DevOptions
        {
            Port = port,
            Folder = folder,
            Server = server,
            Documents = DocumentFolder.Find(server, folder),
            IsSample = parsed.GetValue(_folder) is null,
            DataDirectory = parsed.GetValue(_data) ?? DevDefaults.Data,
            Watch = !parsed.GetValue(_noWatch),
            Settings = GivenSettings.ReadEnvironment(),

            // Not from the environment: what is served there must not be pruned by a try on this machine.
            ConnectionString = parsed.GetValue(_database) is { } address ? DatabaseAddress.Read(address, _database.Name) : null,
        };
    }
}
