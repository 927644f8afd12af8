using System.Text.Json;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Output;

public sealed class SarifReportTests : IDisposable
{
    // What the schema of SARIF 2.1.0 allows in a result's level.
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_finding_is_a_result_with_rule_place_and_line()
    {
        Directory.CreateDirectory(_folder["my site/文"]);
        File.WriteAllText(_folder["my site/文/a#1.md"], "---\r\ntitle: \"中\" x\r\n---\r\n");
        var report = Reports.Of(new Diagnostic("YAML_SYNTAX", DiagnosticSeverity.Error, "文/a#1.md", 2, 12, "no end", "Mend it."));

        var result = Assert.Single(Run(report, "my site").GetProperty("results").EnumerateArray());

        Assert.Equal(
            """{"startLine":2,"startColumn":12,"snippet":{"text":"title: \u0022\u4E2D\u0022 x"}}""",
            JsonSerializer.Serialize(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")));
        Assert.Equal(
            ("my%20site/%E6%96%87/a%231.md", "SRCROOT"),
            (Artifact(result).GetProperty("uri").GetString(), Artifact(result).GetProperty("uriBaseId").GetString()));
        Assert.Equal(("error", "no end\nMend it."), (result.GetProperty("level").GetString(), result.GetProperty("message").GetProperty("text").GetString()));
    }

    [Fact]
    public void A_finding_about_a_whole_file_has_its_first_line_alone()
    {
        File.WriteAllText(_folder["a.md"], "");
        var result = Assert.Single(Run(Reports.Of(new Diagnostic("EMPTY_FILE", DiagnosticSeverity.Warning, "a.md", 1, 1, "empty")), ".").GetProperty("results").EnumerateArray());

        Assert.Equal("""{"startLine":1}""", JsonSerializer.Serialize(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")));
    }

    [Fact]
    public void Rules_are_those_of_the_diagnostics_file()
    {
        var codes = typeof(DiagnosticCode).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();
        var rules = Run(Reports.Of(), ".").GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToArray();

        Assert.Equal(codes.Order(StringComparer.Ordinal), rules.Select(rule => rule.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(rules, rule =>
        {
            Assert.EndsWith(".", rule.GetProperty("shortDescription").GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
        });
    }

    [Fact]
    public void A_result_points_to_its_rule()
    {
        var findings = DiagnosticRule.All.Select(rule => new Diagnostic(rule.Code, DiagnosticSeverity.Info, "a.md", 1, 1, "x")).Append(new Diagnostic("NEW_CODE", DiagnosticSeverity.Info, "a.md", 1, 1, "x")).ToArray();
        var run = Run(Reports.Of(findings), ".");
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToArray();

        Assert.Equal(findings.Length, results.Length);
        Assert.All(results[..^1], result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.All(results, result => Assert.Equal("note", result.GetProperty("level").GetString()));
        Assert.False(results[^1].TryGetProperty("ruleIndex", out _));
    }

    [Fact]
    public void Several_folders_are_several_runs_of_one_log()
    {
        using var log = JsonDocument.Parse(SarifReport.Of([(Reports.Of() with { Source = "a" }, "one"), (Reports.Of() with { Source = "b" }, "two")], _folder.Path));

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.EndsWith("/sarif-schema-2.1.0.json", log.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Equal(["contentapi/a/", "contentapi/b/"], log.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("automationDetails").GetProperty("id").GetString()));
        Assert.All(log.RootElement.GetProperty("runs").EnumerateArray(), run =>
        {
            Assert.Equal(["tool", "automationDetails", "columnKind", "originalUriBaseIds", "results"], run.EnumerateObject().Select(member => member.Name));
            Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
            Assert.Equal(new Uri(_folder.Path + "/").AbsoluteUri, run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString());
        });
    }

    private static JsonElement Artifact(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

    private JsonElement Run(ImportReport report, string folder) =>
        JsonDocument.Parse(SarifReport.Of([(report, Path.Combine(_folder.Path, folder))], _folder.Path)).RootElement.GetProperty("runs")[0];
}
