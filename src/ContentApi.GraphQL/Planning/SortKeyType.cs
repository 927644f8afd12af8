namespace ContentApi.GraphQL.Planning;

/// <summary>Type of a sort key; decides how a cursor's text is checked and cast.</summary>
internal enum SortKeyType
{
    /// <summary>text</summary>
    Text,

    /// <summary>bigint</summary>
    Integer,

    /// <summary>float8</summary>
    Float,

    /// <summary>timestamptz</summary>
    Instant,

    /// <summary>uuid</summary>
    Uuid,
}
