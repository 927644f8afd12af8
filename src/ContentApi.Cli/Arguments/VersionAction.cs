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
    public static string Version => Informational.Split('+')[0];

    /// <summary>For example <c>0.1.0 (f1e2d3c4b5a6)</c>; without the commit when the build did not know it.</summary>
    public static string VersionWithCommit => Describe(Informational);

    private static string Informational { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Reads the version as the build writes it: <c>0.1.0+commit</c>.</summary>
    internal static string Describe(string informational)
    {
        var (version, commit) = informational.Split('+', 2) is [var first, var second] ? (first, second) : (informational, "");
        return commit.Length > 0 ? $"{version} ({commit[..Math.Min(CommitLetters, commit.Length)]})" : version;
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine($"contentapi {VersionWithCommit}");
        return ExitCode.Done;
    }
}
