using System.Text;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Mends lists in brackets: empty items, items that have to be quoted, a closing bracket too few or too many.</summary>
internal static class YamlList
{
    /// <summary>The list in one line; null when a text follows it, so that it is none.</summary>
    /// <param name="lines">From the opening bracket on.</param>
    public static string? Mend(IEnumerable<string> lines)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        var brackets = new YamlBrackets();
        var isClosed = false;
        foreach (var line in lines)
        {
            var at = 0;
            var start = !isClosed && brackets.Depth == 0 ? 1 : 0;
            while (!isClosed && brackets.Read(line, ref at))
            {
                isClosed = brackets.Depth == 0;
                if (!isClosed && (brackets.Depth > 1 || brackets.Mark != ','))
                    continue;
                Add(item.Append(line, start, at - 1 - start), items);
                start = at;
            }

            if (!isClosed)
                item.Append(line, start, at - start).Append(' ');
            else if (line.AsSpan(start).TrimStart(" \t]},") is { IsEmpty: false } rest && rest[0] != '#')
                return null;
        }

        Add(item, items);
        return $"[{string.Join(", ", items)}]";
    }

    private static void Add(StringBuilder item, List<string> items)
    {
        var text = item.ToString().Trim();
        item.Clear();
        if (text.Length > 0)
            items.Add(YamlSyntax.Accepts($"[{text}]") ? text : YamlText.Quote(YamlText.Of(text)));
    }
}
