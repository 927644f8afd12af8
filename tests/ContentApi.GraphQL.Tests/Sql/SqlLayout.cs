using System.Text;
using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Tests.Sql;

/// <summary>Breaks a statement into lines for people; nothing else of it changes.</summary>
internal static partial class SqlLayout
{
    public static string Of(string sql)
    {
        var (text, depth, position) = (new StringBuilder(), 0, 0);
        while (position < sql.Length)
        {
            if (Breaks().IsMatch(sql, position) && position > 0)
            {
                while (text[^1] == ' ')
                {
                    text.Length--;
                }

                text.Append('\n').Append(' ', 2 * depth);
            }

            var length = sql[position] == '\'' ? Literal().Match(sql, position).Length : 1;
            depth += sql[position] switch { '(' => 1, ')' => -1, _ => 0 };
            text.Append(sql, position, length);
            position += length;
        }

        return text.ToString();
    }

    // Before every clause, and before every piece of JSON text that begins a member.
    [GeneratedRegex(@"\G(?<![a-z_0-9.])(select|from|where|group by|order by|limit|left join|(?<!left |cross )join|cross join|when|else) |\G'[{,}\]]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex("\\G'([^']|'')*'", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
