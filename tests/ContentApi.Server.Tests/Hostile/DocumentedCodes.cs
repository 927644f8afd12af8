using System.Text.RegularExpressions;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>The codes that <c>schema/errors.md</c> promises, but for those that tell of a fault of the server.</summary>
internal static partial class DocumentedCodes
{
    private static readonly string[] OfServer = ["INTERNAL_ERROR", "UNAVAILABLE", "QUERY_TIMEOUT", "DATABASE_OUTDATED", "DATABASE_NEWER"];
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "schema", "errors.md"));

    /// <summary>Of <c>errors[].extensions.code</c>.</summary>
    public static IReadOnlySet<string> Errors { get; } = Find(ErrorRow());

    /// <summary>Of problem details.</summary>
    public static IReadOnlySet<string> Problems { get; } = Find(ProblemRow());

    private static HashSet<string> Find(Regex row) => [.. row.Matches(Text).Select(match => match.Groups["code"].Value).Except(OfServer)];

    [GeneratedRegex("^\\| `(?<code>[A-Z_]+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorRow();

    [GeneratedRegex("^\\| \\d{3} \\| `(?<code>[A-Z_]+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ProblemRow();
}
