using Markdig.Extensions.Mathematics;
using Markdig.Parsers;

namespace ContentApi.Parsing.Body;

/// <summary>Reads formulas between lines of <c>$$</c>. Where no such line follows, the first is text: it would make a formula of all the rest.</summary>
internal sealed class FormulaParser : MathBlockParser
{
    private static readonly object Key = typeof(FormulaParser);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Document.GetData(Key) is not Dictionary<int, int> ends)
            processor.Document.SetData(Key, ends = FindEnds(processor.Line.Text));
        var lineStart = processor.Start == 0 ? 0 : processor.Line.Text.LastIndexOf('\n', processor.Start - 1) + 1;
        var quotes = processor.Line.Text.AsSpan(lineStart, processor.Start - lineStart).Count('>');
        return ends.GetValueOrDefault(quotes) > processor.Start ? base.TryOpen(processor) : BlockState.None;
    }

    // By the number of quotes that they stand in, the last lines that may end a formula.
    private static Dictionary<int, int> FindEnds(string text)
    {
        var ends = new Dictionary<int, int>();
        var lines = new LineReader(text, 0, 1);
        while (lines.Read())
        {
            var mark = lines.Line.TrimStart(" \t>");
            if (mark.StartsWith("$$") && mark.TrimEnd().TrimStart('$').IsEmpty)
                ends[lines.Line[..^mark.Length].Count('>')] = lines.Start + lines.Line.Length - mark.Length;
        }

        return ends;
    }
}
