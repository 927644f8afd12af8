using System.Text.Encodings.Web;
using System.Text.Json;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.CustomFields;

namespace ContentApi.Importer.Mapping;

/// <summary>Turns what a file says into rows.</summary>
/// <param name="settings">The source.</param>
/// <param name="stamps">Of its files.</param>
/// <param name="importedAt">Start of the run.</param>
internal sealed class RowMapper(ImportSettings settings, FileStamps stamps, DateTimeOffset importedAt)
{
    /// <summary>Grows when the same parsed article gives other rows, so that every file is read again.</summary>
    public const int Version = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DateTimeOffset _importedAt = ToMilliseconds(importedAt);

    /// <param name="id">The article's id.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentHash">Hash of the file's bytes.</param>
    /// <param name="parsed">What the file says.</param>
    /// <param name="images">Empty, of this file; keeps what the images gave.</param>
    /// <param name="links">The links that were found in it.</param>
    public ArticleRows Map(Guid id, SourceFile file, string contentHash, ParsedArticle parsed, ImageMapper images, LinkMapper links)
    {
        var kind = parsed.Kind.ToString().ToUpperInvariant();
        foreach (var image in parsed.Images)
            images.Add(image, id, kind);
        var categories = new CategoryMapper(id, kind);
        for (var i = 0; i < parsed.CategoryPaths.Count; i++)
            categories.Add(parsed.CategoryPaths[i], i);

        var tagIds = parsed.Tags.Select(x => NaturalKey.Tag(x.Key)).ToArray();
        var authors = parsed.Authors.Select((x, i) => MakeAuthor(x, i, id, kind, images)).ToArray();
        var body = MakeBody(id, parsed.Body);
        var rows = new ArticleRows
        {
            Article = MakeArticle(id, file, contentHash, parsed, kind, body.Hash, images.Cover, categories.Primary),
            Body = body,
            Aliases = [.. parsed.Aliases.Select((path, i) => new ArticleAliasRow { ArticleId = id, Path = path, Position = i })],
            Links = links.Rows(id),
            Tags = [.. parsed.Tags.Select((x, i) => new ArticleTagRow { ArticleId = id, TagId = tagIds[i], Name = x.Name, Position = i, Kind = kind })],
            Authors = authors,
            Categories = categories.Edges,
            Images = images.Edges,
            SharedTags = [.. parsed.Tags.Select((x, i) => new TagRow { Id = tagIds[i], Name = x.Name, Slug = x.Slug ?? NameSlug.Of(x.Name, tagIds[i]) })],
            SharedAuthors = [.. authors.Select(x => new AuthorRow { Id = x.AuthorId, Name = x.Name, Slug = NameSlug.Of(x.Name, x.AuthorId) })],
            SharedCategories = categories.Categories,
            Closure = categories.Closure,
            SharedImages = images.Images,
        };
        foreach (var edges in (IReadOnlyList<ArticleEdgeRow>[])[rows.Tags, rows.Authors, rows.Categories, rows.Images])
            CopyToEdges(rows.Article, edges);
        return rows;
    }

    // Lists are filtered and sorted by them.
    private static void CopyToEdges(ArticleRow article, IReadOnlyList<ArticleEdgeRow> edges)
    {
        foreach (var edge in edges)
        {
            edge.Draft = article.Draft;
            edge.PublishedSort = article.PublishedAt ?? DateTimeOffset.MinValue;   // -infinity
            edge.ExpiresSort = article.ExpiresAt ?? DateTimeOffset.MaxValue;   // infinity
        }
    }

    private static ArticleBodyRow MakeBody(Guid articleId, ParsedBody body)
    {
        var tableOfContents = body.TableOfContents.Count == 0 ? "[]" : JsonSerializer.Serialize(body.TableOfContents, Json);
        return new ArticleBodyRow
        {
            ArticleId = articleId,
            Hash = NaturalKey.Body(body.Raw, body.Html, body.Text, tableOfContents),
            Raw = body.Raw,
            Html = body.Html,
            Text = body.Text,
            TableOfContents = tableOfContents,
        };
    }

