namespace ContentApi.Parsing.Body;

/// <summary>What the passes over images and links see of an element, be it of a tree or of a scan.</summary>
internal interface IBodyElement
{
    /// <summary>Lower-cased.</summary>
    string Name { get; }

    /// <summary>The nearest link among the <see cref="ImagePass.MaxLinkDistance"/> elements around this one; null when there is none.</summary>
    IBodyElement? LinkAround { get; }

    /// <summary>The value of an attribute; null when the element has none of that name.</summary>
    string? Read(string attribute);

    /// <summary>Changes an attribute where it stands, or adds it as the last.</summary>
    void Write(string attribute, string value);

    void Remove(string attribute);
}
