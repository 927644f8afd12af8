namespace ContentApi.Parsing.Dialects;

/// <summary>What one text means where a list of names may stand.</summary>
internal enum TextSplit
{
    /// <summary>One name.</summary>
    None,

    /// <summary>Several where it holds commas; a guess, of which a finding tells.</summary>
    Commas,

    /// <summary>Several, divided by blanks.</summary>
    Spaces,

    /// <summary>Several, divided by commas and blanks.</summary>
    CommasAndSpaces,
}
