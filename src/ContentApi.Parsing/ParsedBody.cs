namespace ContentApi.Parsing;

/// <summary>A body as written and as it is served.</summary>
public sealed record ParsedBody
{
    /// <summary>The language of <see cref="Raw"/>.</summary>
    public required BodyFormat Format { get; init; }

    /// <summary>The source after the front matter, with LF line ends and without NUL.</summary>
    public required string Raw { get; init; }

    /// <summary>Sanitised HTML: safe to insert into a page as it is.</summary>
    public required string Html { get; init; }

    /// <summary>Plain text, block elements separated by one line feed, white space folded.</summary>
    public required string Text { get; init; }

    /// <summary>Headings in document order; every id exists in <see cref="Html"/>.</summary>
    public required IReadOnlyList<TocEntry> TableOfContents { get; init; }

    /// <summary>CJK characters, each one a word, plus the other words.</summary>
    public required int WordCount { get; init; }

    /// <summary>Minutes; CJK characters and other words at their own speeds.</summary>
    public required double ReadingMinutes { get; init; }

    /// <summary>1-based line in the file of the first body line.</summary>
    public required int StartLine { get; init; }
}
