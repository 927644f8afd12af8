namespace ContentApi.Parsing.Diagnostics;

/// <summary>What a finding means for its file.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The file is not imported.</summary>
    Error,

    /// <summary>The file is imported; something in it was replaced or left out.</summary>
    Warning,

    /// <summary>Worth knowing; nothing was changed.</summary>
    Info,
}
