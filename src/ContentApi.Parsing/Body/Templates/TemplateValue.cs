namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// What an expression of Liquid or Nunjucks stands for where that is plain without running it: a literal text, put through
/// filters that make addresses of it.
/// </summary>
/// <param name="Text">The text; an address of the site begins at its root.</param>
/// <param name="IsLiteral">False when the address of the site, which is not in it, belongs before it.</param>
internal sealed record TemplateValue(string Text, bool IsLiteral)
{
    /// <summary>Null when the expression has to be run.</summary>
    /// <param name="code">What stands between the braces.</param>
    /// <param name="dialect">The tool: Jekyll alone knows the address of the site by these names.</param>
    public static TemplateValue? Read(ReadOnlySpan<char> code, Dialect dialect)
    {
        if (code.Length > WebAddress.MaxLength)
            return null;
        code = code.Trim('-').Trim();
        var end = EndOfPart(code);
        var value = ReadTerm(code[..end], dialect);
        while (value is not null && end < code.Length)
        {
            code = code[(end + 1)..];
            end = EndOfPart(code);
            value = Filter(value, code[..end].Trim(), dialect);
        }

        return value;
    }

    /// <summary>An address with the expressions in it that are known; the others stay.</summary>
    public static string Fill(string text, Dialect dialect)
    {
        if (text.Length > WebAddress.MaxLength || !TemplateSyntaxes.Of(dialect, BodyFormat.Markdown).HasFlag(TemplateSyntax.Expressions))
            return text;
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open && text.IndexOf("}}", open, StringComparison.Ordinal) is >= 0 and var close)
        {
            if (Read(text.AsSpan((open + 2)..close), dialect) is not { } value)
                return text;
            text = $"{text[..open]}{value.Text}{text[(close + 2)..]}";
            at = open + value.Text.Length;
        }

        return text;
    }

    /// <summary>An address below the root of the site, where it is not absolute already.</summary>
    public static string FromRoot(string address) =>
        address.StartsWith('/') || WebAddress.SchemeOf(address) is not null ? address : $"/{address}";

    private static TemplateValue? ReadTerm(ReadOnlySpan<char> term, Dialect dialect)
    {
        term = term.Trim();
        if (term is ['"' or '\'', .., var last] && last == term[0] && term.Length >= 2 && !term[1..^1].Contains(last))
            return new TemplateValue(term[1..^1].ToString(), IsLiteral: true);
        return dialect == Dialect.Jekyll && term is "site.baseurl" or "site.url" or "site.github.url" ? new TemplateValue("", IsLiteral: false) : null;
    }

    // "name", "name: argument" of Liquid, "name(argument)" of Nunjucks.
    private static TemplateValue? Filter(TemplateValue value, ReadOnlySpan<char> filter, Dialect dialect)
    {
        var nameEnd = filter.IndexOfAny(':', '(');
        var argument = nameEnd < 0 ? null : ReadTerm(filter[(nameEnd + 1)..].TrimEnd(')'), dialect);
        switch ((nameEnd < 0 ? filter : filter[..nameEnd]).TrimEnd())
        {
            case "prepend" when argument is not null:
                return new TemplateValue(argument.Text + value.Text, argument.IsLiteral && value.IsLiteral);
            case "append" when argument is not null:
                return new TemplateValue(value.Text + argument.Text, argument.IsLiteral && value.IsLiteral);
            case "relative_url" or "absolute_url":
                return value with { Text = FromRoot(value.Text) };
            case "url" or "absoluteUrl" or "htmlBaseUrl" or "escape" or "safe" or "strip" or "trim":
                return value;
            default:
                return null;
        }
    }

    // At the next bar outside of quotes, or at the end.
    private static int EndOfPart(ReadOnlySpan<char> code)
    {
        var quote = '\0';
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] == quote)
                quote = '\0';
            else if (quote == '\0' && code[at] is '"' or '\'')
                quote = code[at];
            else if (quote == '\0' && code[at] == '|')
                return at;
        }

        return code.Length;
    }
}
