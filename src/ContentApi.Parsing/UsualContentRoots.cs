using ContentApi.Parsing.Dialects;

namespace ContentApi.Parsing;

/// <summary>Where the tools keep content.</summary>
public static class UsualContentRoots
{
    /// <summary>Those of all tools, each once.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Dialect>().SelectMany(Of).Distinct()];

    /// <summary>Folders that are no part of an address where the settings name none, as paths in the site with <c>/</c>; empty for a tool that has none.</summary>
    /// <param name="dialect">The tool.</param>
    public static IReadOnlyList<string> Of(Dialect dialect) => DialectRules.For(dialect).ContentRoots;
}
