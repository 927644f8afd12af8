using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing;

/// <summary>Values that a site gives to whole folders. Make one per file of settings and use it for all files that it concerns.</summary>
public sealed class FieldDefaults
{
    /// <param name="origin">The file that says so and, where it helps, the place in it: <c>_config.yml</c>, <c>posts/posts.json</c>.</param>
    /// <param name="values">The keys as they would stand in front matter.</param>
    public FieldDefaults(string origin, MetaMap values)
    {
        Origin = origin;
        Values = values;
        Layer = new FieldLayer((MetaMap)WithoutPlace(values)) { Origin = origin };
    }

    /// <summary>The file that says so.</summary>
    public string Origin { get; }

    /// <summary>The keys as they would stand in front matter.</summary>
    public MetaMap Values { get; }

    /// <summary>The values as the readers of fields find them.</summary>
    internal FieldLayer Layer { get; }

    // A finding about a value is told of the article's file, where a line of another file would mislead.
    private static MetaNode WithoutPlace(MetaNode node) => node switch
    {
        MetaMap map => map with { Place = Place.Start, Entries = [.. map.Entries.Select(x => new MetaEntry(x.Key, Place.Start, WithoutPlace(x.Value)))] },
        MetaList list => list with { Place = Place.Start, Items = [.. list.Items.Select(WithoutPlace)] },
        _ => node with { Place = Place.Start },
    };
}
