using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>The report of contract C1 for programs: one object for one folder, an array for several.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",

        // The text goes to a program or a terminal, not into a page, and file names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Gives the report of one folder.</summary>
    public static string Of(ImportReport report) => JsonSerializer.Serialize(ReportShape.Of(report), Options);

    /// <summary>Gives the reports of several folders.</summary>
    public static string Of(IEnumerable<ImportReport> reports) => JsonSerializer.Serialize(reports.Select(ReportShape.Of), Options);
}
