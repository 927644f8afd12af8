using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Reads <c>:::tip[Title]</c> of Docusaurus 3 and Starlight, <c>:::tip Title</c> of Docusaurus 2 and VuePress.</summary>
internal sealed class AdmonitionParser : CustomContainerParser
{
    public AdmonitionParser() => InfoParser = ReadInfo;

    private static bool ReadInfo(BlockProcessor processor, ref StringSlice line, IFencedBlock container, char opener)
    {
        line.Trim();
        var text = line.AsSpan();
        var length = text.IndexOfAnyExcept(Letters);
        var kind = (length < 0 ? text : text[..length]).ToString().ToLowerInvariant();
        (container.Info, container.Arguments) = (kind, "");
        if (kind.Length == 0)
            return true;
        line.Start += kind.Length;
        line.Trim();
        if (line.AsSpan() is ['[', .., ']'] or ['"', .., '"'])
        {
            line.Start++;
            line.End--;
        }

        CalloutTitle.AddTo(processor, (ContainerBlock)container, kind, line);
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
}
