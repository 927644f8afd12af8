using System.Text.RegularExpressions;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Dialects;

/// <summary>The name of a file or folder, with the date it begins with.</summary>
/// <param name="Date">As written, but with hyphens; null when there is none.</param>
/// <param name="Name">What follows it; the whole name when nothing does, or when there is no such date.</param>
internal sealed partial record DatedName(string? Date, string Name)
{
    public static DatedName Read(string name)
    {
        if (name is not [>= '0' and <= '9', ..] || Pattern().Match(name) is not { Success: true } dated)
            return new DatedName(null, name);
        var date = dated.Groups["date"].Value;
        var rest = dated.Groups["name"].Value;
        return new DatedName(date, rest.Length > 0 && DateReader.Read(date, TimeZoneInfo.Utc, order: null).Instant is not null ? rest : name);
    }

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[-+][0-9]{2}:[0-9]{2})?)?)([-_ ]+(?<name>.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
