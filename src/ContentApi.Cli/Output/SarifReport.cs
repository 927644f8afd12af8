using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContentApi.Cli.Arguments;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Output;

/// <summary>Findings as SARIF 2.1.0 (OASIS), the form in which code-scanning services and editors take them: one log, with one run for each folder.</summary>
internal static class SarifReport
{
    private const string Root = "SRCROOT";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, int> RuleIndex =
        DiagnosticRule.All.Select((rule, index) => (rule.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index);

    /// <summary>Gives the log.</summary>
    /// <param name="reports">What was done, and the folders as the user wrote them.</param>
    /// <param name="current">The working folder.</param>
    public static string Of(IEnumerable<(ImportReport Report, string Folder)> reports, string current)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            foreach (var (report, folder) in reports)
            {
                WriteRun(json, report, folder, FindingPath.In(folder, current));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteRun(Utf8JsonWriter json, ImportReport report, string folder, FindingPath path)
    {
        json.WriteStartObject();
        WriteTool(json);

        // Services tell the runs of one tool apart by what stands before the last slash.
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"contentapi/{report.Source}/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        json.WriteString("uri", $"file://{Escaped(path.Root.TrimEnd('/'))}/");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        var sources = new SourceFiles(report.Encoding);
        foreach (var finding in report.Diagnostics)
        {
            WriteResult(json, finding, path, sources.FindLine(Path.Combine(folder, finding.Path), finding.Line));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "contentapi");
        json.WriteString("version", VersionAction.Version);
        json.WriteStartArray("rules");
        foreach (var rule in DiagnosticRule.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);

            // GitHub's code scanning wants all three.
            WriteText(json, "shortDescription", FirstSentence(rule.Meaning));
            WriteText(json, "fullDescription", rule.Meaning);
            WriteText(json, "help", rule.Mend.Length > 0 ? rule.Mend : rule.Meaning);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", rule.Severity == "info" ? "note" : rule.Severity);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, FindingPath path, string? line)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        if (RuleIndex.TryGetValue(finding.Code, out var index))
        {
            json.WriteNumber("ruleIndex", index);
        }

        json.WriteString("level", finding.Severity == DiagnosticSeverity.Info ? "note" : ImportSummary.Word(finding.Severity));
        WriteText(json, "message", finding.Hint is { } hint ? $"{finding.Message}\n{hint}" : finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Escaped(path.Of(finding.Path)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line);

        // 1:1 means that the finding is about the whole file.
        if (finding is not { Line: 1, Column: 1 })
        {
            json.WriteNumber("startColumn", finding.Column);
            if (line is not null)
            {
                WriteText(json, "snippet", line);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A % in a name is one; System.Uri takes it for the beginning of an escape.
    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? text[..(end + 1)] : text;

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
