using ContentApi.Parsing.Diagnostics;
using Tomlyn.Syntax;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>One key of a table: a value, a table, or a list of tables.</summary>
internal sealed record TomlEntry(string Key, Place Place)
{
    public ValueSyntax? Value { get; init; }

    /// <summary>One for <c>[a]</c> and <c>a.b = 1</c>, one for each <c>[[a]]</c>; empty when there is a value.</summary>
    public List<TomlTable> Tables { get; init; } = [];

    /// <summary>True for <c>[[a]]</c>.</summary>
    public bool IsList { get; init; }
}
