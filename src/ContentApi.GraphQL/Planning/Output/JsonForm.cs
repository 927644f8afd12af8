namespace ContentApi.GraphQL.Planning.Output;

/// <summary>How a SQL value is printed as JSON.</summary>
internal enum JsonForm
{
    /// <summary>Text of any content: escaped.</summary>
    Text,

    /// <summary>Text that needs no escapes: enum values, UUIDs.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>An instant, in UTC with milliseconds.</summary>
    Instant,

    /// <summary>A value that is JSON already.</summary>
    Json,

    /// <summary>An array of words.</summary>
    Words,
}
