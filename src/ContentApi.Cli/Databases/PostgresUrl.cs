using System.Globalization;
using System.Text;
using Npgsql;

namespace ContentApi.Cli.Databases;

/// <summary>
/// Reads the connection address of PostgreSQL's own tools
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS): one host, and the parameters that
/// Npgsql has a counterpart for. No message repeats a part of the address, because any part may be a misplaced password.
/// </summary>
internal static class PostgresUrl
{
    private const string Encoded = "a character such as '/', '?', '#', '@' or '%' in a name or password is written percent-encoded ('@' as %40)";

    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsUrl(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="FormatException">The address cannot be read; the message ends a sentence.</exception>
    public static NpgsqlConnectionStringBuilder Read(string url)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        var (main, query) = Split(url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..], '?');
        var (authority, database) = Split(main, '/');
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Split(authority[..at], ':');
            builder.Username = Decode(user);
            builder.Password = Decode(password);
        }

        ReadHost(builder, authority[(at + 1)..]);
        builder.Database = Decode(database);
        if (url.Contains('#') || query?.Contains('@') == true)
        {
            throw new FormatException(Encoded + ".");
        }

        foreach (var parameter in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Split(parameter, '=');
            PostgresUrlParameters.Set(builder, Decode(name) ?? "", Decode(value) ?? "");
        }

        PostgresUrlParameters.FollowLibpq(builder);
        return builder;
    }

    private static void ReadHost(NpgsqlConnectionStringBuilder builder, string text)
    {
        string? host;
        string? port;
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']');
            if (end < 0 || (end + 1 < text.Length && text[end + 1] != ':'))
            {
                throw new FormatException("an IPv6 host stands in brackets, as in [::1]:5432.");
            }

            host = text[1..end];
            port = end + 1 < text.Length ? text[(end + 2)..] : null;
        }
        else
        {
            (host, port) = Split(text, ':');
        }

        SetHost(builder, Decode(host));
        if (!string.IsNullOrEmpty(port))
        {
            SetPort(builder, port);
        }
    }

    internal static void SetHost(NpgsqlConnectionStringBuilder builder, string? host)
    {
        // Npgsql reads a comma as a list of hosts.
        builder.Host = host?.Contains(',') == true ? throw new FormatException("it names several hosts; one is possible.") : host;
    }

    internal static void SetPort(NpgsqlConnectionStringBuilder builder, string port)
    {
        builder.Port = int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
            ? number
            : throw new FormatException($"the port is no number from 1 to 65535. An IPv6 host stands in brackets, as in [::1]:5432, and {Encoded}.");
    }

    /// <summary>Null for nothing, so that the default of Npgsql holds.</summary>
    private static string? Decode(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var bytes = StrictUtf8.GetBytes(text);
            var length = 0;
            for (var index = 0; index < bytes.Length; index++)
            {
                if (bytes[index] != '%')
                {
                    bytes[length++] = bytes[index];
                    continue;
                }

                bytes[length++] = byte.Parse(bytes.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                index += 2;
            }

            // No name of PostgreSQL can hold NUL; the protocol ends its strings with it.
            return bytes.AsSpan(0, length).Contains((byte)0) ? throw new FormatException() : StrictUtf8.GetString(bytes, 0, length);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new FormatException($"it holds a '%' that does not begin the code of a character; {Encoded}.", fault);
        }
    }

    private static (string First, string? Second) Split(string text, char separator)
    {
        var index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }
}
