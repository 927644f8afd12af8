namespace ContentApi.Benchmarks.Queries;

/// <summary>What is asked.</summary>
internal enum QuestionKind
{
    /// <summary>The 20 newest articles as cards.</summary>
    Newest,

    /// <summary>One article by path, with everything.</summary>
    ByPath,

    /// <summary>A page further back of the articles below a category that have a tag.</summary>
    Filtered,

    /// <summary>The whole category tree with counts and the 3 newest articles each.</summary>
    Tree,

    /// <summary>The title of one article by id.</summary>
    Title,
}
