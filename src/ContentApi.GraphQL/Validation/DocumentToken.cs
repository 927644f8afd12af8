using System.Runtime.InteropServices;

namespace ContentApi.GraphQL.Validation;

/// <summary>A token or a remark of a document.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DocumentToken(int Start, int End);
