namespace ContentApi.Parsing.Body;

/// <summary>Marks where the text of a body begins when front matter was left in it.</summary>
internal static class StartMark
{
    /// <summary>The form in which the mark goes through rendering.</summary>
    public const string Comment = $"<!--{Word}-->";

    /// <summary>The content of the comment.</summary>
    public const string Word = "contentapi:start";
}
