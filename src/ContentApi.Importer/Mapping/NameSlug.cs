using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Slugs of tags, authors and categories.</summary>
internal static class NameSlug
{
    private const int IdDigits = 8;

    /// <summary>The same for every spelling of a name, and never empty: a name of signs alone is called by its id.</summary>
    public static string Of(string name, Guid id) => Slug.From(NameKey.Of(name)) is { Length: > 0 } slug ? slug : id.ToString("N")[..IdDigits];
}
