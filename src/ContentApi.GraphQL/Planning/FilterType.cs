namespace ContentApi.GraphQL.Planning;

/// <summary>What a filter compares.</summary>
internal enum FilterType
{
    /// <summary>Text, and enums by their names.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Instants in a column that has minus infinity where there is none; lists are ordered by such columns, and have indexes on them.</summary>
    Instant,

    /// <summary>Keys, written as global ids.</summary>
    Id,
}
