using System.Reflection;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Tests.Specs;
using ContentApi.TestSupport;

namespace ContentApi.Parsing.Tests.Diagnostics;

public sealed class DiagnosticsFileTests
{
    private static readonly Lazy<Dictionary<string, string>> Rows = new(ReadRows);

    [Fact]
    public void Schema_diagnostics_lists_every_code_and_no_other()
    {
        var codes = typeof(DiagnosticCode)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), Rows.Value.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schema_diagnostics_gives_the_severity_that_the_parser_gives()
    {
        var seen = SpecFile.Names().SelectMany(SpecFile.Read).SelectMany(SpecTests.Diagnose).DistinctBy(d => d.Code).ToArray();

        Assert.True(seen.Length > 25, "the specification files show most of the codes");
        Assert.All(seen, d => Assert.Contains($"{d.Code} {d.Severity.ToString().ToLowerInvariant()}", Rows.Value[d.Code].Split(", ").Select(severity => $"{d.Code} {severity}")));
    }

    [Fact]
    public void Every_code_is_made_by_a_test()
    {
        var seen = SpecFile.Names().SelectMany(SpecFile.Read).SelectMany(SpecTests.Diagnose).Select(d => d.Code).ToHashSet();
        var tests = string.Concat(Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != $"{nameof(DiagnosticsFileTests)}.cs")
            .Select(File.ReadAllText));

        // A fault of the parser itself: no file is known that makes one.
        Assert.Equal(
            [DiagnosticCode.ParserFault],
            Rows.Value.Keys.Where(code => !seen.Contains(code) && !tests.Contains(code, StringComparison.Ordinal)).Append(DiagnosticCode.ParserFault).Distinct());
    }

    private static Dictionary<string, string> ReadRows() => File
        .ReadLines(Path.Combine(RepositoryFiles.Root, "schema", "diagnostics.md"))
        .TakeWhile(line => line != "## No longer reported")
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2]);
}
