using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Ends the reading of a hostile block from any depth; never leaves the readers of this folder.</summary>
internal sealed class MetaLimitException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
