namespace ContentApi.Cli.Output;

/// <summary>What <c>schema/diagnostics.md</c> says about a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">The word of the worst severity that it is reported with.</param>
/// <param name="Meaning">One or more sentences.</param>
/// <param name="Mend">What to do.</param>
internal sealed record DiagnosticRule(string Code, string Severity, string Meaning, string Mend)
{
    private const string ResourceName = "diagnostics.md";

    /// <summary>Every code, in the order of the file.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } = Read();

    private static List<DiagnosticRule> Read()
    {
        using var resource = new StreamReader(typeof(DiagnosticRule).Assembly.GetManifestResourceStream(ResourceName)!);
        return [.. resource.ReadToEnd().Split('\n').Select(RowOf).OfType<DiagnosticRule>()];
    }

    // | `CODE` | severity | meaning | example | mend |
    private static DiagnosticRule? RowOf(string line) =>
        line.StartsWith("| `", StringComparison.Ordinal) && line.Replace("\\|", "¦", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries) is ["", var code, var severity, var meaning, _, var mend, ""]
            ? new DiagnosticRule(Plain(code), severity.Split(',')[0], Plain(meaning), Plain(mend))
            : null;

    private static string Plain(string cell) => cell.Replace("`", "", StringComparison.Ordinal).Replace('¦', '|');
}
