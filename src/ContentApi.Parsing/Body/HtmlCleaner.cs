using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ContentApi.Parsing.Body.Plain;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Makes HTML from anywhere safe to serve: resolves lazy images, takes out what runs or loads, and leaves allowed elements
/// and attributes only. Text within elements that are merely unknown stays. Building a tree and sanitising it costs ten times
/// what a scan costs, so HTML that a parser would take as it is written is scanned; both ways give the same.
/// </summary>
/// <param name="images">Takes the images.</param>
/// <param name="links">Takes the links.</param>
/// <param name="source">The body.</param>
/// <param name="bag">Takes the findings.</param>
/// <param name="mayScan">False builds a tree of any HTML.</param>
internal sealed class HtmlCleaner(ImageFinder images, LinkFinder links, TemplateText source, DiagnosticBag bag, bool mayScan = true)
{
    /// <summary>Set by our Markdown renderer to hand over the address of an image as written.</summary>
    public const string AddressAttribute = "data-address";

    // Serialisers and sanitisers recurse. The filter keeps trees far below; this is the last line before a stack overflow.
    private const int MaxTreeDepth = 1000;

    private const int MaxRounds = 4;

    private const string Prologue = "<!doctype html><body>";

    /// <summary>Null, with an error, when the source is too large to be worked on safely.</summary>
    /// <param name="html">From anywhere.</param>
    /// <param name="hasComponents">True for MDX, where a capital letter tells a component from an element.</param>
    /// <param name="isBody">True when it is the text of the body; false when it was rendered from it.</param>
    public string? Clean(string html, bool hasComponents, bool isBody)
    {
        var place = source.PlaceAt(0);
        var filter = HtmlFilter.Run(html, hasComponents, marksPlaces: isBody);
        if (filter.IsTooLarge)
        {
            bag.Error(DiagnosticCode.BodyLimit, place, "the HTML has too many elements; file rejected");
            return null;
        }

        if (filter.IsFlattened)
            bag.Warn(DiagnosticCode.HtmlFlattened, place, "elements nested too deeply or left open too often lost their tags");
        if (filter.Removed.Count > 0)
            bag.Info(DiagnosticCode.HtmlRemoved, PlaceAt(filter.FirstRemoved) ?? place, $"removed from the HTML: {string.Join(", ", filter.Removed)}");

        var filtered = source.ExpandCode(filter.Html);
        return mayScan && PlainHtml.Read(filtered) is { } plain ? CleanScanned(plain) : CleanTree(filtered);
    }

    private string CleanScanned(PlainHtml plain)
    {
        new ElementPass(images, links, source).Run(plain.Elements);
        return plain.Write();
    }

    private string? CleanTree(string html)
    {
        var hasFaults = false;
        var parser = new HtmlParser();
        parser.Error += (_, _) => hasFaults = true;
        using var document = parser.ParseDocument(Prologue + html);
        var body = document.Body!;
        if (Collect(body) is not { } elements)
        {
            bag.Error(DiagnosticCode.BodyLimit, source.PlaceAt(0), "the HTML is nested too deeply; file rejected");
            return null;
        }

        new ElementPass(images, links, source).Run(elements);
        SanitizerRules.Instance.SanitizeDom(document, body);
        var result = HtmlWriter.Write(body);
        return hasFaults ? Settle(result) : result;
    }

    // Where a parser mends a source it can make what as text is read as something else: it moves what a table cannot hold to
    // before it, and so a link comes to stand within a link, which is read as two. What is served has to be what is read. Of
    // a source without faults a parser makes no other tree than the one that is written.
    private static string Settle(string html)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            using var document = new HtmlParser().ParseDocument(Prologue + html);
            var again = HtmlWriter.Write(document.Body!);
            if (again == html)
                return html;
            html = again;
        }

        return html;
    }

    private Place? PlaceAt(int? offset) => offset <= source.Text.Length ? source.PlaceAt(offset.Value) : null;

    // All elements below the root in document order, without recursion; null when the tree is too deep.
    private static List<IBodyElement>? Collect(IElement root)
    {
        var elements = new List<IBodyElement>();
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
            elements.Add(new TreeElement(element));
            path.Push((element.ChildNodes, 0));
            if (path.Count > MaxTreeDepth)
                return null;
        }

        return elements;
    }
}
