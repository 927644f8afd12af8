namespace ContentApi.Importer.Planning;

/// <summary>An article that an import changes.</summary>
public sealed record ArticleChange
{
    /// <summary>What is done to it.</summary>
    public required ArticleChangeKind Kind { get; init; }

    /// <summary>Its file below the root, as it is called now.</summary>
    public required string FilePath { get; init; }

    /// <summary>Its file as it was called; null unless it has moved.</summary>
    public string? FormerFilePath { get; init; }

    /// <summary>Its site path: the new one, or of a removed article the last one.</summary>
    public required string Path { get; init; }

    /// <summary>The file of another article that takes the address over which this one leaves; null when none does, or this one stays.</summary>
    public string? TakenBy { get; init; }

    /// <summary>Its title, likewise.</summary>
    public required string Title { get; init; }

    /// <summary>What changes, in the order of the graph's fields; empty for new and removed articles.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    /// <summary>Lines that come to the body.</summary>
    public int LinesAdded { get; init; }

    /// <summary>Lines that go from the body.</summary>
    public int LinesRemoved { get; init; }

    /// <summary>True when the text of the body changes, if only by the order of its lines.</summary>
    public bool BodyChanges { get; init; }

    /// <summary>True when the file is the same, and what its links and pictures lead to is not.</summary>
    public bool IsRenderedAnew { get; init; }
}
