using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContentApi.Server.FirstPage;

/// <summary>What the graph answers to the page's operation; the names are those of the schema.</summary>
/// <param name="Site">Facts about the site.</param>
/// <param name="Articles">The newest articles.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="CategoryTree">Every parent directly before its descendants.</param>
/// <param name="Categories">How many categories there are.</param>
/// <param name="Tags">How many tags there are, and one.</param>
/// <param name="Authors">How many authors there are, and one.</param>
/// <param name="Images">How many images there are.</param>
/// <param name="Archive">Months with articles, the newest first.</param>
public sealed record FirstPageAnswer(
    SiteFacts Site,
    Listing<ArticleTeaser> Articles,
    Listing<JsonElement> Pages,
    IReadOnlyList<CategoryNode> CategoryTree,
    Listing<JsonElement> Categories,
    Listing<Named> Tags,
    Listing<Named> Authors,
    Listing<JsonElement> Images,
    IReadOnlyList<ArchiveMonth> Archive)
{
    /// <summary>True when the public sees nothing at all.</summary>
    [JsonIgnore]
    public bool IsEmpty => Articles.TotalCount + Pages.TotalCount == 0;
}
