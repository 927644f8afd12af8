using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.GraphQL.Tests;

/// <summary>
/// Small content with every case that matters to queries: ties, nulls, pages, drafts, scheduled and expired articles, former paths, and
/// categories, tags, authors and images that only those use. <see cref="Now"/> is the instant at which it is looked at.
/// </summary>
internal static class SampleContent
{
    public const int PublicArticles = 24;

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly SourceRow Source = new()
    {
        Id = Key(1, 0), Name = "blog", Address = "/srv/blog", Root = "/srv/blog", Dialect = "HEXO", OptionsHash = "-", TimeZone = "Asia/Shanghai", DefaultLocale = "zh-Hans", Title = "A \"blog\"",
    };

    private static readonly CategoryRow[] Categories =
    [
        new() { Id = Key(2, 0), Name = "新闻", Slug = "新闻", Path = "新闻" },
        new() { Id = Key(2, 1), ParentId = Key(2, 0), Name = "Tech", Slug = "tech", Path = "新闻/tech", Depth = 1 },
        new() { Id = Key(2, 2), ParentId = Key(2, 1), Name = "AI", Slug = "ai", Path = "新闻/tech/ai", Depth = 2 },
        new() { Id = Key(2, 3), Name = "Life", Slug = "life", Path = "life", Description = "Days" },
        new() { Id = Key(2, 4), Name = "Secret", Slug = "secret", Path = "secret" },
        new() { Id = Key(2, 5), ParentId = Key(2, 3), Name = "Drawer", Slug = "drawer", Path = "life/drawer", Depth = 1 },
        new() { Id = Key(2, 6), Name = "Attic", Slug = "attic", Path = "attic" },
        new() { Id = Key(2, 7), ParentId = Key(2, 6), Name = "Box", Slug = "box", Path = "attic/box", Depth = 1 },
    ];

    private static readonly TagRow[] Tags = [.. new[] { "c-sharp", "tea", "walks", "hidden", "about" }.Select((name, n) => new TagRow { Id = Key(3, n), Name = name.ToUpperInvariant(), Slug = name })];

    // What a hidden article says of ann and bo comes first among all that is said of them.
    private static readonly AuthorRow[] Authors =
    [
        new() { Id = Key(4, 0), Name = "ann", Slug = "ann", Url = "https://ann.early.example/", Bio = "Was early.", Email = "ann@early.example", Params = """{"early":1}""", AvatarId = Key(5, 6) },
        new() { Id = Key(4, 1), Name = "bo", Slug = "bo", Url = "https://bo.early.example/", Bio = "Was early.", Email = "bo@early.example", Params = """{"early":1}""", AvatarId = Key(5, 6) },
        new() { Id = Key(4, 2), Name = "ghost", Slug = "ghost", AvatarId = Key(5, 5) },
    ];

    private static readonly ImageRow[] Images =
    [
        new() { Id = Key(5, 0), Origin = "REMOTE", SourceUrl = "https://img.example/a.png", Url = "https://img.example/a.png", Alt = "A" },
        new() { Id = Key(5, 1), Origin = "LOCAL", SourceId = Source.Id, SourceUrl = "b.png", Url = "/images/b/b.png", FilePath = "b.png", MimeType = "image/png", ByteSize = 5_000_000_000, ContentHash = "b0" },
        new() { Id = Key(5, 2), Origin = "REMOTE", SourceUrl = "https://img.example/hidden.png", Url = "https://img.example/hidden.png" },
        new() { Id = Key(5, 3), Origin = "LOCAL", SourceId = Source.Id, SourceUrl = "ann.png", Url = "/images/d/ann.png", FilePath = "ann.png", MimeType = "image/webp", ContentHash = "d0" },
        new() { Id = Key(5, 5), Origin = "REMOTE", SourceUrl = "https://img.example/face.png", Url = "https://img.example/face.png", ContentHash = "f0" },
        new() { Id = Key(5, 6), Origin = "LOCAL", SourceId = Source.Id, SourceUrl = "Early.png", Url = "/images/e/Early.png", FilePath = "Early.png", MimeType = "image/png", ContentHash = "e0" },
    ];

