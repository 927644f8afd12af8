namespace ContentApi.Importer.Sites;

/// <summary>What a piece of a script is, as far as it matters for reading literals.</summary>
internal enum ScriptTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name or a keyword.</summary>
    Name,

    /// <summary>A string, or a template string without a placeholder.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One sign; <c>=&gt;</c> is one too.</summary>
    Sign,

    /// <summary>A value that only running the script could tell: a template with placeholders, a regular expression.</summary>
    Unknown,
}
