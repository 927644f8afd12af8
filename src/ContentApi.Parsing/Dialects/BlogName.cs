using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Dialects;

/// <summary>
/// The place of a post in a blog of Docusaurus: a date in its name or in its folders comes first in its address, with slashes
/// (<c>parseBlogFileName</c> of plugin-content-blog): <c>team/2021-08-26-a</c> is at <c>2021/08/26/team/a</c>.
/// </summary>
/// <param name="Date">With hyphens; null when there is none.</param>
/// <param name="Text">What follows the date; the whole place without one.</param>
/// <param name="Address">Segments of the address below the blog.</param>
internal sealed partial record BlogName(string? Date, string Text, IReadOnlyList<string> Address)
{
    /// <param name="place">Folders and name below the blog, those of an index without the name.</param>
    public static BlogName Read(IReadOnlyList<string> place)
    {
        var path = string.Join('/', place);
        if (Pattern().Match(path) is not { Success: true } match)
            return new BlogName(null, path, place);
        string[] date = [match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value];
        var text = match.Groups["text"].Value;
        var rest = match.Groups["folder"].Value + text;
        return new BlogName(string.Join('-', date), text, [.. date, .. rest.Split('/', StringSplitOptions.RemoveEmptyEntries)]);
    }

    // Of several dates the last counts.
    [GeneratedRegex(@"^(?<folder>.*)(?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2})[-/]?(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
