using System.Text.Json.Nodes;

namespace ContentApi.Parsing.Tests.Specs;

/// <summary>One case of a specification file.</summary>
internal sealed record SpecCase
{
    public required string Name { get; init; }

    public required string Input { get; init; }

    /// <summary>The words behind <c>input</c>, those without a value having an empty one.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The source's registry of authors, in YAML; null when it has none.</summary>
    public string? Authors { get; init; }

    /// <summary>What the site gives to the folder, in YAML; null when it gives nothing.</summary>
    public string? Defaults { get; init; }

    public required JsonObject Expected { get; init; }
}
