using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Dev;
using ContentApi.Cli.Doctor;
using ContentApi.Cli.Output;
using ContentApi.Cli.Serving;
using ContentApi.Importer.Settings;

namespace ContentApi.Cli.Commands;

/// <summary>Says what is there and what is missing. It changes nothing.</summary>
internal sealed class DoctorCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Argument<string?> _folder = new("FOLDER") { Description = $"A folder of front-matter files [default: this one, when it has a {ContentSettings.FileName}]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _database = DatabaseOption($"Look at this database [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _port = Value("--port", "PORT", $"The port that dev would take [default: {DevDefaults.Port}]");
    private readonly Option<string?> _data = Value("--data", "DIR", $"Where the private database of dev would lie [default: {DevDefaults.Data}]");

    public DoctorCommand(Terminal terminal, TimeProvider clock)
        : base(
            "doctor",
            "Say what is installed, what is missing, and how a folder and a database look.",
            "contentapi doctor",
            "contentapi doctor ~/blog --database postgres://me:secret@localhost/content")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_folder);
        Option[] options = [_database, _port, _data];
        Array.ForEach(options, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new DoctorOptions
        {
            Folder = parsed.GetValue(_folder) ?? (File.Exists(ContentSettings.FileName) ? "." : null),
            Database = GivenValue.Find(_database.Name, parsed.GetValue(_database)),
            Port = Port.Read(parsed.GetValue(_port) ?? DevDefaults.Port),
            DataDirectory = parsed.GetValue(_data) ?? DevDefaults.Data,
        };
        IReadOnlyList<CheckGroup> groups =
        [
            await new MachineChecks(options).RunAsync(cancellationToken),
            await new DatabaseChecks(options, _clock).RunAsync(cancellationToken),
            new FolderChecks(options).Run(cancellationToken),
        ];
        new CheckReport(_terminal.Out, _terminal.Width).Write(groups);
        return groups.SelectMany(group => group.Checks).Any(check => check.Mark == CheckMark.Fault) ? ExitCode.Refused : ExitCode.Done;
    }
}