    private static ArticleAuthorRow MakeAuthor(ParsedAuthor author, int position, Guid articleId, string kind, ImageMapper images) => new()
    {
        ArticleId = articleId,
        AuthorId = NaturalKey.Author(author.Name),
        Name = author.Name,
        Url = author.Url,
        Bio = author.Bio,
        Email = author.Email,
        Params = author.ParamsJson,
        AvatarId = author.AvatarAddress is { } address ? images.AddAvatar(address, author.AvatarLine, author.AvatarColumn) : null,
        AvatarUrl = author.AvatarAddress,
        Position = position,
        Kind = kind,
    };

    // Series are made of articles; what a page says of one neither shows nor is found.
    private static ParsedSeries? SeriesOf(ParsedArticle parsed) => parsed.Kind == ArticleKind.Article ? parsed.Series : null;

    private ArticleRow MakeArticle(
        Guid id, SourceFile file, string contentHash, ParsedArticle parsed, string kind, Guid bodyHash, Guid? cover, Guid? primaryCategory) => new()
    {
        Id = id,
        SourceId = settings.SourceId,
        FilePath = file.Path,
        Commit = settings.Source.Commit,
        Path = parsed.Path,
        Slug = parsed.Slug,
        Title = parsed.Title,
        Description = parsed.Description,
        Excerpt = parsed.Excerpt,
        Kind = kind,
        Draft = parsed.IsDraft,
        PublishedAt = ToMilliseconds(parsed.PublishedAt),
        UpdatedAt = ToMilliseconds(parsed.UpdatedAt),
        ExpiresAt = ToMilliseconds(parsed.ExpiresAt),
        Weight = parsed.Weight,
        SourceDateRaw = parsed.SourceDate?.Raw,
        SourceDateZone = parsed.SourceDate?.TimeZone,
        SourceDateZoneAssumed = parsed.SourceDate?.AssumedZone,
        Locale = parsed.Locale ?? settings.DefaultLocale,
        TranslationKey = parsed.TranslationKey,
        SeriesTitle = SeriesOf(parsed)?.Title,
        SeriesSlug = SeriesOf(parsed) is { } series ? NameSlug.Of(series.Title, NaturalKey.Series(series.Title)) : null,
        SeriesPosition = SeriesOf(parsed)?.Position,
        BodyFormat = parsed.Body.Format.ToString().ToUpperInvariant(),
        BodyHash = bodyHash,
        BodyStartLine = parsed.Body.StartLine,
        WordCount = parsed.Body.WordCount,
        ReadingTime = parsed.Body.ReadingMinutes,
        CoverId = cover,
        PrimaryCategoryId = primaryCategory,
        CanonicalUrl = parsed.CanonicalUrl,
        CommentsEnabled = parsed.CommentsEnabled,
        Params = parsed.ParamsJson,
        Fields = MakeFields(parsed.CustomFields),
        ContentHash = contentHash,
        FileStamp = stamps.Of(file),
        ParserVersion = ArticleParser.Version,
        ImportedAt = _importedAt,
    };

    // References are links. JSON is kept as the text that it is, with its order and its digits.
    private static string? MakeFields(IReadOnlyList<ParsedField> fields)
    {
        var members = fields.Where(x => x.Declaration.Type.Scalar != FieldScalar.Article)
            .Select(x => $"{JsonSerializer.Serialize(CustomFieldOf(x.Declaration).StoredName)}:{(x.Declaration.Type.Scalar == FieldScalar.JSON ? JsonSerializer.Serialize(x.Json, Json) : x.Json)}")
            .ToList();
        return members.Count == 0 ? null : $"{{{string.Join(',', members)}}}";
    }

    /// <summary>A declaration as it is stored.</summary>
    internal static CustomField CustomFieldOf(FieldDeclaration declaration) => new(declaration.Name, declaration.Key, declaration.Type.ToString());

    // Whole milliseconds are what the graph prints, and filters compare what the graph prints.
    private static DateTimeOffset? ToMilliseconds(DateTimeOffset? instant) => instant is { } known ? ToMilliseconds(known) : null;

    private static DateTimeOffset ToMilliseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
