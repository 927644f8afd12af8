namespace ContentApi.Benchmarks.Queries;

/// <summary>The questions as GraphQL documents.</summary>
internal static class Documents
{
    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Newest => Newest,
        QuestionKind.ByPath => ByPath,
        QuestionKind.Filtered => Filtered,
        QuestionKind.Tree => Tree,
        _ => Title,
    };

    private const string Newest = """
        { articles(first: 20) { nodes { id title path publishedAt excerpt authors { name slug } categories { name path } cover { url alt } }
          pageInfo { hasNextPage endCursor } } }
        """;

    private const string ByPath = """
        query($path: String!) { article(by: { path: $path }) { id uuid slug path title description excerpt kind status publishedAt updatedAt locale
          body { html text } tableOfContents { id text level } wordCount readingTime cover { url alt } images { edges { roles alt node { url } } }
          authors { name slug } categories { name path ancestors { name path } } tags { name slug } commentsEnabled params source { path contentHash } version } }
        """;

    private const string Filtered = """
        query($category: String!, $tag: String!, $after: String) {
          articles(first: 20, after: $after, where: { categories: { some: { under: $category } }, tags: { some: { slug: { eq: $tag } } } }) {
            nodes { id title path publishedAt categories { name path } tags { name slug } }
            pageInfo { hasNextPage endCursor } } }
        """;

    private const string Tree = """
        { categoryTree { id name path depth articleCount articles(first: 3) { nodes { title path publishedAt } } } }
        """;

    private const string Title = "query($id: ID!) { article(by: { id: $id }) { title } }";
}
