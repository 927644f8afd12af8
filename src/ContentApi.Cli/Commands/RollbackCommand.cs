using System.CommandLine;
using System.Globalization;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.GraphQL.Schema;
using ContentApi.Importer;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Undoes the newest import of a source.</summary>
internal sealed class RollbackCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Argument<string?> _import = new("IMPORT") { Description = "The id of the import, as the query imports gives it: refused when it is not the newest [default: the newest]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _database = DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _source = Value("--source", "NAME", "The source [default: the only one]");
    private readonly Option<string?> _report = Choice("--report", $"How to tell the outcome [default: {ImportOutput.Text}]", ImportOutput.Text, ImportOutput.Json);

    public RollbackCommand(Terminal terminal, TimeProvider clock)
        : base(
            "rollback",
            "Undo the newest import of a source that changed anything. Files stay as they are.",
            "contentapi rollback --database postgres://me:secret@localhost/content",
            "contentapi rollback --source blog --report json")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_import);
        Option[] options = [_database, _source, _report];
        Array.ForEach(options, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var import = parsed.GetValue(_import) is { } text ? ReadImport(text) : (Guid?)null;
        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        await Migrations.ReachAsync(connectionString, cancellationToken);
        var report = await DatabaseFaults.GuardAsync(
            connectionString, () => new ContentRollback(_clock).RollBackAsync(connectionString, parsed.GetValue(_source), import, cancellationToken));
        if (parsed.GetValue(_report) == ImportOutput.Json)
        {
            _terminal.Out.WriteLine(JsonReport.Of(report));
            return ExitCode.Done;
        }

        _terminal.Out.Write(Printable.Clean(report.Source), Palette.Strong);
        _terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $": the import of {report.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is undone: {Articles(report)}. Content version {report.ContentVersion}."));
        _terminal.Out.WriteLine("The files are as they were: the next import reads them again.");
        return ExitCode.Done;
    }

    private static string Articles(RollbackReport report) => (report.Removed, report.Restored) switch
    {
        (0, 0) => "no article is another one",
        (0, var restored) => $"{Quantity.Of(restored, "article")} as before",
        (var removed, 0) => $"{Quantity.Of(removed, "article")} removed",
        var (removed, restored) => $"{Quantity.Of(removed, "article")} removed, {restored:N0} as before",
    };

    private static Guid ReadImport(string text) =>
        Guid.TryParse(text, out var plain) ? plain
        : GlobalId.TryParse(text, out var id) && id.Value.TypeName == "Import" ? id.Value.Key
        : throw new CommandFault($"'{text}' is no id of an import: the query imports gives them, and without one the newest is undone.");
}
