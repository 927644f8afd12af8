using System.Runtime.InteropServices;

namespace ContentApi.Importer.Sites;

/// <summary>A piece of a script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a string what it stands for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Text)
{
    public static readonly ScriptToken End = new(ScriptTokenKind.End, "");

    public bool IsSign(string sign) => Kind == ScriptTokenKind.Sign && Text == sign;

    public bool IsName(string name) => Kind == ScriptTokenKind.Name && Text == name;
}
