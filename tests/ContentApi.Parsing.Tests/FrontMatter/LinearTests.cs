using System.Text;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Tests.FrontMatter;

/// <summary>
/// Twice the text costs twice as much. Memory stands for time, because it is the same on every machine however busy; what takes
/// none, the splitter, gets texts so long that anything but one pass would not end.
/// </summary>
public sealed class LinearTests
{
    private const int Length = 100_000;

    [Theory]
    [InlineData("a.yml", "k{0}: [a, \"b\", {{c: d}}]\n")]
    [InlineData("a.yml", "k{0}: @x\n")]
    [InlineData("a.yml", "- a{0}\n")]
    [InlineData("a.toml", "k{0} = ['a', 1_000, {{c = 2021-09-18}}]\n")]
    [InlineData("a.toml", "[[t]]\nk{0} = 1\n")]
    [InlineData("a.toml", "[t{0}.a]\n")]
    [InlineData("a.toml", "k{0} = x\n")]
    [InlineData("a.json", "[{0}, \"\\u0041\", {{\"k\": null}}],")]
    public void Reading_takes_memory_in_proportion_to_the_text(string path, string unit)
    {
        var small = Make(path, unit, Length);
        var large = Make(path, unit, 2 * Length);
        Measure(path, small);

        var (one, two) = (Measure(path, small), Measure(path, large));

        Assert.InRange((double)two / one, 1, 2.6);
    }

    [Theory]
    [InlineData("---\n")]
    [InlineData("----\n")]
    [InlineData("a: b\n")]
    [InlineData("\"a\": \n")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a")]
    [InlineData("<!--{\"a\":{}\n")]
    [InlineData("+++\n")]
    [InlineData("<!---->")]
    [InlineData("<!--{\"-->")]
    [InlineData("{#")]
    [InlineData("---\ndate: a\n---\n")]
    [InlineData(" \n")]
    [InlineData("- \n")]
    public void Splitting_ends_on_sixteen_million_characters(string unit)
    {
        var text = new StringBuilder().Insert(0, unit, 16_000_000 / unit.Length).ToString();

        Assert.InRange(FrontMatterSplitter.Split(text).CloseFenceEnd, 0, text.Length);
        Assert.InRange(FrontMatterSplitter.FindLate(text, 0, 1)?.CloseFenceEnd ?? 0, 0, text.Length);
    }

    [Theory]
    [InlineData("k{0}: @x\n", "")]
    [InlineData("k{0}: @x\n  y\n", "")]
    [InlineData("k{0}: [a,,b]\n", "")]
    [InlineData("k{0}: [,\n", "]")]
    [InlineData("k{0}: {{,\n", "}}")]
    [InlineData("k{0}: \"\\x\n", "\n\"\"")]
    [InlineData("  y\n", "")]
    [InlineData("'k's{0}': \"a\n", "")]
    public void Repairing_takes_memory_in_proportion_to_the_text(string unit, string closing)
    {
        var small = MakeBroken(unit, closing, 2_000);
        var large = MakeBroken(unit, closing, 4_000);
        Assert.InRange(large.Length, 1, YamlRepair.MaxLength);
        Measure("a.yml", small);

        var (one, two) = (Measure("a.yml", small), Measure("a.yml", large));

        Assert.InRange((double)two / one, 1, 2.6);
    }

    private static byte[] MakeBroken(string unit, string closing, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, unit, i + 1000);
        return Encoding.UTF8.GetBytes(text.Insert(text.Length, closing.Replace("}}", "}"), count).Append("\nx: @\n").ToString());
    }

    private static byte[] Make(string path, string unit, int length)
    {
        var text = new StringBuilder(path.EndsWith(".json", StringComparison.Ordinal) ? "[" : "");
        for (var i = 0; text.Length < length; i++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, unit, i);
        if (text[0] == '[' && text[^1] == ',')
            text.Length--;
        return Encoding.UTF8.GetBytes(path.EndsWith(".json", StringComparison.Ordinal) ? text.Append(']').ToString() : text.ToString());
    }

    private static long Measure(string path, byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = DataFileReader.Read(path, content);
        Assert.DoesNotContain(reading.Diagnostics, d => d.Code is DiagnosticCode.ParserFault or DiagnosticCode.YamlLimit or DiagnosticCode.MetaLimit);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
