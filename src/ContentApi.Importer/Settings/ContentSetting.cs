namespace ContentApi.Importer.Settings;

/// <summary>A setting that <c>contentapi.yaml</c> may hold.</summary>
public sealed record ContentSetting
{
    /// <summary>The key, exactly as it is written.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes.</summary>
    public required ContentSettingKind Kind { get; init; }

    /// <summary>The words that it takes; empty when it takes any text of its kind.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>A value that makes sense, as it is written in the file.</summary>
    public required string Example { get; init; }

    /// <summary>One line for people: what it does, and what counts without it.</summary>
    public required string Description { get; init; }

    /// <summary>True when it is for the server that <c>dev</c> runs; an import takes no notice of it.</summary>
    public bool IsForServer { get; init; }
}
