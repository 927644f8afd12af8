using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>The report of contract C1 for programs: one object for one source, an array for several.</summary>
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

    private static readonly JsonSerializerOptions LineOptions = new(Options) { WriteIndented = false };

    /// <summary>Gives the report of one source: with the plan, when it has one.</summary>
    public static string Of(ReportShape report) => JsonSerializer.Serialize<object>(report, Options);

    /// <summary>Gives the reports of several sources.</summary>
    public static string Of(IEnumerable<ReportShape> reports) => JsonSerializer.Serialize<IEnumerable<object>>(reports, Options);

    /// <summary>Gives the report of one import on one line, as JSON Lines have it.</summary>
    public static string LineOf(ImportReport report) => JsonSerializer.Serialize(ReportShape.Of(report), LineOptions);

    /// <summary>Gives what a rollback did.</summary>
    public static string Of(RollbackReport report) => JsonSerializer.Serialize(RollbackShape.Of(report), Options);

    /// <summary>Gives what a freeze did.</summary>
    public static string Of(FreezeShape report) => JsonSerializer.Serialize(report, Options);
}
