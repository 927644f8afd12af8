using System.Text;

namespace ContentApi.Parsing;

/// <summary>Texts in Unicode's composed form (NFC), by which names, paths and slugs are compared.</summary>
public static class Composed
{
    /// <summary>Never fails: lone surrogates, and U+FFFE, which .NET refuses to compose, become U+FFFD.</summary>
    public static string Of(string text) => Wellformed.Of(text).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);
}
