using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Does what a plan says, and nothing else.</summary>
internal sealed class ApplyCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Argument<string?> _plan = new("PLAN") { Description = "The id that plan printed [default: the only plan]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _database = DatabaseOption($"The database with the plan: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _source = Value("--source", "NAME", "The source whose plan is meant");
    private readonly Option<bool> _strict = Flag("--strict", "End with 1 on warnings too");
    private readonly Option<string?> _report = Choice("--report", $"How to tell the outcome [default: {ImportOutput.Text}]", ImportOutput.Forms);

    public ApplyCommand(Terminal terminal, TimeProvider clock)
        : base(
            "apply",
            "Do what a plan says, with the options that it was made with; refused when files have changed since.",
            "contentapi apply --database postgres://me:secret@localhost/content",
            "contentapi apply 019a8f52-6d1e-7c3a-9d51-2f5f0c1b7a44",
            "contentapi apply --source blog --report json")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_plan);
        Option[] options = [_database, _source, _strict, _report];
        Array.ForEach(options, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = parsed.GetValue(_plan) is { } text ? ReadPlan(text) : (Guid?)null;
        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        await Migrations.ReachAsync(connectionString, cancellationToken);
        var source = parsed.GetValue(_source);
        var report = await DatabaseFaults.GuardAsync(
            connectionString,
            () => new ImportDisplay(_terminal, _clock).RunAsync(
                source ?? "plan",
                progress => new ContentImporter(_clock).ApplyAsync(connectionString, plan, source, progress, cancellationToken)));
        var output = new ImportOutput(_terminal, parsed.GetValue(_report) ?? ImportOutput.Text);
        output.Add(report, report.Folder == report.Address ? Printable.PathFrom(Environment.CurrentDirectory, report.Folder) : null);
        output.End(sources: 1);
        return ExitCode.Of(report, parsed.GetValue(_strict));
    }

    private static Guid ReadPlan(string text) =>
        Guid.TryParse(text, out var plan) ? plan : throw new CommandFault($"'{text}' is no id of a plan: copy it from the last line of contentapi plan.");
}
