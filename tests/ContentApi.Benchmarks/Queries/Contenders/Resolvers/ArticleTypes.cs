using System.Globalization;
using System.Text.Json;
using ContentApi.Benchmarks.Queries.Contenders.Projections;
using ContentApi.Data.Rows;
using GraphQL;
using GraphQL.Types;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

internal sealed class ArticleType : ObjectGraphType<ArticleRow>
{
    private const int Pictures = 10;

    public ArticleType()
    {
        Name = "Article";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(c => FieldValues.ArticleId(c.Source.Id));
        Field<NonNullGraphType<IdGraphType>>("uuid").Resolve(c => c.Source.Id.ToString());
        Field(a => a.Slug);
        Field(a => a.Path);
        Field(a => a.Title);
        Field(a => a.Description, nullable: true);
        Field<NonNullGraphType<StringGraphType>>("excerpt").Resolve(c => FieldValues.Excerpt(c.Source.Excerpt));
        Field(a => a.Kind);
        Field<NonNullGraphType<StringGraphType>>("status").Resolve(_ => "PUBLISHED");
        Field<InstantType>("publishedAt").Resolve(c => c.Source.PublishedAt);
        Field<InstantType>("updatedAt").Resolve(c => c.Source.UpdatedAt);
        Field(a => a.Locale);
        Field(a => a.WordCount);
        Field(a => a.ReadingTime);
        Field(a => a.CommentsEnabled);
        Field(a => a.Version);
        Field<NonNullGraphType<ParamsType>>("params").Resolve(c => c.Source.Params);
        Field<NonNullGraphType<SourceFileType>>("source").Resolve(c => new SourceFile(c.Source.FilePath, c.Source.ContentHash));
        Field<BodyType>("body").Resolve(c => Of(c).Bodies.Load(c.Source.Id, null));
        Field<ListGraphType<HeadingType>>("tableOfContents").ResolveAsync(async c =>
            FieldValues.Headings((await Of(c).Bodies.Load(c.Source.Id, null).GetResultAsync(c.CancellationToken))!.TableOfContents));
        Field<PictureType>("cover").Resolve(c => c.Source.CoverId is { } cover ? Of(c).Covers.Load(cover, null) : null);
        Field<PicturesType>("images").Resolve(c => Of(c).Images.Load(c.Source.Id, []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AuthorType>>>>("authors").Resolve(c => Of(c).Authors.Load(c.Source.Id, []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CategoryType>>>>("categories").Resolve(c => Of(c).Categories.Load(c.Source.Id, []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TagType>>>>("tags").Resolve(c => Of(c).Tags.Load(c.Source.Id, []));
    }

    private static Loaders Of(IResolveFieldContext context) => (Loaders)context.UserContext;

    private sealed class PicturesType : ObjectGraphType<IReadOnlyList<ArticleImageRow>>
    {
        public PicturesType()
        {
            Name = "ArticleImagesConnection";
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<PictureEdgeType>>>>("edges").Resolve(c => c.Source.Take(Pictures));
        }
    }
}

internal sealed class ArticlesType : ObjectGraphType<Page<ArticleRow>>
{
    public ArticlesType()
    {
        Name = "ArticlesConnection";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ArticleType>>>>("nodes").Resolve(c => c.Source.Nodes);
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Resolve(c => c.Source.PageInfo);
    }
}

internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Field(p => p.HasNextPage);
        Field(p => p.EndCursor, nullable: true);
    }
}

internal sealed class BodyType : ObjectGraphType<ArticleBodyRow>
{
    public BodyType()
    {
        Name = "ArticleBody";
        Field<NonNullGraphType<StringGraphType>>("html").Resolve(c => FieldValues.Html(c.Source.Html));
        Field(b => b.Text);
    }
}

internal sealed class HeadingType : ObjectGraphType<Heading>
{
    public HeadingType()
    {
        Name = "TocEntry";
        Field(h => h.Id);
        Field(h => h.Text);
        Field(h => h.Level);
    }
}

internal sealed class SourceFileType : ObjectGraphType<SourceFile>
{
    public SourceFileType()
    {
        Name = "ContentSource";
        Field(s => s.Path);
        Field(s => s.ContentHash);
    }
}

internal sealed class InstantType : ScalarGraphType
{
    public InstantType() => Name = "DateTime";

    public override object? ParseValue(object? value) => throw new NotSupportedException();

    public override object? Serialize(object? value) =>
        value is DateTimeOffset instant ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : null;
}

internal sealed class ParamsType : ScalarGraphType
{
    public ParamsType() => Name = "JSON";

    public override object? ParseValue(object? value) => throw new NotSupportedException();

    public override object? Serialize(object? value) => JsonSerializer.Deserialize<JsonElement>((string)value!);
}
