namespace ContentApi.Parsing.CustomFields;

/// <summary>A key of one file that no field holds.</summary>
/// <param name="Key">As written.</param>
/// <param name="IsList">True for a list.</param>
/// <param name="Values">What its values look like; those that say nothing are left out.</param>
/// <param name="Example">The first of them, as written; null when there is none.</param>
public sealed record UnmappedKey(string Key, bool IsList, IReadOnlyList<ValueKind> Values, string? Example)
{
    /// <summary>The articles that the values lead to when they are read as references, one a value; null unless all of them lead to one.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>True when a field of articles reads the key, and could not read this value.</summary>
    public bool HasField { get; init; }

    /// <summary>True when a value can hardly be anything but a reference: it has a slash, the extension of a file, or brackets.</summary>
    public bool HasPaths { get; init; }
}
