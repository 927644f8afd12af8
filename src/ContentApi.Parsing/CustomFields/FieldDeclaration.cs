using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.CustomFields;

/// <summary>A key of the front matter that is to be a field of its own.</summary>
/// <param name="Key">As it is declared; files may write it as they write any key, <c>reading_level</c> for <c>reading-level</c>.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Type">What it holds.</param>
public sealed record FieldDeclaration(string Key, string Name, FieldType Type)
{
    private const int MaxNameLength = 100;

    /// <summary>The key in any of its spellings.</summary>
    internal string FoldedKey { get; } = FieldName.Fold(Key);

    /// <summary>The name of a key's field: its words in one, as the graph writes names; null when they make none.</summary>
    public static string? NameOf(string key)
    {
        var words = key.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select((word, i) => i == 0 ? First(word) : char.ToUpperInvariant(word[0]) + word[1..]));
        return name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit) ? name : null;
    }

    /// <summary>What all spellings of a key have in common.</summary>
    public static string Identity(string key) => FieldName.Fold(key);

    /// <summary>True for the key whose value is never served.</summary>
    public static bool IsSecret(string key) => FieldName.Fold(key) == FieldName.Password;

    // ISBN is isbn, and Rating is rating.
    private static string First(string word) => word.Any(char.IsLower) ? char.ToLowerInvariant(word[0]) + word[1..] : word.ToLowerInvariant();
}
