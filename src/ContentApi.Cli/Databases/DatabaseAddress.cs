using System.Globalization;
using Npgsql;

namespace ContentApi.Cli.Databases;

/// <summary>The database that a command works on, read from <c>--database</c> or CONTENTAPI_DATABASE.</summary>
internal static class DatabaseAddress
{
    /// <summary>The environment variable that stands in for <c>--database</c>.</summary>
    public const string Variable = "CONTENTAPI_DATABASE";

    /// <summary>Reads the option, or the environment variable without it.</summary>
    /// <returns>An Npgsql connection string.</returns>
    /// <exception cref="CommandFault">There is neither, or it cannot be read.</exception>
    public static string Choose(string? option)
    {
        if (option is not null)
        {
            return Read(option, "--database");
        }

        return Environment.GetEnvironmentVariable(Variable) is { } value && !string.IsNullOrWhiteSpace(value)
            ? Read(value, Variable)
            : throw new CommandFault($"No database given: name it with --database postgres://user:password@host/database, or in {Variable}.");
    }

    /// <summary>Reads a <c>postgres://</c> address or an Npgsql connection string; without a password the one of the password file.</summary>
    /// <param name="text">The address. It may hold a password, so no message repeats it.</param>
    /// <param name="origin">Where it was given, for messages.</param>
    /// <exception cref="CommandFault">It cannot be read, or the password file cannot.</exception>
    public static string Read(string text, string origin)
    {
        var address = text.Trim();
        try
        {
            var builder = PostgresUrl.IsUrl(address) ? PostgresUrl.Read(address) : ReadKeywords(address);
            builder.Host ??= "localhost";
            builder.ApplicationName ??= string.Create(CultureInfo.InvariantCulture, $"contentapi, process {Environment.ProcessId}");
            builder.Password ??= PasswordFile.Read();
            return builder.ConnectionString;
        }
        catch (FormatException fault)
        {
            throw new CommandFault($"The database address in {origin} cannot be read: {fault.Message}");
        }
    }

    private static NpgsqlConnectionStringBuilder ReadKeywords(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || !text.Contains('='))
        {
            throw new FormatException("it is neither a postgres:// address nor an Npgsql connection string such as Host=localhost;Database=content.");
        }

        var builder = new NpgsqlConnectionStringBuilder();
        var pairs = new System.Data.Common.DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException fault)
        {
            // The framework's own message may quote the text.
            throw new FormatException("an Npgsql connection string is made of keyword=value pairs with ';' between them; a value that holds ';' stands in double quotes.", fault);
        }

        foreach (KeyValuePair<string, object> pair in (System.Collections.IEnumerable)pairs)
        {
            Set(builder, pair.Key, pair.Value);
        }

        // The form that psql knows, host=a dbname=b, would be one long host name.
        return builder.Host?.Contains(' ', StringComparison.Ordinal) == true
            ? throw new FormatException("the host name holds a space; the pairs of an Npgsql connection string have ';' between them.")
            : builder;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string keyword, object value)
    {
        try
        {
            builder[keyword] = value;
        }
        catch (Exception fault) when (fault is ArgumentException or KeyNotFoundException or InvalidCastException or FormatException or OverflowException)
        {
            // What follows a ';' inside a password looks like a keyword; it must not be shown.
            throw builder.Password is null
                ? new FormatException($"Npgsql has no keyword '{keyword}', or it does not take this value.")
                : new FormatException("a keyword after the password is unknown to Npgsql or does not take its value; a password that holds ';' stands in double quotes.");
        }
    }
}
