using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Ends the reading of a hostile block from any depth; never leaves <see cref="YamlReader"/>.</summary>
internal sealed class YamlLimitException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
