namespace ContentApi.Parsing.FrontMatter;

/// <summary>How much a block of front matter or a data file may hold.</summary>
internal static class MetaLimit
{
    /// <summary>UTF-16 units of one block; real ones stay below a tenth of it.</summary>
    public const int Length = 512 * 1024;

    /// <summary>Levels of lists and objects.</summary>
    public const int Depth = 64;

    /// <summary>Characters and nodes with every alias written out.</summary>
    public const long Size = 2 * 1024 * 1024;
}
