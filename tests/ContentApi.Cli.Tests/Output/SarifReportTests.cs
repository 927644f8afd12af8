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

    // Names as file systems allow them; the column counts UTF-16 units, as columnKind says.
    [Theory]
    [InlineData("a b", "c d.md")]
    [InlineData("a#b?c", "100%.md")]
    [InlineData("%41", "%zz.md")]
    [InlineData("quote\"s", "it's.md")]
    [InlineData("new\nline", "\r\n.md")]
    [InlineData("文", "\U0001F600é.md")]
    [InlineData("c:", "d:e.md")]
    [InlineData("[x]", "{y}|^`<>.md")]
    [InlineData("&=+$,;@!*()", "~-_..md")]
    public void Every_log_has_the_structure_of_the_standard_and_leads_back_to_the_file(string folder, string name)
    {
        Directory.CreateDirectory(_folder[folder]);
        File.WriteAllText(_folder[$"{folder}/{name}"], "---\ntitle: \U0001F600 x\n---\n");
        var findings = DiagnosticRule.All.Select((rule, place) => new Diagnostic(rule.Code, (DiagnosticSeverity)(place % 3), name, 1 + place, 1 + place, "a\"b\n\u0001\uD800", place % 2 == 0 ? null : "Mend it."))
            .Append(new Diagnostic("NEW_CODE", DiagnosticSeverity.Error, name, 2, 10, "m"));
        var report = Reports.Of([.. findings]);

        // From above the folder, and from elsewhere.
        foreach (var current in new[] { _folder.Path, _folder[folder], "/" })
        {
            using var log = JsonDocument.Parse(SarifReport.Of([(report, _folder[folder]), (Reports.Of(), _folder.Path)], current));
            var run = log.RootElement.GetProperty("runs")[0];

            Assert.Empty(SarifStructure.Faults(log.RootElement));
            Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal(
                _folder[$"{folder}/{name}"],
                Uri.UnescapeDataString(run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString()!["file://".Length..] + Artifact(result).GetProperty("uri").GetString())));
        }
    }

    [Theory]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.1\"")]
    [InlineData("\"utf16CodeUnits\"", "\"bytes\"")]
    [InlineData("\"startLine\": 2", "\"startLine\": 0")]
    [InlineData("\"ruleIndex\": ", "\"ruleIndex\": 1")]
    [InlineData("\"uri\": \"a.md\"", "\"uri\": \"a b.md\"")]
    [InlineData("\"level\": \"note\"", "\"level\": \"info\"")]
    [InlineData("\"columnKind\"", "\"columnKinds\"")]
    public void The_check_of_the_structure_sees_what_is_wrong(string right, string wrong)
    {
        var log = SarifReport.Of([(Reports.Of(new Diagnostic("YAML_SYNTAX", DiagnosticSeverity.Info, "a.md", 2, 1, "m")), ".")], Environment.CurrentDirectory);
        using var broken = JsonDocument.Parse(log.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(right, log, StringComparison.Ordinal);
        Assert.NotEmpty(SarifStructure.Faults(broken.RootElement));
    }

    private static JsonElement Artifact(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

    private JsonElement Run(ImportReport report, string folder) =>
        JsonDocument.Parse(SarifReport.Of([(report, Path.Combine(_folder.Path, folder))], _folder.Path)).RootElement.GetProperty("runs")[0];
}
