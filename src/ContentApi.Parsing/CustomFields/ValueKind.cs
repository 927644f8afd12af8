namespace ContentApi.Parsing.CustomFields;

/// <summary>What a value of a key looks like that nobody has declared.</summary>
public enum ValueKind
{
    /// <summary>A word for yes or no, without quotes.</summary>
    Boolean,

    /// <summary>A whole number of 32 bits, without quotes.</summary>
    Int,

    /// <summary>Any other number, without quotes.</summary>
    Float,

    /// <summary>A date without a time.</summary>
    LocalDate,

    /// <summary>A date with a time.</summary>
    DateTime,

    /// <summary>An absolute address on the web.</summary>
    URL,

    /// <summary>Any other text.</summary>
    Text,

    /// <summary>An object, or a list in a list.</summary>
    Object,
}
