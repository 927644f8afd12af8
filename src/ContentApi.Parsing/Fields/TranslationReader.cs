using System.Security.Cryptography;
using System.Text;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads what a file shares with its translations. Its keys stay among the params.</summary>
internal static class TranslationReader
{
    // A hash index takes keys of any length, but nobody writes such keys by hand.
    private const int MaxBytes = 2000;

    /// <summary>A key that the file gives is never equal to one made of a path.</summary>
    public static string Read(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.TranslationKeys))
        {
            if (entry.Value is not MetaScalar scalar || FieldContext.IsEmpty(scalar))
                continue;
            context.Origins?.Add("translations", entry);
            return Bound("key:" + Composed.Of(scalar.Text.Trim()));
        }

        context.Origins?.Add("translations", FieldOriginKind.FileName, note: "the path of the file without its language");
        return Bound("path:" + Composed.Of(context.File.TranslationPath));
    }

    // What is too long keeps its beginning and stays as different from others as it was.
    private static string Bound(string key) => Encoding.UTF8.GetByteCount(key) <= MaxBytes
        ? key
        : $"{Wellformed.Cut(key, MaxBytes / 8)}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
