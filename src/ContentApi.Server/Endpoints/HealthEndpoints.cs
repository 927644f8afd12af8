using ContentApi.Data;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ContentApi.Server.Endpoints;

/// <summary>Tells an orchestrator whether to restart the process (live) and whether to send it requests (ready).</summary>
internal sealed class HealthEndpoints(ServerOptions options)
{
    // Probes give up sooner than the driver does.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    /// <summary>Answers 200 as long as the process answers at all.</summary>
    public static IResult Live() => Ok("live");

    /// <summary>Answers 200 when the database answers and is of this version, else 503 with the reason.</summary>
    public async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(MaxTime, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await DatabaseMigrator.IsCurrentAsync(options.ConnectionString, either.Token) ? Ok("ready") : Problem.DatabaseOutdated;
        }
        catch (NewerDatabaseException)
        {
            return Problem.DatabaseNewer;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            return Problem.Unavailable;
        }
    }

    private static IResult Ok(string status) => TypedResults.Json(new Dictionary<string, string> { ["status"] = status });
}
