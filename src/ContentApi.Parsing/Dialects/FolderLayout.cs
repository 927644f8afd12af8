namespace ContentApi.Parsing.Dialects;

/// <summary>What the folders of a file mean.</summary>
internal sealed record FolderLayout
{
    /// <summary>The folders that count for an address, from the top, as they are named.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>The folders that a file shares with its translations.</summary>
    public required IReadOnlyList<string> Shared { get; init; }

    /// <summary>The content root that the file lies in, a path below the source; empty when it lies in none.</summary>
    public string Root { get; init; } = "";

    /// <summary>BCP 47 tag; null when no folder names a language.</summary>
    public string? Locale { get; init; }

    /// <summary>True when the language has to be put before the address, because its folder is no part of it.</summary>
    public bool LacksLocale { get; init; }

    /// <summary>How many of the first folders of <see cref="Address"/> belong to the site and not to the file: those that an absolute slug keeps.</summary>
    public int BaseCount { get; init; }

    /// <summary>True when a date at the start of a name is no part of an address.</summary>
    public bool StripsDates { get; init; }

    /// <summary>True when a number at the start of a name is the file's place in the order, and no part of an address.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>True for a blog, in which the date of a file comes before all else in its address (<c>2021/08/26</c>).</summary>
    public bool IsBlog { get; init; }

    /// <summary>The names of tags by their keys; null when tags have none.</summary>
    public IReadOnlyDictionary<string, string>? TagLabels { get; init; }

    /// <summary>True when the content root is this folder, or one of this name deeper below the source.</summary>
    public bool IsRootedIn(string folder) => Root == folder || Root.EndsWith("/" + folder, StringComparison.Ordinal);
}