    /// <summary>Fills an empty database.</summary>
    public static async Task AddAsync(string connectionString)
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString));
        context.Add(Source);
        context.AddRange([.. Categories, .. Tags, .. Authors, .. Images]);
        AddImports(context);
        foreach (var descendant in Categories)
        {
            var distance = 0;
            for (var ancestor = descendant; ancestor is not null; ancestor = Array.Find(Categories, category => category.Id == ancestor.ParentId))
            {
                context.Add(new CategoryClosureRow { AncestorId = ancestor.Id, DescendantId = descendant.Id, Distance = distance++ });
            }
        }

        for (var n = 0; n < PublicArticles; n++)
        {
            AddArticle(context, n, article => { }, category: n % 3 == 2 ? 3 : n % 3 + 1, tags: [n % 2, 2], author: n % 2, images: n % 2 == 0 ? [0, 1] : []);
        }

        AddArticle(context, 100, article => article.Draft = true, 4, [3], 2, [2]);
        AddArticle(context, 101, article => article.PublishedAt = Now.AddDays(1), 4, [3], 2, [2]);
        AddArticle(context, 102, article => (article.ExpiresAt, article.Locale) = (Now.AddDays(-1), "de"), 2, [3], 2, [2, 0]);
        AddArticle(context, 103, article => article.Kind = "PAGE", 3, [1, 4], 0, []);
        AddArticle(context, 104, article => (article.Draft, article.Locale) = (true, "fr"), 5, [3], 2, [2]);
        AddArticle(context, 105, article => article.ExpiresAt = Now, 7, [3], 2, [2]);
        AddFormerPaths(context);
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlRawAsync(ListedArticlesCount.Sql);
    }

    /// <summary>The key of the n-th row of a kind.</summary>
    public static Guid Key(int kind, int n) => new(kind, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(n >> 8), (byte)n);

    private static void AddArticle(ContentDbContext context, int n, Action<ArticleRow> change, int category, int[] tags, int author, int[] images)
    {
        var article = new ArticleRow
        {
            Id = Key(6, n), SourceId = Source.Id, FilePath = $"_posts/{n:000}.md", Path = $"/posts/{n:000}", Slug = $"s{n % 5}", Title = $"Title {n / 2:000} \"é\\{(n / 2 % 3 == 1 ? " 100%_😀" : "")}",
            Description = n % 4 == 0 ? null : $"Description {n}", Excerpt = $"The excerpt of article {n}, which says what is in it.", Kind = "ARTICLE",
            PublishedAt = n % 7 == 6 ? null : new DateTimeOffset(2026, 1, 1 + (n % 100 / 3), 0, 0, 0, 120, TimeSpan.Zero), UpdatedAt = n % 3 == 0 ? Now.AddDays(-n) : null,
            Weight = n % 5 == 0 ? null : n / 4.0, Locale = n % 2 == 0 ? "zh-Hans" : "en", TranslationKey = n is 4 or 5 or 7 or 102 or 104 ? "greeting" : $"/posts/{n:000}", BodyFormat = "MARKDOWN", BodyHash = Key(9, n), BodyStartLine = 5, WordCount = n / 4 * 10, ReadingTime = 1.5,
            CoverId = images.Length > 0 ? Images[images[0]].Id : null, PrimaryCategoryId = Categories[category].Id, CommentsEnabled = n % 2 == 0,
            Params = $$$"""{"z":{{{n}}},"a":{"b":[1,2]}{{{Mood(n)}}}}""", ContentHash = $"{n:x8}", Commit = n % 3 == 0 ? new string('c', 40) : null, ParserVersion = 1, ImportedAt = Now, Version = 3,
        };
        (article.SeriesSlug, article.SeriesTitle, article.SeriesPosition) = SeriesOf(n);
        change(article);
        if (article.PublishedAt is not null)
        {
            (article.SourceDateRaw, article.SourceDateZone, article.SourceDateZoneAssumed) = ($"day {n}", "Asia/Shanghai", true);
        }

        foreach (var (hash, text) in (ReadOnlySpan<(Guid, string)>)[(article.BodyHash, "raw"), (Key(9, n + 1), "former")])
        {
            context.Add(new ArticleBodyRow
            {
                ArticleId = article.Id, Hash = hash, Raw = $"# H\n\n{text} {n}", Html = $"<h1 id=\"h\">H</h1>\n<p>{text} {n} é 中文</p>", Text = $"H\n{text} {n}",
                TableOfContents = """[{"id":"h","text":"H","level":1},{"id":"i","text":"I \"x\"","level":2},{"id":"j","text":"J","level":4}]""",
            });
        }

        context.Add(article);
        AddEdges(context, article, category, tags, author, images);
    }

    /// <summary>True when everybody sees an article.</summary>
    public static bool IsPublic(ArticleRow article) => !(article.Draft || article.PublishedAt > Now || article.ExpiresAt <= Now);

    // A member of the front matter with values of every kind; the first articles, the page and others have none.
    private static string Mood(int n) => n < 4 ? string.Empty : (n % 4) switch
    {
        0 => ""","mood":"calm \"é\"\n\ud83d\ude00\\" """,
        1 => ""","mood":["1","calm",1,1.10,"calm",true,null,{"calm":1},["calm"],-2e3]""",
        2 => ""","mood":true""",
        _ => string.Empty,
    };

    // What is hidden would come first and second, and give the series another name. Article 6 has no date.
    private static (string? Slug, string? Title, double? Position) SeriesOf(int n) => n switch
    {
        1 or 12 => ("tea-é", "Tea \"é\"", 2),
        3 => ("tea-é", "Tea \"É\"", 1),
        5 or 6 or 8 => ("tea-é", "tea é", null),
        11 => ("tea-é", "tea é", -0.5),
        20 or 22 => ("walks", "Walks", null),
        100 or 101 or 105 => ("tea-é", "A tea", -1),
        102 or 103 => ("walks", "A walk", n),
        _ => default,
    };

    // Articles 100 to 102 are hidden, 103 is a page.
    private static void AddFormerPaths(ContentDbContext context)
    {
        foreach (var (path, n) in new[] { ("/moved/from", 3), ("/old-draft", 100), ("/old-expired", 102), ("/旧/页", 103) })
        {
            context.Add(new ArticleRedirectRow { SourceId = Source.Id, Path = path, ArticleId = Key(6, n), MovedAt = Now });
        }

        foreach (var ((path, n), position) in new[] { ("/moved/from", 2), ("/caf\u00e9", 4), ("/old-scheduled", 101), ("/posts/001", 5), ("/posts/100", 6), ("/posts/101", 6), ("/posts/007", 7), ("/", 8) }.Select((alias, position) => (alias, position)))
        {
            context.Add(new ArticleAliasRow { ArticleId = Key(6, n), Path = path, Position = position });
        }
    }

    // Two runs began at the same instant. Of the findings the last one made most, in a public file, a draft and one that is no article.
    private static void AddImports(ContentDbContext context)
    {
        for (var n = 0; n < 4; n++)
        {
            var started = Now.AddHours(-4 + Math.Min(n, 2));
            context.Add(new ImportRunRow
            {
                Id = Key(7, n), SourceId = Source.Id, StartedAt = started, FinishedAt = started.AddSeconds(n), Created = n, Updated = 10 + n, Unchanged = 20 + n,
                Removed = 30 + n, Renamed = 40 + n, Skipped = 50 + n, Failed = 60 + n, Version = n, State = n == 2 ? "ROLLED_BACK" : "SUCCEEDED",
            });
        }

        (string Path, string Severity, string Code, int Run)[] findings =
        [
            ("_posts/003.md", "WARNING", "UNREADABLE_DATE", 3), ("_posts/003.md", "INFO", "ASSUMED_ZONE", 3), ("_posts/100.md", "ERROR", "INVALID_YAML", 3), ("a \"b\".md", "ERROR", "NOT_UTF8", 1),
        ];
        foreach (var (finding, n) in findings.Select((finding, n) => (finding, n)))
        {
            context.Add(new DiagnosticRow
            {
                Id = Key(8, n), SourceId = Source.Id, Path = finding.Path, Position = n == 1 ? 1 : 0, Code = finding.Code, Severity = finding.Severity, Line = n + 1, ColumnNumber = 2 * n + 1,
                Message = $"'\"{n}\"' is wrong", Snippet = n == 3 ? null : "date: \"soon\"\t", Hint = n == 1 ? null : $"Mend {n}.", ImportRunId = Key(7, finding.Run),
            });
        }
    }

    private static void AddEdges(ContentDbContext context, ArticleRow article, int category, int[] tags, int author, int[] images)
    {
        var place = 0;
        for (var node = Categories[category]; node is not null; node = Array.Find(Categories, parent => parent.Id == node.ParentId))
        {
            context.Add(Copy(article, new ArticleCategoryRow { CategoryId = node.Id, IsLeaf = node.Id == article.PrimaryCategoryId, Name = node.Name, Kind = article.Kind }, 0));
        }

        foreach (var tag in tags)
        {
            context.Add(Copy(article, new ArticleTagRow { TagId = Tags[tag].Id, Name = Tags[tag].Name, Kind = article.Kind }, place++));
        }

        AddAuthors(context, article, author);
        foreach (var (image, index) in images.Select((image, index) => (Images[image], index)))
        {
            string[] roles = index == 0 ? ["COVER", "INLINE"] : ["INLINE"];
            var alt = article.FilePath == "_posts/102.md" ? Images[0].Alt : $"alt {index}";
            context.Add(Copy(article, new ArticleImageRow { ImageId = image.Id, Roles = roles, SourceUrl = image.SourceUrl, Alt = alt, Title = null, ThumbnailUrl = "t.png", Kind = article.Kind }, index));
        }
    }

    // Two public articles say something of ann, the expired 102 of ann and bo, all other hidden ones of ghost.
    private static void AddAuthors(ContentDbContext context, ArticleRow article, int author)
    {
        var edge = NewEdge(author);
        switch (article.FilePath)
        {
            case "_posts/000.md":
                (edge.Url, edge.Bio, edge.AvatarId, edge.AvatarUrl) = ("https://ann.example/", "Writes \"é\".", Key(5, 3), "ann.png");
                (edge.Email, edge.Params) = ("ann@example.org", """{"role":"\"é\"","links":[1,{"b":null}]}""");
                break;
            case "_posts/002.md":
                (edge.Url, edge.Bio, edge.AvatarId, edge.AvatarUrl) = ("https://late.example/", "Writes more.", Key(5, 0), "https://img.example/a.png");
                (edge.Email, edge.Params) = ("late@example.org", """{"tea":true}""");
                break;
            case var _ when author == 2:
                (edge.AvatarId, edge.AvatarUrl) = (Key(5, 5), "https://img.example/face.png");
                break;
        }

        context.Add(Copy(article, edge, 0));
        if (article.FilePath == "_posts/102.md")
        {
            foreach (var other in new[] { 0, 1 })
            {
                edge = NewEdge(other);
                (edge.Url, edge.Bio, edge.AvatarId, edge.AvatarUrl) = (Authors[other].Url, Authors[other].Bio, Authors[other].AvatarId, "Early.png");
                (edge.Email, edge.Params) = (Authors[other].Email, Authors[other].Params);
                context.Add(Copy(article, edge, 1 + other));
            }
        }

        ArticleAuthorRow NewEdge(int of) => new() { AuthorId = Authors[of].Id, Name = Authors[of].Name, Kind = article.Kind };
    }

    private static TEdge Copy<TEdge>(ArticleRow article, TEdge edge, int position)
        where TEdge : ArticleEdgeRow
    {
        edge.ArticleId = article.Id;
        edge.Position = position;
        edge.Draft = article.Draft;
        edge.PublishedSort = article.PublishedAt ?? DateTimeOffset.MinValue;
        edge.ExpiresSort = article.ExpiresAt ?? DateTimeOffset.MaxValue;
        return edge;
    }
}
