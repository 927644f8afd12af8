using System.Runtime.InteropServices;

namespace ContentApi.Parsing.Diagnostics;

/// <summary>A place in a file.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(int Line, int Column)
{
    /// <summary>The place of what concerns a whole file.</summary>
    public static readonly Place Start = new(1, 1);
}
