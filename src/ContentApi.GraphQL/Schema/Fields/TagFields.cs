using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Tag.</summary>
internal static class TagFields
{
    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<TagRow>.GlobalId("Tag", x => x.Id),
        ["slug"] = Column<TagRow>.Text(x => x.Slug),
        ["name"] = Column<TagRow>.Text(x => x.Name),
        ["articles"] = scope => Entities.ArticleTag.ArticleConnection(scope),
        ["coOccurring"] = scope => FacetFields.List(scope, "TagCount", Entities.ArticleTag.CountedBeside(scope, Entities.Tag, FacetFields.Size(scope, fallback: 10))),
        ["articleCount"] = scope => OutputCount.Of(Entities.ArticleTag.Articles(scope)),
    };
}
