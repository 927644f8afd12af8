using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli;

/// <summary>What the process ends with (contract C1). A greater code is a worse end.</summary>
internal static class ExitCode
{
    /// <summary>Done: imported, or nothing had changed.</summary>
    public const int Done = 0;

    /// <summary>Done, but some file had errors, or warnings under <c>--strict</c>; of a freeze, which is whole or not done, nothing is done then.</summary>
    public const int ContentFaults = 1;

    /// <summary>Not done: wrong usage, no database, a lock that another holds, or nothing to import.</summary>
    public const int Refused = 2;

    /// <summary>The code of an import that was done, or planned.</summary>
    /// <param name="report">What it found.</param>
    /// <param name="strict">True for <c>--strict</c>.</param>
    public static int Of(ImportReport report, bool strict)
    {
        var worst = strict ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return report.Failed > 0 || report.Diagnostics.Any(finding => finding.Severity <= worst) ? ContentFaults : Done;
    }
}
