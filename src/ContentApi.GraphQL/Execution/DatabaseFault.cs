using System.Net.Sockets;
using Npgsql;

namespace ContentApi.GraphQL.Execution;

/// <summary>Tells a database that is away from one that refuses a statement.</summary>
public static class DatabaseFault
{
    /// <summary>True when trying again later can help: no connection, a lost one, a server that starts or stops, no free slot.</summary>
    public static bool IsUnavailable(NpgsqlException exception) => exception is PostgresException postgres
        ? postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
        : exception.InnerException is IOException or SocketException or TimeoutException or EndOfStreamException || exception.IsTransient;

    /// <summary>
    /// True when a new connection may do at once what this one did not. Not when the time ran out in which there was none: who asks again waits twice as long,
    /// and connections that others work with are none the better for being replaced.
    /// </summary>
    public static bool IsOfConnection(NpgsqlException exception) => IsUnavailable(exception) && exception.InnerException is not TimeoutException;
}
