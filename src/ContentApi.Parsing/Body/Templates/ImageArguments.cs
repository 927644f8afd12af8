namespace ContentApi.Parsing.Body.Templates;

/// <summary>The arguments of Hexo's <c>img</c> and <c>asset_img</c>: classes, address, width, height, title, alternative text.</summary>
internal sealed record ImageArguments(string Source, string? Title, string? Alt)
{
    /// <summary>Null when no argument is an address.</summary>
    public static ImageArguments? Read(IReadOnlyList<string> arguments)
    {
        var at = 0;
        while (at < arguments.Count && !arguments[at].Contains('/') && !ImageFinder.IsPicture(arguments[at]))
            at++;
        if (at == arguments.Count)
            return null;
        var texts = arguments.Skip(at + 1).Where(word => !word.All(char.IsAsciiDigit)).ToList();

        // '"title" "alt"' in one pair of quotes is two texts.
        if (texts is [var both] && both.Split('"') is ["", var title, _, var alt, ""])
            texts = [title, alt];
        return new ImageArguments(arguments[at], texts.ElementAtOrDefault(0)?.Trim('"'), texts.ElementAtOrDefault(1) ?? texts.ElementAtOrDefault(0)?.Trim('"'));
    }
}
