namespace ContentApi.Data;

/// <summary>
/// Categories, tags and authors hold how many articles they list for good, so that a count at some instant needs no more than
/// those that are not published yet and those that expire.
/// </summary>
public static class ListedArticles
{
    /// <summary>Condition on an edge whose article is counted: no draft, no page, nothing that expires.</summary>
    public const string Condition = "not draft and kind = 'ARTICLE' and expires_sort = 'infinity'";

    /// <summary>Condition on an edge whose article is listed until it expires.</summary>
    public const string Expiring = "not draft and kind = 'ARTICLE' and expires_sort < 'infinity'";
}
