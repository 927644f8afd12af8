namespace ContentApi.GraphQL.Planning;

/// <summary>Which part of an ordered list a connection shows.</summary>
/// <param name="Size">Rows at most.</param>
/// <param name="IsBackward">True for <c>last</c>: the rows are counted from the end.</param>
/// <param name="After">Placeholders of the keys of the cursor after which the page starts; null for the start.</param>
/// <param name="Before">Placeholders of the keys of the cursor before which the page ends; null for the end.</param>
/// <param name="Fingerprint">Placeholder of the text that binds cursors to list, filter and order.</param>
/// <param name="IsNumbered">Whether rows are numbered, and one more is read: to turn them round, and to tell of the page's ends.</param>
internal sealed record PageWindow(int Size, bool IsBackward, IReadOnlyList<string>? After, IReadOnlyList<string>? Before, string Fingerprint, bool IsNumbered)
{
    /// <summary>Rows that are read.</summary>
    public int Rows => IsNumbered ? Size + 1 : Size;
}
