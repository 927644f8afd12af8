using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Mapping;

/// <summary>Tells which articles have the slug of another one. Translations of one article are meant to.</summary>
internal static class SlugFindings
{
    /// <summary>One for each article but the first of a slug, in no order. Linear in the number of articles but for their sorting.</summary>
    /// <param name="articles">All of a source.</param>
    public static IEnumerable<Diagnostic> Find(IEnumerable<SlugUse> articles) =>
        articles.GroupBy(x => x.Slug).Where(x => x.Skip(1).Any()).SelectMany(FindIn);

    private static IEnumerable<Diagnostic> FindIn(IGrouping<string, SlugUse> articles)
    {
        var inOrder = articles.OrderBy(x => x.FilePath, StringComparer.Ordinal).ToList();
        var first = inOrder[0];
        var firstOther = inOrder.Find(x => x.TranslationKey != first.TranslationKey);
        var firstOfLanguage = new Dictionary<(string, string), SlugUse>();
        foreach (var article in inOrder)
        {
            // The first one that is no translation of this article: of another key, or of its key and language.
            var other = article.TranslationKey == first.TranslationKey ? firstOther : first;
            firstOfLanguage.TryAdd((article.TranslationKey, article.Locale), article);
            var same = firstOfLanguage[(article.TranslationKey, article.Locale)];
            if (other is null || string.CompareOrdinal(same.FilePath, other.FilePath) < 0)
                other = same;
            if (string.CompareOrdinal(other.FilePath, article.FilePath) < 0)
                yield return new Diagnostic(DiagnosticCode.DupSlug, DiagnosticSeverity.Info, article.FilePath, 1, 1, $"The slug '{article.Slug}' is also that of '{other.FilePath}'.");
        }
    }
}
