using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Dialects;

/// <summary>The name of a file or folder, with the date it begins with.</summary>
/// <param name="Date">As written, but with hyphens; null when there is none.</param>
/// <param name="Name">What follows it; the date itself when nothing does.</param>
internal sealed partial record DatedName(string? Date, string Name)
{
    public static DatedName Read(string name) => Pattern().Match(name) is { Success: true } dated
        ? new DatedName(dated.Groups["date"].Value, dated.Groups["name"].Length > 0 ? dated.Groups["name"].Value : name)
        : new DatedName(null, name);

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[-+][0-9]{2}:[0-9]{2})?)?)([-_ ]+(?<name>.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
