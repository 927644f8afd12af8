using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Patterns that tools make paths with: <c>/:year/:title/</c>.</summary>
internal static partial class PermalinkPattern
{
    // Of Hexo (hexo.io/docs/permalinks), Hugo (gohugo.io/configuration/permalinks) and Jekyll (jekyllrb.com/docs/permalinks): a colon
    // before any other word is part of an address.
    private static readonly FrozenSet<string> Names = new[]
    {
        "title", "slug", "name", "basename", "filename", "path", "id", "hash", "lang", "post_title", "category", "categories", "slugified_categories",
        "collection", "section", "sections", "sectionslug", "sectionslugs", "slugorfilename", "contentbasename", "slugorcontentbasename", "output_ext",
        "year", "month", "day", "hour", "minute", "second", "timestamp", "i_month", "i_day", "short_year", "short_month", "long_month", "short_day",
        "long_day", "y_day", "w_year", "w_day", "week", "monthname", "weekday", "weekdayname", "yearday",
    }.ToFrozenSet();

    public static bool IsOne(string text)
    {
        if (!text.Contains(':'))
            return false;
        foreach (Match name in Name().Matches(text))
        {
            if (Names.Contains(WordOf(name)))
                return true;
        }

        return false;
    }

    /// <summary>The pattern with the values of a file; null when one of its names has none. One that is too long ends anywhere.</summary>
    /// <param name="pattern">As written.</param>
    /// <param name="fields">Of the file.</param>
    public static string? Fill(string pattern, PermalinkFields fields)
    {
        var path = new StringBuilder();
        var values = new Dictionary<string, string?>();
        var at = 0;
        foreach (Match name in Name().Matches(pattern))
        {
            var word = WordOf(name);
            if (!values.TryGetValue(word, out var value))
                values.Add(word, value = fields.Fill(word));
            if (value is null)
                return null;
            path.Append(pattern, at, name.Index - at).Append(value);
            at = name.Index + 1 + word.Length;
            if (path.Length > FieldLimit.Path)
                break;
        }

        return path.Append(pattern, at, pattern.Length - at).ToString();
    }

    // "/:month_:day": the underscore is no part of the name.
    private static string WordOf(Match name) => name.Groups["name"].Value is var word && !Names.Contains(word) ? word.TrimEnd('_') : word;

    [GeneratedRegex(":(?<name>[a-z_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
