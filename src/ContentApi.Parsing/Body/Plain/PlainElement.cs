namespace ContentApi.Parsing.Body.Plain;

/// <summary>A start tag with attributes, of HTML that was scanned.</summary>
internal sealed class PlainElement(string name, IBodyElement? linkAround) : IBodyElement
{
    public string Name => name;

    public IBodyElement? LinkAround => linkAround;

    /// <summary>In the order of the tag, each name once.</summary>
    public List<(string Name, string Value)> Attributes { get; } = new(4);

    public string? Read(string attribute) => IndexOf(attribute) is >= 0 and var at ? Attributes[at].Value : null;

    public void Write(string attribute, string value)
    {
        if (IndexOf(attribute) is >= 0 and var at)
            Attributes[at] = (attribute, value);
        else
            Attributes.Add((attribute, value));
    }

    public void Remove(string attribute)
    {
        if (IndexOf(attribute) is >= 0 and var at)
            Attributes.RemoveAt(at);
    }

    private int IndexOf(string attribute)
    {
        for (var i = 0; i < Attributes.Count; i++)
        {
            if (Attributes[i].Name == attribute)
                return i;
        }

        return -1;
    }
}
