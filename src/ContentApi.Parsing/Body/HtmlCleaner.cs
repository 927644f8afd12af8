using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ContentApi.Parsing.Diagnostics;
using Ganss.Xss;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Makes HTML from anywhere safe to serve: resolves lazy images, takes out what runs or loads, and leaves allowed elements
/// and attributes only. Text within elements that are merely unknown stays.
/// </summary>
internal sealed class HtmlCleaner(ImageFinder images, Place place, DiagnosticBag bag)
{
    /// <summary>Set by our Markdown renderer to hand over the address of an image as written.</summary>
    public const string AddressAttribute = "data-address";

    // Serialisers and sanitisers recurse. The filter keeps trees far below; this is the last line before a stack overflow.
    private const int MaxTreeDepth = 1000;

    private static readonly HtmlSanitizer Sanitizer = SanitizerRules.Create();

    /// <summary>Null, with an error, when the source is too large to be worked on safely.</summary>
    /// <param name="html">From anywhere.</param>
    /// <param name="hasComponents">True for MDX, where a capital letter tells a component from an element.</param>
    public string? Clean(string html, bool hasComponents)
    {
        var filter = HtmlFilter.Run(html, hasComponents);
        if (filter.IsTooLarge)
        {
            bag.Error(DiagnosticCode.BodyLimit, place, "the HTML has too many elements; file rejected");
            return null;
        }

        if (filter.IsFlattened)
            bag.Warn(DiagnosticCode.HtmlFlattened, place, "elements nested too deeply or left open too often lost their tags");
        if (filter.Removed.Count > 0)
            bag.Info(DiagnosticCode.HtmlRemoved, place, $"removed from the HTML: {string.Join(", ", filter.Removed)}");

        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + filter.Html);
        var body = document.Body!;
        if (Collect(body) is not { } elements)
        {
            bag.Error(DiagnosticCode.BodyLimit, place, "the HTML is nested too deeply; file rejected");
            return null;
        }

        Prepare(elements, new ImagePass(images, place));
        Sanitizer.SanitizeDom(document, body);
        return HtmlWriter.Write(body);
    }

    private static void Prepare(List<IElement> elements, ImagePass images)
    {
        images.Learn(elements);
        foreach (var element in elements)
        {
            switch (element.LocalName)
            {
                case "img" or "source":
                    images.Resolve(element);
                    break;
                case "a":
                    PrepareLink(element);
                    break;
                case "input":
                    element.SetAttribute("type", "checkbox");
                    element.SetAttribute("disabled", "");
                    break;
            }
        }
    }

    // A page opened in a new tab must not reach back to this one.
    private static void PrepareLink(IElement link)
    {
        var target = link.GetAttribute("target");
        if (string.Equals(target, "_blank", StringComparison.OrdinalIgnoreCase))
            link.SetAttribute("rel", "noopener");
        else if (target is not null)
            link.RemoveAttribute("target");
    }

    // All elements below the root in document order, without recursion; null when the tree is too deep.
    private static List<IElement>? Collect(IElement root)
    {
        var elements = new List<IElement>();
        var path = new Stack<(INodeList Nodes, int Next)>();
        path.Push((root.ChildNodes, 0));
        while (path.TryPop(out var level))
        {
            if (level.Next >= level.Nodes.Length)
                continue;
            var node = level.Nodes[level.Next];
            path.Push((level.Nodes, level.Next + 1));
            if (node is not IElement element)
                continue;
            elements.Add(element);
            path.Push((element.ChildNodes, 0));
            if (path.Count > MaxTreeDepth)
                return null;
        }

        return elements;
    }
}
