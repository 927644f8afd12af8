namespace ContentApi.Parsing;

/// <summary>One line of a file as people may see it.</summary>
/// <param name="Text">The line; what is hidden of it is <c>…</c>.</param>
/// <param name="HiddenFrom">1-based column, in UTF-16 units, from which on it is hidden; null when all of it is shown.</param>
public sealed record SourceLine(string Text, int? HiddenFrom)
{
    /// <summary>True when a place of the line is hidden.</summary>
    /// <param name="column">1-based, in UTF-16 units.</param>
    public bool Hides(int column) => HiddenFrom <= column;
}
