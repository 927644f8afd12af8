using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>Reads the text that <c>EXPLAIN</c> prints for a filter.</summary>
internal static partial class FilterConditions
{
    /// <summary>Gives the comparisons that all rows have to fulfil and that an index on their left side could answer.</summary>
    /// <param name="filter">The text, for instance <c>((NOT draft) AND (title = $1))</c>.</param>
    public static IEnumerable<Comparison> Read(string filter)
    {
        foreach (var condition in Conjuncts(filter))
        {
            var text = Literal().Replace(condition, match => new string('\'', match.Length));
            if (Operator().Matches(text).FirstOrDefault(match => DepthAt(text, match.Index) == 0) is { } comparison)
            {
                yield return new Comparison(
                    Bare(condition[..comparison.Index]),
                    comparison.Groups["operator"].Value == "=",
                    Bare(text[(comparison.Index + comparison.Length)..]));
            }
        }
    }

    /// <summary>Gives an expression without the parentheses around it.</summary>
    public static string Bare(string text)
    {
        text = text.Trim();
        while (text.StartsWith('(') && ClosingOf(text) == text.Length - 1)
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    private static IEnumerable<string> Conjuncts(string filter)
    {
        var bare = Bare(filter);
        var text = Literal().Replace(bare, match => new string('\'', match.Length));
        var start = 0;
        foreach (Match and in And().Matches(text))
        {
            if (DepthAt(text, and.Index) == 0)
            {
                yield return Bare(bare[start..and.Index]);
                start = and.Index + and.Length;
            }
        }

        yield return Bare(bare[start..]);
    }

    private static int DepthAt(string text, int index) => text.AsSpan(0, index).Count('(') - text.AsSpan(0, index).Count(')');

    private static int ClosingOf(string text)
    {
        var (depth, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '\'';
            depth += isQuoted ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex("'(?:[^']|'')*'", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(" AND ", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@" (?<operator>=|<=|>=|<|>) (?:ANY )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Operator();
}
