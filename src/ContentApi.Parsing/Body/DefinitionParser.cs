using Markdig.Extensions.DefinitionLists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Reads lists of definitions, and tells when one has ended: a footnote behind it is not looked for in what is open.</summary>
internal sealed class DefinitionParser : DefinitionListParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var state = base.TryContinue(processor, block);
        block.Parent!.IsOpen = state.IsContinue();
        return state;
    }
}
