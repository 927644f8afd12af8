namespace ContentApi.Data;

/// <summary>A field of articles that a source declares for a key of its front matter.</summary>
/// <param name="Name">Name in the graph, such as <c>readingLevel</c>.</param>
/// <param name="Key">The key as it is declared, such as <c>reading-level</c>.</param>
/// <param name="Type">The graph's name of its type, without exclamation marks: <c>Float</c>, <c>[URL]</c>.</param>
public sealed record CustomField(string Name, string Key, string Type)
{
    /// <summary>Type of the values of which articles keep the file that they mean, and no value.</summary>
    public const string Reference = "Article";

    /// <summary>The field that <c>Article</c> has anyway; one who declares it names the articles that come first in it.</summary>
    public const string Related = "related";

    /// <summary>True when articles have any number of values.</summary>
    public bool IsList => Type.StartsWith('[');

    /// <summary>Type of one value.</summary>
    public string ItemType => Type.Trim('[', ']');

    /// <summary>
    /// The member of <see cref="Rows.ArticleColumns.Fields"/> that holds its values. The type is a part of it: an article that was last read when the
    /// key was of another type has no value, and never one that cannot be cast.
    /// </summary>
    public string StoredName => $"{Name}:{Type}";
}
