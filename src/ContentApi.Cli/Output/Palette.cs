using ContentApi.Parsing.Diagnostics;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>The few colours of the command line, out of the sixteen that every terminal theme chooses for itself.</summary>
internal static class Palette
{
    public static Style Error { get; } = new(Color.Red, decoration: Decoration.Bold);

    public static Style Warning { get; } = new(Color.Olive, decoration: Decoration.Bold);

    public static Style Info { get; } = new(Color.Teal, decoration: Decoration.Bold);

    public static Style Good { get; } = new(Color.Green, decoration: Decoration.Bold);

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Error,
        DiagnosticSeverity.Warning => Warning,
        _ => Info,
    };
}
