namespace ContentApi.Parsing.Body.Templates;

/// <summary>Text that Markdown has to take as it is.</summary>
internal static class MarkdownText
{
    /// <summary>Puts a backslash before every punctuation mark (CommonMark 2.4) and makes one line of it.</summary>
    public static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '\n' => " ",
        _ when char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) => $"\\{c}",
        _ => c.ToString(),
    }));
}
