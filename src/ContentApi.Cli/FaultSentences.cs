using ContentApi.Data;
using ContentApi.Importer;
using ContentApi.LocalPostgres;
using ContentApi.Server.Freezing;

namespace ContentApi.Cli;

/// <summary>Says in one sentence why a command ended early.</summary>
internal static class FaultSentences
{
    public static string Of(Exception fault) => fault switch
    {
        CommandFault or ImportRefusedException or FreezeRefusedException or NewerDatabaseException or LocalPostgresException => fault.Message,
        OperationCanceledException => "Stopped before the end; the database holds what it held before.",
        IOException or UnauthorizedAccessException => fault.Message,
        _ => $"This should not have happened: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")} Please report it, with the command that you ran, as an issue of the project.",
    };
}
