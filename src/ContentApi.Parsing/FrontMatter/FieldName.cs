namespace ContentApi.Parsing.FrontMatter;

/// <summary>Names of front-matter keys.</summary>
internal static class FieldName
{
    public const string Password = "password";

    /// <summary>Keys of the mail address of an author, which is for editors alone.</summary>
    public static readonly IReadOnlyList<string> Emails = ["email", "mail", "emailaddress"];

    /// <summary>Makes one name of the spellings of a key: <c>Last_Modified-At</c>, <c>lastModifiedAt</c>.</summary>
    public static string Fold(string key)
    {
        if (IsFolded(key))
            return key;
        key = LowerCase.Of(key);
        Span<char> folded = key.Length <= 64 ? stackalloc char[key.Length] : new char[key.Length];
        var length = 0;
        foreach (var c in key)
        {
            if (c is not ('_' or '-' or ' '))
                folded[length++] = c;
        }

        return folded[..length].ToString();
    }

    private static bool IsFolded(string key)
    {
        foreach (var c in key)
        {
            if (c is not (>= 'a' and <= 'z') && (c is '_' or '-' or ' ' || !LowerCase.Is(c)))
                return false;
        }

        return true;
    }
}
