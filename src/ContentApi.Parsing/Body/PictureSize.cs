using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Reads the size that Obsidian lets stand at the end of a picture's label: <c>caption|300</c>, <c>300x200</c>.</summary>
internal static class PictureSize
{
    /// <summary>Gives the picture its size; what is left of the label.</summary>
    public static string TakeFrom(LinkInline image, string label)
    {
        var bar = label.LastIndexOf('|');
        var size = label[(bar + 1)..].Trim().Split('x', 2);
        if (!Array.TrueForAll(size, IsNumber))
            return label;
        image.GetAttributes().AddProperty("width", size[0]);
        if (size.Length == 2)
            image.GetAttributes().AddProperty("height", size[1]);
        return bar < 0 ? "" : label[..bar].TrimEnd('\\').Trim();   // "\|" within a table
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
