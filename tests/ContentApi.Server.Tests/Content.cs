using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests;

/// <summary>A source in a folder of its own, and what belongs to it, written as the importer would.</summary>
internal sealed class Content : IAsyncDisposable
{
    private readonly ContentDbContext _context;
    private readonly SourceRow _source;

    private Content(ContentDbContext context, SourceRow source)
    {
        _context = context;
        _source = source;
    }

    public string Root => _source.Root;

    public static Content In(TestDatabase database)
    {
        var id = Guid.NewGuid();
        var source = new SourceRow
        {
            Id = id,
            Name = $"source-{id:N}",
            Root = Directory.CreateTempSubdirectory("contentapi").FullName,
            Address = "",
            Dialect = "HEXO",
            OptionsHash = "",
            TimeZone = "UTC",
            DefaultLocale = "en",
        };
        var context = new ContentDbContext(ContentDbContext.OptionsFor(database.ConnectionString));
        context.Sources.Add(source);
        return new Content(context, source);
    }

    /// <summary>Adds an image whose file has these bytes; the file is not written when they are null.</summary>
    public async Task<ImageRow> AddImageAsync(string filePath, byte[]? bytes = null, string? mediaType = "image/png", bool usedPublicly = true)
    {
        var id = Guid.NewGuid();
        var image = new ImageRow
        {
            Id = id,
            SourceId = _source.Id,
            Origin = "LOCAL",
            SourceUrl = filePath,
            Url = $"/images/{id:N}/{Path.GetFileName(filePath)}",
            FilePath = filePath,
            MimeType = mediaType,
        };
        _context.Images.Add(image);
        if (bytes is not null)
        {
            var file = Path.Combine(Root, filePath);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        }

        if (usedPublicly)
        {
            AddUse(image);
        }

        await SaveAsync();
        return image;
    }

    /// <summary>Adds an article that uses the image.</summary>
    public void AddUse(ImageRow image, string kind = "ARTICLE", bool draft = false, DateTimeOffset? publishedAt = null, DateTimeOffset? expiresAt = null)
    {
        var article = AddArticle(kind, draft, publishedAt, expiresAt);
        _context.Add(new ArticleImageRow
        {
            ArticleId = article.Id,
            ImageId = image.Id,
            Kind = kind,
            Draft = draft,
            PublishedSort = publishedAt ?? DateTimeOffset.MinValue,
            ExpiresSort = expiresAt ?? DateTimeOffset.MaxValue,
            Roles = ["INLINE"],
            SourceUrl = image.SourceUrl,
        });
    }

    /// <summary>Adds an author whom the importer gave this portrait.</summary>
    public AuthorRow AddAuthor(ImageRow avatar)
    {
        var author = new AuthorRow { Id = Guid.NewGuid(), Name = "Ann", Slug = "ann", AvatarId = avatar.Id };
        _context.Add(author);
        return author;
    }

    /// <summary>Adds an article of the author that names this portrait, or none.</summary>
    public void AddArticleBy(AuthorRow author, ImageRow? avatar, bool draft)
    {
        var article = AddArticle("ARTICLE", draft, publishedAt: null, expiresAt: null);
        _context.Add(new ArticleAuthorRow
        {
            ArticleId = article.Id,
            AuthorId = author.Id,
            Name = author.Name,
            AvatarId = avatar?.Id,
            AvatarUrl = avatar?.SourceUrl,
            Kind = "ARTICLE",
            Draft = draft,
            PublishedSort = DateTimeOffset.MinValue,
            ExpiresSort = DateTimeOffset.MaxValue,
        });
    }

    public Task SaveAsync() => _context.SaveChangesAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    private ArticleRow AddArticle(string kind, bool draft, DateTimeOffset? publishedAt, DateTimeOffset? expiresAt)
    {
        var article = new ArticleRow
        {
            Id = Guid.NewGuid(),
            SourceId = _source.Id,
            FilePath = $"{Guid.NewGuid():N}.md",
            Path = $"/{Guid.NewGuid():N}",
            Slug = "slug",
            Title = "Title",
            Excerpt = "",
            Kind = kind,
            Draft = draft,
            PublishedAt = publishedAt,
            ExpiresAt = expiresAt,
            Locale = "en",
            TranslationKey = "",
            BodyFormat = "MARKDOWN",
            Params = "{}",
            ContentHash = "",
        };
        _context.Articles.Add(article);
        return article;
    }
}
