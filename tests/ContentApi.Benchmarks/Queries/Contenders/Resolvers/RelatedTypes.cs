using ContentApi.Data.Rows;
using GraphQL.Types;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

internal sealed class AuthorType : ObjectGraphType<AuthorRow>
{
    public AuthorType()
    {
        Name = "Author";
        Field(a => a.Name);
        Field(a => a.Slug);
    }
}

internal sealed class TagType : ObjectGraphType<TagRow>
{
    public TagType()
    {
        Name = "Tag";
        Field(t => t.Name);
        Field(t => t.Slug);
    }
}

internal sealed class CategoryType : ObjectGraphType<CategoryRow>
{
    public CategoryType()
    {
        Name = "Category";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(c => FieldValues.CategoryId(c.Source.Id));
        Field(c => c.Name);
        Field(c => c.Path);
        Field(c => c.Depth);
        Field<NonNullGraphType<IntGraphType>>("articleCount").Resolve(c => ((Loaders)c.UserContext).Counts.Load(c.Source.Id, 0));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CategoryType>>>>("ancestors").Resolve(c => ((Loaders)c.UserContext).Ancestors.Load(c.Source.Id, []));
        Field<NewestArticlesType>("articles").Argument<IntGraphType>("first").Resolve(c => ((Loaders)c.UserContext).NewestArticles.Load(c.Source.Id, []));
    }
}

internal sealed class NewestArticlesType : ObjectGraphType<IReadOnlyList<ArticleRow>>
{
    public NewestArticlesType()
    {
        Name = "CategoryArticlesConnection";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ArticleType>>>>("nodes").Resolve(c => c.Source);
    }
}

internal sealed class PictureType : ObjectGraphType<ImageRow>
{
    public PictureType()
    {
        Name = "Image";
        Field<NonNullGraphType<StringGraphType>>("url").Resolve(c => FieldValues.Url(c.Source.Url, c.Source.FilePath));
        Field<StringGraphType>("alt").Resolve(c => ((Loaders)c.UserContext).Alts.Load(c.Source.Id, null));
    }
}

internal sealed class PictureEdgeType : ObjectGraphType<ArticleImageRow>
{
    public PictureEdgeType()
    {
        Name = "ArticleImagesEdge";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("roles").Resolve(c => c.Source.Roles);
        Field(e => e.Alt, nullable: true);
        Field<NonNullGraphType<PictureType>>("node").Resolve(c => c.Source.Image);
    }
}
