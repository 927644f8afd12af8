using ContentApi.Parsing.CustomFields;

namespace ContentApi.Parsing;

/// <summary>What one file says, with every value read, cleaned and typed. It holds nothing of the database.</summary>
public sealed record ParsedArticle
{
    /// <summary>Site path: starts with <c>/</c>, has no trailing slash except the root, Unicode kept (not percent-encoded).</summary>
    public required string Path { get; init; }

    /// <summary>Last segment of an address: the front matter's slug, else derived from the file or folder name. Not unique.</summary>
    public required string Slug { get; init; }

    /// <summary>Never empty: the front matter's title, else the first heading, else the file name without its date.</summary>
    public required string Title { get; init; }

    /// <summary>The front matter's description or subtitle; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Plain text: the front matter's excerpt, else the text before a <c>more</c> mark, else the first 1,000 characters of <see cref="ParsedBody.Text"/>.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Whether this is an article or a page such as about or index.</summary>
    public required ArticleKind Kind { get; init; }

    /// <summary>True for <c>draft: true</c>, <c>published: false</c> and files in a drafts folder.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>UTC; null when neither the front matter nor the file name gives a readable date.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>UTC; from the front matter only.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>UTC; the instant from which the article is no longer public.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The publication date as it was written; null when <see cref="PublishedAt"/> is null.</summary>
    public SourceDate? SourceDate { get; init; }

    /// <summary>Finite; the front matter's weight or order.</summary>
    public double? Weight { get; init; }

    /// <summary>BCP 47 tag: of the front matter, else of the folder, else of the name's suffix; null when none of them says.</summary>
    public string? Locale { get; init; }

    /// <summary>The body in its three forms.</summary>
    public required ParsedBody Body { get; init; }

    /// <summary>Every image once per address: front matter first, then the body by first appearance.</summary>
    public required IReadOnlyList<ParsedImage> Images { get; init; }

    /// <summary>In the order of the file, without duplicates.</summary>
    public required IReadOnlyList<ParsedAuthor> Authors { get; init; }

    /// <summary>Each item is one path of names from the root to a leaf, primary first, without duplicates.</summary>
    public required IReadOnlyList<IReadOnlyList<ParsedName>> CategoryPaths { get; init; }

    /// <summary>In the order of the file, without duplicates (compared by <see cref="ParsedName.Key"/>).</summary>
    public required IReadOnlyList<ParsedName> Tags { get; init; }

    /// <summary>Absolute http(s) address; null when the front matter names none.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>False only when the front matter switches comments off.</summary>
    public bool CommentsEnabled { get; init; } = true;

    /// <summary>Former paths, in the form of <see cref="Path"/>, in the order of the file, each once.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The series that it is a part of; null when it is none.</summary>
    public ParsedSeries? Series { get; init; }

    /// <summary>
    /// What the articles of a source that translate each other share: the front matter's key, else the file's path without its
    /// language. Never empty, at most 2,000 bytes of UTF-8.
    /// </summary>
    public required string TranslationKey { get; init; }

    /// <summary>Links to other files of the source, by first appearance, each once.</summary>
    public IReadOnlyList<ParsedLink> Links { get; init; } = [];

    /// <summary>Values of <see cref="ParseOptions.CustomFields"/>, in their order; what has none is left out.</summary>
    public IReadOnlyList<ParsedField> CustomFields { get; init; } = [];

    /// <summary>Keys whose values fields hold, each in the form that its spellings have in common; empty unless <see cref="ParseOptions.TracksUnmappedKeys"/> is set.</summary>
    public IReadOnlyList<string> MappedKeys { get; init; } = [];

    /// <summary>Keys that no field holds; empty unless <see cref="ParseOptions.TracksUnmappedKeys"/> is set.</summary>
    public IReadOnlyList<UnmappedKey> UnmappedKeys { get; init; } = [];

    /// <summary>Where the fields come from; empty unless <see cref="ParseOptions.TracksOrigins"/> is set.</summary>
    public IReadOnlyList<FieldOrigin> Origins { get; init; } = [];

    /// <summary>JSON object of the keys that have no field of their own, in the order of the file; <c>password</c> is left out.</summary>
    public required string ParamsJson { get; init; }
}
