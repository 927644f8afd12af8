using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

/// <summary>Every example of <c>schema/diagnostics.md</c>, imported by itself.</summary>
public sealed class DiagnosticExampleTests
{
    // No file is known that breaks the parser; what permissions deny, root reads, so that names and depths that the system refuses show it (HostileFolderTests).
    private static readonly string[] ShownElsewhere = [DiagnosticCode.ParserFault, DiagnosticCode.Unreadable];

    private static readonly Dictionary<string, string> Cells = File
        .ReadLines(Path.Combine(RepositoryFiles.Root, "schema", "diagnostics.md"))
        .TakeWhile(line => line != "## No longer reported")
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split(" | ", StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0].Trim('|', ' ', '`'), cells => cells[3]);

    public static TheoryData<string> Codes => [.. DiagnosticExamples.All.Select(x => x.Code).Except(ShownElsewhere)];

    [Fact]
    public void Every_example_of_the_document_is_tried() =>
        Assert.Equal(
            Cells.Where(x => x.Key != DiagnosticCode.ParserFault).Select(x => $"{x.Key}: {x.Value}").Order(StringComparer.Ordinal),
            DiagnosticExamples.All.Select(x => $"{x.Code}: {x.Cell}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task An_example_has_its_finding_at_its_place_and_no_other_and_mended_it_has_none(string code)
    {
        var example = DiagnosticExamples.All.Single(x => x.Code == code);
        await using var site = await Site.CreateAsync();

        example.Write(site);
        Assert.Equal($"{example.Also}{code} {example.Place}", (await site.ImportAsync()).Findings());

        example.Mend(site);
        Assert.Equal("", (await site.ImportAsync(o => o with { ForcePrune = true })).Findings());
    }
}
