using AngleSharp.Dom;

namespace ContentApi.Parsing.Body;

/// <summary>An element of a parsed tree.</summary>
internal sealed record TreeElement(IElement Node) : IBodyElement
{
    public string Name => Node.LocalName;

    public IBodyElement? LinkAround
    {
        get
        {
            var parent = Node.ParentElement;
            for (var steps = 0; parent is not null && steps < ImagePass.MaxLinkDistance; steps++, parent = parent.ParentElement)
            {
                if (parent.LocalName == "a")
                    return new TreeElement(parent);
            }

            return null;
        }
    }

    public string? Read(string attribute) => Node.GetAttribute(attribute);

    public void Write(string attribute, string value) => Node.SetAttribute(attribute, value);

    public void Remove(string attribute) => Node.RemoveAttribute(attribute);
}
