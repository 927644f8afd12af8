using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Dev;
using ContentApi.Cli.Output;

namespace ContentApi.Cli.Commands;

/// <summary>The main job: from a folder to an API in one command.</summary>
internal sealed class DevCommand : ExampledCommand
{
    private const string Data = ".contentapi";
    private const string Port = "8080";

    private readonly Argument<string?> _folder = new("FOLDER") { Description = "A folder of front-matter files [default: samples/content]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _port = Value("--port", "PORT", $"Port on this machine; 0 picks a free one [default: {Port}]");
    private readonly Option<string?> _data = Value("--data", "DIR", $"Where the private database lies [default: {Data}]");
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

    private DevOptions ReadOptions(ParseResult parsed) => new()
    {
        Port = ReadPort(parsed.GetValue(_port) ?? Port),
        Folder = ContentFolder.Choose(parsed.GetValue(_folder)),
        DataDirectory = parsed.GetValue(_data) ?? Data,
        Watch = !parsed.GetValue(_noWatch),

        // Not from the environment: what is served there must not be pruned by a try on this machine.
        ConnectionString = parsed.GetValue(_database) is { } address ? DatabaseAddress.Read(address, _database.Name) : null,
    };

    private static int ReadPort(string text) => ushort.TryParse(text, System.Globalization.NumberStyles.None, provider: null, out var port)
        ? port
        : throw new CommandFault($"The option --port takes a number from 0 to 65535, not '{text}'.");
}
