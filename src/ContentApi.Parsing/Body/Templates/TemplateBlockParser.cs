using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Makes a block of each line that holds placeholders alone, whatever its indentation.</summary>
internal sealed class TemplateBlockParser : BlockParser
{
    public TemplateBlockParser() => OpeningCharacters = [.. Enumerable.Range(TemplateText.FirstMark, TemplateText.LastMark - TemplateText.FirstMark + 1).Select(c => (char)c)];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().Trim();
        if (!IsPlaceholders(line))
            return BlockState.None;
        processor.NewBlocks.Push(new TemplateBlock(this, line.ToString())
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }

    private static bool IsPlaceholders(ReadOnlySpan<char> line)
    {
        while (!line.IsEmpty)
        {
            if (line[0] is < TemplateText.FirstMark or > TemplateText.LastMark)
                return false;
            var digits = line[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || line[digits + 1] != line[0])
                return false;
            line = line[(digits + 2)..].TrimStart();
        }

        return true;
    }
}
