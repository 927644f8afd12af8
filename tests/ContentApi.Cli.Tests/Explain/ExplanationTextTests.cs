using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Importer.Explaining;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Explain;

public sealed class ExplanationTextTests
{
    [Theory]
    [InlineData(67)]
    [InlineData(80)]
    [InlineData(133)]
    public void On_a_terminal_values_continue_below_their_beginning(int width)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.md"], $"---\ntitle: {new string('长', 100)}\ndescription: {string.Join(' ', Enumerable.Repeat("word", 30))}\ntags: [{new string('x', 150)}]\n---\nText.\n");
        var explanation = FileExplainer.Explain(folder["a.md"], new ImportOptions { Folder = folder.Path, ConnectionString = "" }, TestContext.Current.CancellationToken);

        var broken = Write(explanation, width);

        var fields = broken[(broken.IndexOf("VALUE\n", StringComparison.Ordinal) + 6)..broken.IndexOf("\nOther", StringComparison.Ordinal)].TrimEnd('\n').Split('\n');
        Assert.All(fields, line => Assert.True(Printable.Width(line) <= width, line));
        Assert.True(fields.Count(line => line.StartsWith(new string(' ', 43), StringComparison.Ordinal)) >= 4);
        Assert.Equal(WithoutBlanks(Write(explanation, width: null)), WithoutBlanks(broken));
    }

    [Fact]
    public void On_a_narrow_terminal_and_into_a_file_no_line_is_broken()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.md"], $"---\ntitle: {string.Join(' ', Enumerable.Repeat("word", 30))}\n---\n");
        var explanation = FileExplainer.Explain(folder["a.md"], new ImportOptions { Folder = folder.Path, ConnectionString = "" }, TestContext.Current.CancellationToken);

        Assert.Equal(Write(explanation, width: null), Write(explanation, 66));
    }

    private static string Write(FileExplanation explanation, int? width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new ExplanationText(Terminal.Plain(writer), width).Write(explanation, "a.md");
        return writer.ToString();
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
