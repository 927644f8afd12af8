using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using ContentApi.Cli.Output;

namespace ContentApi.Cli.Arguments;

/// <summary>Prints the version, and the commit when the build knew it.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    private const int CommitLetters = 12;

    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Version => Parts[0];

    // The build writes 0.1.0+commit.
    private static string[] Parts { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', 2);

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var commit = Parts is [_, { Length: > 0 } full] ? $" ({full[..Math.Min(CommitLetters, full.Length)]})" : "";
        terminal.Out.WriteLine($"contentapi {Version}{commit}");
        return ExitCode.Done;
    }
}
