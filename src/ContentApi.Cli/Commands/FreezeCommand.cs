using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Cli.Serving;
using ContentApi.Server.Freezing;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Writes the answers of trusted documents as files.</summary>
internal sealed class FreezeCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The folder to write, as the root of a host of files: new, empty, or written by freeze before" };
    private readonly Option<string?> _database = DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _documents = Value("--documents", "FOLDER", "Trusted documents, *.graphql files, with their variables beside them, *.variables.json or *.variables.graphql [default: CONTENTAPI_DOCUMENTS]");
    private readonly Option<string?> _publicUrl = Value("--public-url", "URL", "Address under which clients reach pictures; answers carry it [default: CONTENTAPI_PUBLIC_URL; needed when answers have pictures]");
    private readonly Option<string?> _report = Choice("--report", $"How to tell the outcome [default: {ImportOutput.Text}]", ImportOutput.Text, ImportOutput.Json);

    public FreezeCommand(Terminal terminal, TimeProvider clock)
        : base(
            "freeze",
            "Write the answers of trusted documents as files, for a host of files to stand in for the server.",
            "contentapi freeze public --documents queries --database postgres://me:secret@localhost/content",
            "contentapi freeze public --documents queries --public-url https://api.example.org --report json")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_folder);
        Option[] options = [_database, _documents, _publicUrl, _report];
        Array.ForEach(options, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetRequiredValue(_folder);
        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        var options = new FreezeOptions
        {
            ConnectionString = connectionString,
            DocumentFolder = GivenValue.Find(_documents.Name, parsed.GetValue(_documents)) is { } documents
                ? DocumentFolder.Read(documents)
                : throw new CommandFault($"No documents given: name their folder with {_documents.Name}, or in {GivenValue.VariableOf(_documents.Name)}."),
            TargetFolder = folder,
            PublicUrl = GivenValue.Find(_publicUrl.Name, parsed.GetValue(_publicUrl)) is { } url ? PublicAddress.Read(url) : null,
            Clock = _clock,
        };
        await Migrations.RequireAsync(connectionString, cancellationToken);
        var report = await FreezeAsync(options, cancellationToken);
        new FreezeOutput(_terminal, parsed.GetValue(_report) ?? ImportOutput.Text).Write(report, folder);
        return report.Findings.Count > 0 ? ExitCode.ContentFaults : ExitCode.Done;
    }

    private async Task<FreezeReport> FreezeAsync(FreezeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await DatabaseFaults.GuardAsync(
                options.ConnectionString,
                () => new FreezeDisplay(_terminal, _clock).RunAsync(options.TargetFolder, progress => new ContentFreezer(options).FreezeAsync(progress, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandFault($"Stopped before the end; {options.TargetFolder} holds what it held before.");
        }
    }
}
