using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>
/// Content with every combination: ties and missing values in all that lists are ordered by, several categories to an article and
/// none, names and slugs that several rows share, hidden articles everywhere. Always the same.
/// </summary>
internal static class RandomContent
{
    private const int Articles = 60;

    private static readonly (string Name, string Slug, int Parent)[] CategoryNames =
    [
        ("News", "news", -1), ("Tech", "tech", 0), ("AI", "ai", 1), ("Local", "local", 0), ("Life", "life", -1), ("Tech", "tech", 4), ("新闻", "新闻", -1), ("news!", "news", -1), ("Tech", "tech", 7), ("Empty", "empty", -1),
    ];

    private static readonly string[] Params =
    [
        "{}", """{"rating":4,"layout":"wide"}""", """{"layout":"narrow","rating":4.0}""", """{"rating":"4","none":null}""", """{"list":[1,2,{"k":"v"}],"nest":{"deep":{"x":true}}}""", """{"list":[[1,2],2,1],"0":{"1":"a"}}""",
        """{"list":"a","nest":{"deep":["x",null]},"é\"":"😀"}""",
    ];

    private static readonly SourceRow Source = new()
    {
        Id = Key(1, 0), Name = "random", Address = "/srv/random", Root = "/srv/random", Dialect = "GENERIC", OptionsHash = "-", TimeZone = "UTC", DefaultLocale = "en",
    };

    private static readonly CategoryRow[] Categories = MakeCategories();

    private static readonly TagRow[] Tags = [.. new[] { ("C sharp", "c-sharp"), ("C-Sharp", "c-sharp"), ("tea", "tea"), ("茶", "茶"), ("walks", "walks"), ("100%", "100"), ("rare", "rare"), ("unused", "unused") }.Select((tag, n) => new TagRow { Id = Key(3, n), Name = tag.Item1, Slug = tag.Item2 })];

    private static readonly AuthorRow[] Authors = [.. new[] { ("Ann", "ann"), ("ann e", "ann-e"), ("Bo", "bo"), ("B.o.", "bo"), ("Nobody", "nobody") }.Select((author, n) => new AuthorRow { Id = Key(4, n), Name = author.Item1, Slug = author.Item2 })];

    private static readonly ImageRow[] Images = [.. new[] { ("https://img.example/a.png", null), ("b.png", "image/png"), ("c.webp", "image/webp"), ("Cover 100%.png", "image/png") }.Select((image, n) => new ImageRow { Id = Key(5, n), Origin = "REMOTE", SourceUrl = image.Item1, Url = image.Item1, MimeType = image.Item2 })];

    /// <summary>Fills an empty database.</summary>
    public static async Task AddAsync(string connectionString)
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString));
        context.Add(Source);
        context.AddRange([.. Categories, .. Tags, .. Authors, .. Images]);
        foreach (var category in Categories)
        {
            context.AddRange(Line(category).Select((ancestor, distance) => new CategoryClosureRow { AncestorId = ancestor.Id, DescendantId = category.Id, Distance = distance }));
        }

        var random = new Random(20260601);
        for (var n = 0; n < Articles; n++)
        {
            AddArticle(context, n, random);
        }

        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlRawAsync(ListedArticlesCount.Sql);
    }

    private static CategoryRow[] MakeCategories()
    {
        var made = new List<CategoryRow>();
        foreach (var (name, slug, parent) in CategoryNames)
        {
            var above = parent < 0 ? null : made[parent];
            made.Add(new CategoryRow { Id = Key(2, made.Count), ParentId = above?.Id, Name = name, Slug = slug, Path = above is null ? slug : $"{above.Path}/{slug}", Depth = (above?.Depth ?? -1) + 1, Position = made.Count % 3 });
        }

        return [.. made];
    }

    private static void AddArticle(ContentDbContext context, int n, Random random)
    {
        var categories = random.GetItems(Categories[..9], random.Next(4)).Distinct().ToList();
        var now = SampleContent.Now;
        var article = new ArticleRow
        {
            Id = Key(6, random.Next(200) * 256 + n), SourceId = Source.Id, FilePath = $"posts/{n:00}{Pick("", "_x", "%")}.md", Path = $"/p/{n:00}", Slug = Pick("a", "b", "B", $"s-{n}"), Title = Pick("A", "a", "Ab%_", "中文", "😀", "\uFFFD \"q\\", $"Title {n}"),
            Excerpt = "-", Kind = random.Next(8) == 0 ? "PAGE" : "ARTICLE", Draft = random.Next(10) == 0, PublishedAt = random.Next(6) == 0 ? null : random.Next(12) == 0 ? now.AddDays(1) : now.AddDays(-random.Next(9)).AddMilliseconds(-random.Next(2)),
            UpdatedAt = random.Next(2) == 0 ? null : now.AddHours(-random.Next(4)), ExpiresAt = random.Next(12) == 0 ? now.AddDays(-random.Next(2)) : null, Weight = random.Next(3) == 0 ? null : random.Next(-2, 3) / 2.0, Locale = Pick("en", "zh-Hans", "EN", "de"), TranslationKey = $"/p/{n:00}",
            SeriesSlug = Pick(null, null, "tour", "日记"), BodyFormat = "MARKDOWN", BodyHash = Key(9, n), BodyStartLine = 1, WordCount = Pick(0, 10, 15, int.MaxValue), ReadingTime = 1, CoverId = random.Next(3) == 0 ? null : Pick(Images).Id,
            PrimaryCategoryId = categories.Count == 0 ? null : categories[0].Id, CommentsEnabled = true, Params = Pick(Params), ContentHash = $"{n:x8}", ParserVersion = 1, ImportedAt = now, Version = 1,
        };
        context.Add(article);
        foreach (var category in categories.SelectMany(Line).Distinct())
        {
            context.Add(Copy(article, new ArticleCategoryRow { CategoryId = category.Id, IsLeaf = categories.Contains(category), Name = category.Name, Kind = article.Kind }, Math.Max(categories.IndexOf(category), 0)));
        }

        foreach (var (tag, place) in random.GetItems(Tags[..7], random.Next(5)).Distinct().Select((tag, place) => (tag, place)))
        {
            context.Add(Copy(article, new ArticleTagRow { TagId = tag.Id, Name = tag.Name, Kind = article.Kind }, place));
        }

        foreach (var (author, place) in random.GetItems(Authors[..4], random.Next(3)).Distinct().Select((author, place) => (author, place)))
        {
            context.Add(Copy(article, new ArticleAuthorRow { AuthorId = author.Id, Name = author.Name, Kind = article.Kind }, place));
        }

        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
    }

    private static IEnumerable<CategoryRow> Line(CategoryRow category)
    {
        for (var node = category; node is not null; node = Array.Find(Categories, above => above.Id == node.ParentId))
        {
            yield return node;
        }
    }

    private static TEdge Copy<TEdge>(ArticleRow article, TEdge edge, int position)
        where TEdge : ArticleEdgeRow
    {
        (edge.ArticleId, edge.Position, edge.Draft) = (article.Id, position, article.Draft);
        (edge.PublishedSort, edge.ExpiresSort) = (article.PublishedAt ?? DateTimeOffset.MinValue, article.ExpiresAt ?? DateTimeOffset.MaxValue);
        return edge;
    }

    private static Guid Key(int kind, int n) => SampleContent.Key(kind, n);
}
