using System.Globalization;
using ContentApi.Server.Freezing;

namespace ContentApi.Cli.Output;

/// <summary>The members of a JSON report about a freeze; <c>currentUntil</c> is null when no article waits to be published or to expire.</summary>
internal sealed record FreezeShape(
    string Folder,
    int Documents,
    long Answers,
    long Files,
    long Bytes,
    long ContentVersion,
    string? CurrentUntil,
    long ElapsedMs,
    IReadOnlyList<FreezeFinding> Skipped,
    IReadOnlyList<FreezeFinding> Findings)
{
    public static FreezeShape Of(FreezeReport report, string folder) => new(
        folder,
        report.Documents,
        report.Answers,
        report.Files,
        report.Bytes,
        report.ContentVersion,
        report.CurrentUntil?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        (long)report.Elapsed.TotalMilliseconds,
        report.Skipped,
        report.Findings);
}
