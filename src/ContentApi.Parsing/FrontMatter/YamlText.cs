namespace ContentApi.Parsing.FrontMatter;

/// <summary>What a value or a key that breaks YAML's rules was meant to say.</summary>
internal static class YamlText
{
    /// <summary>In single quotes, where nothing but these quotes has to be escaped.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''")}'";

    /// <summary>
    /// Takes off a comment, pairs of quotes around the whole value, however many, and a quote that opens without closing.
    /// The number of lines stays.
    /// </summary>
    public static string Of(string value)
    {
        value = WithoutComment(value);
        var (start, end) = (0, value.Length);
        while (end - start >= 2 && value[start] == value[end - 1] && value[start] is '"' or '\'' && AreOnePair(value.AsSpan(start, end - start)))
            (start, end) = (start + 1, end - 1);
        value = value[start..end];
        if (value.Length > 0 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) < 0)
            value = value[1..];
        return value.Replace("\\\"", "\"");
    }

    // "A" and "B" has quotes at both ends as well, but there the second one closes the first: it stands behind a word and before
    // none, as that of 'the dogs' bowl' does, which has no partner.
    private static bool AreOnePair(ReadOnlySpan<char> value)
    {
        var quote = value[0];
        var inner = value[1..^1];
        var second = inner.IndexOf(quote);
        var closes = second > 0 && !char.IsWhiteSpace(inner[second - 1]) && (second + 1 == inner.Length || !char.IsLetterOrDigit(inner[second + 1]));
        return !closes || inner[(second + 1)..].Count(quote) % 2 == 0;
    }

    private static string WithoutComment(string value)
    {
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var close = value.LastIndexOf(value[0]);
            var rest = value.AsSpan(close + 1);
            return close > 0 && rest.Length > 1 && rest[0] is ' ' or '\t' && rest.TrimStart()[0] == '#' && !rest.Contains('\n') ? value[..(close + 1)] : value;
        }

        var comment = value.Contains('\n') ? -1 : value.IndexOf(" # ", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
