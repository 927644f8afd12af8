namespace ContentApi.Cli;

/// <summary>What the process ends with (contract C1). A greater code is a worse end.</summary>
internal static class ExitCode
{
    /// <summary>Done: imported, or nothing had changed.</summary>
    public const int Done = 0;

    /// <summary>Done, but some file had errors, or warnings under <c>--strict</c>.</summary>
    public const int ContentFaults = 1;

    /// <summary>Not done: wrong usage, no database, a lock that another holds, or nothing to import.</summary>
    public const int Refused = 2;
}
