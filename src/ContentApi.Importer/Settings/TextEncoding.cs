using System.Text;

namespace ContentApi.Importer.Settings;

/// <summary>Encodings of files by their names, such as <c>gb18030</c>, <c>windows-1252</c> or <c>shift_jis</c>.</summary>
public static class TextEncoding
{
    /// <summary>Finds an encoding by a name that the IANA registers, in any case; null for any other text.</summary>
    public static Encoding? Find(string name)
    {
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } page)
            return page;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
