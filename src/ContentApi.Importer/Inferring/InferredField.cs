using ContentApi.Parsing.CustomFields;

namespace ContentApi.Importer.Inferring;

/// <summary>A key of a folder's files that no field holds.</summary>
public sealed record InferredField
{
    /// <summary>As most files write it.</summary>
    public required string Key { get; init; }

    /// <summary>The type that all its values fit; null when it cannot be a field.</summary>
    public required FieldType? Type { get; init; }

    /// <summary>Files that have it.</summary>
    public required int Files { get; init; }

    /// <summary>How many values look like what, in the order of the kinds.</summary>
    public required IReadOnlyList<(ValueKind Kind, int Count)> Kinds { get; init; }

    /// <summary>A value as written; null when there is none that is no object.</summary>
    public required string? Example { get; init; }

    /// <summary>Why it has this type or can be no field; null when the kinds say it.</summary>
    public required string? Reason { get; init; }
}
