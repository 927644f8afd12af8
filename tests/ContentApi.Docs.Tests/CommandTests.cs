using System.Text.RegularExpressions;
using ContentApi.Docs.Tests.Documents;
using ContentApi.Docs.Tests.Shell;

namespace ContentApi.Docs.Tests;

/// <summary>Runs every command that the documents show (blocks of <c>sh</c>); a block of <c>text</c> after one is what it prints.</summary>
public sealed class CommandTests(PasswordCluster cluster) : IClassFixture<PasswordCluster>
{
    // What a contributor runs by hand: the whole suite, and this test among it.
    private static readonly string[] NotRun = ["CONTRIBUTING.md", "docs/benchmarks.md"];

    public static TheoryData<string> Names { get; } = [.. Document.Names.Except(NotRun).Where(name => new Document(name).Blocks.Any(block => block.Language == "sh"))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_command_works_as_it_is_shown(string name)
    {
        await cluster.ClearAsync();
        await using var shell = new DocumentShell(cluster);
        string? output = null;
        foreach (var block in new Document(name).Blocks)
        {
            if (output is not null && block.Language == "text")
                Assert.True(Shows(output, block.Text), $"{name}:{block.Line}: the command before it printed\n{output}");
            output = block.Language == "sh" ? await shell.RunAsync(block.Text) : null;
        }
    }

    // Lines in their order, others between them; … stands for anything within a line.
    private static bool Shows(string output, string expected)
    {
        var lines = expected.TrimEnd().Split('\n').Where(line => line.Trim().Length > 0).Select(line => "^" + Regex.Escape(line.TrimEnd()).Replace("…", ".*", StringComparison.Ordinal) + @"\s*$");
        return Regex.IsMatch(output, string.Join(@"(?s:.*?)", lines), RegexOptions.Multiline, TimeSpan.FromSeconds(10));
    }
}
