using System.Runtime.InteropServices;

namespace ContentApi.Parsing.Diagnostics;

/// <summary>A place in a file, both numbers 1-based.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Line, int Column)
{
    public static readonly Place Start = new(1, 1);
}
