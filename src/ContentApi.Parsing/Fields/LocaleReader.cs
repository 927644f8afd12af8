using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the language of a file.</summary>
internal static class LocaleReader
{
    private const string Locale = "locale";

    /// <summary>A BCP 47 tag in the usual case (<c>zh-Hant-TW</c>): of a key, else of the folders, else of the name; null when none says.</summary>
    public static string? Read(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.LocaleKeys))
        {
            if (entry.Value is not MetaScalar scalar || LanguageTag.Normalise(scalar.Text.Trim()) is not { } tag)
                continue;
            context.Fields.Take(entry);
            context.Origins?.Add(Locale, entry);
            return tag;
        }

        if (context.File.Layout.Locale is not null)
            context.Origins?.Add(Locale, FieldOriginKind.Folder);
        else if (context.File.NameLocale is not null)
            context.Origins?.Add(Locale, FieldOriginKind.FileName);
        return context.File.Locale;
    }
}
