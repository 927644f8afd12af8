namespace ContentApi.Parsing.Body;

/// <summary>The groups of <see cref="HtmlNames"/> that an element belongs to.</summary>
[Flags]
internal enum HtmlTraits
{
    None = 0,
    Allowed = 1,
    Removed = 1 << 1,
    Block = 1 << 2,
    Verbatim = 1 << 3,
    Void = 1 << 4,
    SelfEnding = 1 << 5,
    Formatting = 1 << 6,
}
