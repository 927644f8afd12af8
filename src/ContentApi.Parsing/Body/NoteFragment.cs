namespace ContentApi.Parsing.Body;

/// <summary>What stands behind the name of a note in Obsidian's links: a heading in its words, or a block by its id.</summary>
internal static class NoteFragment
{
    /// <summary>Tells the id of a block from that of a heading.</summary>
    public const char BlockMark = '^';

    /// <summary>As the fragment of an address, with <c>#</c>; empty when there is none.</summary>
    /// <param name="written">Without the first <c>#</c>; of several headings, each below the one before, the last counts.</param>
    public static string Of(string written)
    {
        var last = written[(written.LastIndexOf('#') + 1)..].Trim();
        return last.Length == 0 ? "" : last[0] == BlockMark ? $"#{last}" : $"#{Slug.From(last)}";
    }
}
