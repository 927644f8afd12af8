using System.CommandLine;
using System.CommandLine.Help;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Commands;
using ContentApi.Cli.Output;

namespace ContentApi.Cli;

/// <summary>The <c>contentapi</c> command: finds out what was asked, runs it, and turns every end into an exit code of contract C1.</summary>
internal sealed class ContentApiCommand(Terminal terminal, TimeProvider clock)
{
    // What Ctrl-C may take (contract C1).
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private static readonly ParserConfiguration Parsing = new()
    {
        // A folder may be called @posts, and no option has one letter.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    /// <summary>Runs the command line to its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments)
    {
        var root = Create();
        var parsed = root.Parse(arguments, Parsing);
        var asksForHelp = parsed.Action is HelpAction or CommandHelp;
        if (!asksForHelp && UsageFaults.Find(parsed, arguments) is { } fault)
        {
            terminal.WriteFault(fault);
            return ExitCode.Refused;
        }

        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopLimit };
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception exception)
        {
            terminal.WriteFault(FaultSentences.Of(exception));
            return ExitCode.Refused;
        }
    }

    private RootCommand Create()
    {
        var root = new RootCommand("Turns a folder of front-matter files into a GraphQL API on PostgreSQL.")
        {
            new DevCommand(terminal, clock),
            new InitCommand(terminal),
            new DoctorCommand(terminal, clock),
            new ImportCommand(terminal, clock),
            new PlanCommand(terminal, clock),
            new ApplyCommand(terminal, clock),
            new RollbackCommand(terminal, clock),
            new ExplainCommand(terminal),
            new InferCommand(terminal),
            new ServeCommand(terminal, clock),
            new FreezeCommand(terminal, clock),
            new MigrateCommand(terminal),
            new KeysCommand(terminal, clock),
            new SchemaCommand(terminal),
            new TestCommand(),
        };
        root.HelpName = "contentapi";
        root.Directives.Clear();
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version.";
        version.Action = new VersionAction(terminal);
        CommandHelp.AddTo(root);
        return root;
    }
}
