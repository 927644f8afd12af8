namespace ContentApi.Parsing;

/// <summary>Identity of a tag, category or author name.</summary>
public static class NameKey
{
    /// <summary>Gives the name in NFC, trimmed and lower-cased, so that spellings of one name are equal ordinally.</summary>
    public static string Of(string name) => LowerCase.Composed(name).Trim();
}
