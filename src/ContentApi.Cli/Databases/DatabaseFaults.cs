using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace ContentApi.Cli.Databases;

/// <summary>Says in a sentence what a database refused and what helps.</summary>
internal static class DatabaseFaults
{
    /// <summary>The sentence for a database that lacks migrations.</summary>
    public const string NotMigrated = "The database lacks tables of this version; run contentapi migrate first.";

    /// <summary>Does something on a database.</summary>
    /// <exception cref="CommandFault">The database refused, or cannot be reached.</exception>
    public static async Task<T> GuardAsync<T>(string connectionString, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException && Find(fault) is not null)
        {
            var found = Find(fault)!;
            throw new CommandFault(Describe(found, connectionString)) { Passes = Passes(found) };
        }
    }

    // Entity Framework wraps what it takes for a passing fault.
    private static NpgsqlException? Find(Exception? fault) =>
        fault is null ? null : fault as NpgsqlException ?? Find(fault.InnerException);

    // A server that is shut down may be started again.
    private static bool Passes(NpgsqlException fault) => fault.IsTransient || fault.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;

    private static string Describe(NpgsqlException fault, string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var server = $"PostgreSQL at {Server(address)}";
        return fault is PostgresException refusal
            ? DescribeRefusal(refusal, server, address)
            : DescribeConnection(fault, server);
    }

    private static string DescribeConnection(NpgsqlException fault, string server) => fault.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            $"Cannot reach {server}: the host name is not known. Check the host in the address.",
        EndOfStreamException or SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown } =>
            $"{server} broke the connection off. Check that it runs, and run the command again.",
        SocketException socket => $"Cannot reach {server}: {EndSentence(socket.Message)} Check that it runs there, and the host and port in the address.",
        TimeoutException => $"Cannot reach {server}: it did not answer in time. Check the host and port in the address.",
        AuthenticationException tls => $"Cannot reach {server}: TLS failed: {EndSentence(tls.Message)} Check sslmode and sslrootcert in the address.",
        FileNotFoundException or DirectoryNotFoundException =>
            $"Cannot reach {server}: {EndSentence(fault.GetBaseException().Message)} Check sslrootcert, sslcert and sslkey in the address.",
        { Message: var message } when message.StartsWith("No password has been provided", StringComparison.Ordinal) =>
            $"{server} asks for a password: write it into the address, or into a file that {PasswordFile.Variable} names.",

        // "The remote certificate …", "SSL connection requested …": Npgsql's own sentences.
        var other => $"Cannot use {server}: {EndSentence(other.Message)}",
    };

    private static string DescribeRefusal(PostgresException fault, string server, NpgsqlConnectionStringBuilder address)
    {
        var user = address.Username is { } name ? $"the user '{name}'" : "the user";
        var database = address.Database ?? address.Username;
        return fault.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword => $"{server} does not accept the password of {user}. Check user and password in the address.",
            PostgresErrorCodes.InvalidAuthorizationSpecification => $"{server} does not let {user} in: {EndSentence(fault.MessageText)} Check the user in the address, and pg_hba.conf of the server.",
            PostgresErrorCodes.InvalidCatalogName => $"{server} has no database '{database}'. Create it first: createdb {database}.",
            PostgresErrorCodes.InsufficientPrivilege => $"{server} refuses: {EndSentence(fault.MessageText)} {RemedyOfRights(fault, user)}",
            PostgresErrorCodes.TooManyConnections => $"{server} has no free connection: {EndSentence(fault.MessageText)} Try again later.",
            PostgresErrorCodes.CannotConnectNow => $"{server} is starting or stopping: {EndSentence(fault.MessageText)} Try again in a moment.",
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
                $"{server} ended the connection: {EndSentence(fault.MessageText)} Check that it runs, and run the command again.",
            PostgresErrorCodes.ReadOnlySqlTransaction => $"{server} takes no changes: {EndSentence(fault.MessageText)} Name the primary server in the address.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => NotMigrated,
            PostgresErrorCodes.DiskFull => $"{server} has no space left on its disk: {EndSentence(fault.MessageText)} Make room there.",
            _ => $"{server} refuses: {EndSentence(fault.MessageText)} (SQLSTATE {fault.SqlState})",
        };
    }

    // What is missing for tables is a role's rights; what is missing for the schema is needed by migrations alone.
    private static string RemedyOfRights(PostgresException fault, string user) => fault.MessageText.Contains(" schema ", StringComparison.Ordinal)
        ? $"Let {user} own the database, or grant create on its schema public."
        : $"Connect as the user that migrates or imports, or grant {user} the rights that are missing.";

    /// <summary>Where the server listens, for example <c>localhost:5432</c>.</summary>
    public static string Server(NpgsqlConnectionStringBuilder address)
    {
        var host = address.Host ?? "localhost";
        return host.StartsWith('/') ? $"{host}/.s.PGSQL.{address.Port}" : host.Contains(':') ? $"[{host}]:{address.Port}" : $"{host}:{address.Port}";
    }

    private static string EndSentence(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim();
        return line.Length > 0 && line[^1] is '.' or '!' or '?' ? line : line + ".";
    }
}
