namespace ContentApi.Parsing.Body;

/// <summary>Pieces of HTML source.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text, also that of script, style and the like.</summary>
    Text,

    /// <summary>An opening tag.</summary>
    Start,

    /// <summary>A closing tag.</summary>
    End,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A doctype, a processing instruction, or a tag that never closes.</summary>
    Other,
}
