using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContentApi.Server.FirstPage;

/// <summary>The queries of the page. They ask for things that are there, so that each answers with something.</summary>
internal static class SampleQueries
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The operation that the page itself is made from.</summary>
    public static SampleQuery Page(string timeZone) =>
        new("This page", "Everything public on this page, in one request.", FirstPageReader.Operation.Replace("$timeZone: TimeZone!", $"$timeZone: TimeZone = {Literal(timeZone)}", StringComparison.Ordinal));

    /// <summary>An article as its page needs it.</summary>
    public static SampleQuery Article(string path) => new(
        "One article",
        "By its path: safe HTML, headings, pictures and the way to it.",
        $$"""
        query Article {
          article(by: { path: {{Literal(path)}} }) {
            title
            publishedAt
            readingTime
            authors { name }
            primaryCategory {
              name
              ancestors { name path }
            }
            tableOfContents { id text level }
            images { nodes { url alt } }
            body { html }
          }
        }
        """);

    /// <summary>A category with everything below it.</summary>
    public static SampleQuery Category(string path) => new(
        "A category",
        "With all that is filed below it, ten at a time.",
        $$"""
        query Category {
          category(by: { path: {{Literal(path)}} }) {
            name
            articleCount
            children { nodes { name articleCount } }
            articles(first: 10) {
              pageInfo { hasNextPage endCursor }
              nodes { title path publishedAt }
            }
          }
        }
        """);

    /// <summary>What to begin with, for this content.</summary>
    public static IEnumerable<SampleQuery> For(FirstPageAnswer content, bool isEditor)
    {
        yield return Newest;
        if (content.Articles.Nodes is [var newest, ..])
            yield return Article(newest.Path);
        if (content.CategoryTree.MaxBy(category => category.ArticleCount) is { } category)
            yield return Category(category.Path);
        if (content.Tags.Nodes is [var tag, ..])
            yield return Tag(tag);
        if (content.Authors.Nodes is [var author, ..])
            yield return Author(author);
        if (content.CategoryTree.Count > 0)
            yield return Menu;
        if (content.Archive.Count > 0)
            yield return Archive;
        if (content.Images.TotalCount > 0)
            yield return Images;
        if (isEditor)
        {
            yield return Drafts;
            yield return Findings;
        }
    }

    private static SampleQuery Newest { get; } = new(
        "Newest articles",
        "The home page of a blog: teasers with cover and author.",
        """
        query Newest {
          articles(first: 10) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              title
              path
              excerpt
              publishedAt
              cover { url alt }
              authors { name }
              categories { name path }
            }
          }
        }
        """);

    private static SampleQuery Menu { get; } = new(
        "The menu",
        "The whole category tree with its counts, as one flat list.",
        """
        query Menu {
          categoryTree {
            id
            parentId
            name
            path
            articleCount
          }
        }
        """);

    private static SampleQuery Archive { get; } = new(
        "The archive",
        "Months with their articles, the newest first.",
        """
        query Archive {
          archive(by: MONTH) {
            year
            month
            count
            articles(first: 3) { nodes { title path } }
          }
        }
        """);

    private static SampleQuery Images { get; } = new(
        "Pictures",
        "Every picture, where it is and which articles use it.",
        """
        query Pictures {
          images(first: 20) {
            totalCount
            nodes {
              url
              mimeType
              byteSize
              alt
              articles(first: 3) { nodes { title } }
            }
          }
        }
        """);

    /// <summary>What the public does not see yet.</summary>
    public static SampleQuery Drafts { get; } = new(
        "Not yet public",
        "Drafts and what is to come, for editors: under dev, that is you.",
        """
        query NotYetPublic {
          articles(preview: true, where: { status: { neq: PUBLISHED } }) {
            nodes { title path status publishedAt }
          }
        }
        """);

    /// <summary>What imports found.</summary>
    public static SampleQuery Findings { get; } = new(
        "What imports found",
        "Every finding with its line, and the last runs, for editors.",
        """
        query Findings {
          diagnostics(first: 20) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              severity
              code
              source
              path
              line
              column
              message
              hint
              article { title path }
            }
          }
          imports(first: 5) {
            nodes { source startedAt created updated removed failed version }
          }
        }
        """);

    private static SampleQuery Tag(Named tag) => new(
        "A tag",
        "Filtered and sorted, with conditions as in HotChocolate.",
        $$"""
        query Tag {
          tag(by: { slug: {{Literal(tag.Slug)}} }) {
            name
            articles(
              where: { wordCount: { gte: 1 }, publishedAt: { neq: null } }
              order: [{ publishedAt: DESC }, { title: ASC }]
            ) {
              totalCount
              nodes { title path publishedAt wordCount }
            }
          }
        }
        """);

    private static SampleQuery Author(Named author) => new(
        "An author",
        "Portrait, a few words and what they wrote.",
        $$"""
        query Author {
          author(by: { slug: {{Literal(author.Slug)}} }) {
            name
            url
            bio
            avatar { url }
            articles(first: 10) {
              totalCount
              nodes { title path publishedAt }
            }
          }
        }
        """);

    // A JSON string is a GraphQL string.
    private static string Literal(string text) => JsonSerializer.Serialize(text, Readable);
}
