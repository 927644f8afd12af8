using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the language of a file.</summary>
internal static class LocaleReader
{
    /// <summary>A BCP 47 tag in the usual case (<c>zh-Hant-TW</c>); null when no key holds one.</summary>
    public static string? Read(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.LocaleKeys).ToArray())
        {
            if (entry.Value is not MetaScalar scalar || LanguageTag.Normalise(scalar.Text.Trim()) is not { } tag)
                continue;
            context.Fields.Take(entry);
            return tag;
        }

        return null;
    }
}
