using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Reads a line of <c>{: #id .class}</c>, <c>{:toc}</c> or <c>{:name: .class}</c>; it ends a paragraph.</summary>
internal sealed class AttributeListBlockParser : BlockParser
{
    private readonly bool _takesNames;

    /// <param name="takesNames">False where <c>{:name}</c> without a blank is no list, but <c>{:toc}</c>: it is code of other languages.</param>
    public AttributeListBlockParser(bool takesNames) => (OpeningCharacters, _takesNames) = (['{'], takesNames);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || AttributeList.Read(line, out var length) is not { } list || !line[length..].IsWhiteSpace())
            return BlockState.None;
        if (!_takesNames && line[2] is not (' ' or '\t' or '.' or '#') && list.Words is not ["toc", ..])
            return BlockState.None;
        string? name = null;
        if (line[2] != ' ' && list.Words is [[.. var first, ':'], ..])
            (name, list) = (first, new AttributeList([.. list.Words.Skip(1)]));
        processor.NewBlocks.Push(new AttributeListBlock(this, list)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            IsBelowBlank = IsBelowBlank(processor),
            Name = name,
        });
        return BlockState.BreakDiscard;
    }

    private static bool IsBelowBlank(BlockProcessor processor)
    {
        var above = processor.Line.Text.AsSpan(0, Math.Max(0, processor.CurrentLineStartPosition - 1));
        return above[(above.LastIndexOf('\n') + 1)..].Trim(" \t>").IsEmpty;
    }
}
