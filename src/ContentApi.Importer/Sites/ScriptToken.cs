using System.Runtime.InteropServices;

namespace ContentApi.Importer.Sites;

/// <summary>A piece of a script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a string what it stands for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Text)
{
    public static readonly ScriptToken End = new(ScriptTokenKind.End, "");

    /// <summary>1 for an opening bracket, -1 for a closing one, 0 for anything else.</summary>
    public int Nesting => Kind != ScriptTokenKind.Sign ? 0 : Text switch
    {
        "{" or "[" or "(" => 1,
        "}" or "]" or ")" => -1,
        _ => 0,
    };

    /// <summary>True for what ends a value: a separator, a closing bracket, the end of the script.</summary>
    public bool EndsValue => Kind == ScriptTokenKind.End || (Kind == ScriptTokenKind.Sign && Text is "," or ";" or "}" or "]" or ")");

    public bool IsSign(string sign) => Kind == ScriptTokenKind.Sign && Text == sign;

    public bool IsName(string name) => Kind == ScriptTokenKind.Name && Text == name;
}
