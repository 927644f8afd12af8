using ContentApi.Cli.Output;

namespace ContentApi.Cli.Tests.Support;

/// <summary>Runs the command inside the test, which is fast enough for many command lines.</summary>
internal static class InProcess
{
    public static async Task<CommandRun> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new ContentApiCommand(new Terminal(output, error), TimeProvider.System).RunAsync(arguments);
        return new CommandRun(code, output.ToString(), CommandRun.WithoutProgress(error.ToString()));
    }
}
