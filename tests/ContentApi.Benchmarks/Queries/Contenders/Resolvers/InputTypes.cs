using GraphQL.Types;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

internal sealed class ArticleByType : InputObjectGraphType
{
    public ArticleByType()
    {
        Name = "ArticleBy";
        Field<IdGraphType>("id");
        Field<StringGraphType>("path");
    }
}

internal sealed class ArticleFilterType : InputObjectGraphType
{
    public ArticleFilterType()
    {
        Name = "ArticleFilterInput";
        Field<ListFilterType<CategoryFilterType>>("categories");
        Field<ListFilterType<TagFilterType>>("tags");
    }
}

internal sealed class ListFilterType<T> : InputObjectGraphType
    where T : InputObjectGraphType
{
    public ListFilterType()
    {
        Name = "ListFilterInputTypeOf" + typeof(T).Name;
        Field<T>("some");
    }
}

internal sealed class CategoryFilterType : InputObjectGraphType
{
    public CategoryFilterType()
    {
        Name = "CategoryFilterInput";
        Field<StringGraphType>("under");
    }
}

internal sealed class TagFilterType : InputObjectGraphType
{
    public TagFilterType()
    {
        Name = "TagFilterInput";
        Field<TextFilterType>("slug");
    }
}

internal sealed class TextFilterType : InputObjectGraphType
{
    public TextFilterType()
    {
        Name = "StringOperationFilterInput";
        Field<StringGraphType>("eq");
    }
}
