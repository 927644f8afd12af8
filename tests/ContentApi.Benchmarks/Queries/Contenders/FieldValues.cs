using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Benchmarks.Queries.Contenders.Projections;
using ContentApi.GraphQL.Schema;

namespace ContentApi.Benchmarks.Queries.Contenders;

/// <summary>What fields say where a program works them out from columns.</summary>
internal static partial class FieldValues
{
    private const int ExcerptLength = 200;

    public static string ArticleId(Guid key) => new GlobalId("Article", key).ToString();

    public static string CategoryId(Guid key) => new GlobalId("Category", key).ToString();

    /// <summary>Cuts at the last blank of the last 20 characters.</summary>
    public static string Excerpt(string text)
    {
        if (text.Length <= ExcerptLength)
            return text;
        var blank = text.LastIndexOf(' ', ExcerptLength - 1, 21);
        return string.Concat(text.AsSpan(0, blank < 0 ? ExcerptLength - 1 : blank).TrimEnd(' '), "…");
    }

    public static string Url(string url, string? filePath) => filePath is null ? url : PublicAddress.Value + url;

    public static string Html(string html) =>
        html.Contains("/images/", StringComparison.Ordinal) ? LocalImage().Replace(html, "$1" + PublicAddress.Value + "$2") : html;

    public static IReadOnlyList<Heading> Headings(string json) =>
        [.. JsonSerializer.Deserialize<Heading[]>(json, JsonSerializerOptions.Web)!.Where(heading => heading.Level <= 3)];

    public static string Cursor(DateTimeOffset published, Guid id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{published.UtcDateTime:O}|{id}"));

    [GeneratedRegex("""(="|, )(/images/[0-9a-f]{32}/)""", RegexOptions.CultureInvariant)]
    private static partial Regex LocalImage();
}
