namespace ContentApi.Parsing.CustomFields;

/// <summary>What one value of a declared key is, by the names of the graph.</summary>
public enum FieldScalar
{
    /// <summary>Any text, and whatever else is written as one value.</summary>
    String,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A finite number.</summary>
    Float,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>An instant.</summary>
    DateTime,

    /// <summary>A day as it is written, wherever it is.</summary>
    LocalDate,

    /// <summary>An absolute address on the web.</summary>
    URL,

    /// <summary>Whatever is written.</summary>
    JSON,

    /// <summary>Another file of the source.</summary>
    Article,
}
