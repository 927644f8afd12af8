using System.Globalization;
using Npgsql;

namespace ContentApi.Cli.Databases;

/// <summary>The parameters after the <c>?</c> of a PostgreSQL address, and what they are called in Npgsql.</summary>
internal static class PostgresUrlParameters
{
    // A root certificate of this name means the certificates that the system trusts.
    private const string SystemRoots = "system";

    private static readonly Dictionary<string, SslMode> SslModes = new(StringComparer.Ordinal)
    {
        ["disable"] = SslMode.Disable,
        ["allow"] = SslMode.Allow,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    };

    private static readonly Dictionary<string, ChannelBinding> ChannelBindings = new(StringComparer.Ordinal)
    {
        ["disable"] = ChannelBinding.Disable,
        ["prefer"] = ChannelBinding.Prefer,
        ["require"] = ChannelBinding.Require,
    };

    private static readonly Dictionary<string, Action<NpgsqlConnectionStringBuilder, string>> Setters = new(StringComparer.Ordinal)
    {
        ["host"] = PostgresUrl.SetHost,
        ["port"] = PostgresUrl.SetPort,
        ["user"] = (builder, value) => builder.Username = value,
        ["password"] = (builder, value) => builder.Password = value,
        ["dbname"] = (builder, value) => builder.Database = value,
        ["application_name"] = (builder, value) => builder.ApplicationName = value,
        ["connect_timeout"] = SetTimeout,
        ["options"] = (builder, value) => builder.Options = value,
        ["sslmode"] = (builder, value) => builder.SslMode = OneOf(value, "sslmode", SslModes),
        ["sslrootcert"] = (builder, value) => builder.RootCertificate = value,
        ["sslcert"] = (builder, value) => builder.SslCertificate = value,
        ["sslkey"] = (builder, value) => builder.SslKey = value,
        ["sslpassword"] = (builder, value) => builder.SslPassword = value,
        ["channel_binding"] = (builder, value) => builder.ChannelBinding = OneOf(value, "channel_binding", ChannelBindings),
    };

    /// <exception cref="FormatException">The parameter is unknown, or has a value that it cannot have.</exception>
    public static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        if (!Setters.TryGetValue(name, out var set))
        {
            // Anything but a plain word is more likely a piece of a password than a parameter.
            var shown = name.Length is > 0 and <= 40 && name.All(letter => char.IsAsciiLetter(letter) || letter is '_' or '-') ? $"the parameter '{name}'" : "a parameter";
            throw new FormatException($"{shown} is unknown; known are {string.Join(", ", Setters.Keys)}.");
        }

        set(builder, value);
    }

    /// <summary>Where a certificate is named, libpq checks it, whatever the mode: so do we.</summary>
    public static void FollowLibpq(NpgsqlConnectionStringBuilder builder)
    {
        if (builder.RootCertificate == SystemRoots)
        {
            builder.RootCertificate = null;
            builder.SslMode = SslMode.VerifyFull;
        }
        else if (builder is { RootCertificate: not null, SslMode: SslMode.Require })
        {
            builder.SslMode = SslMode.VerifyCA;
        }
    }

    private static void SetTimeout(NpgsqlConnectionStringBuilder builder, string value)
    {
        builder.Timeout = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 1024
            ? seconds
            : throw new FormatException("connect_timeout is no number of seconds from 0 to 1024.");
    }

    private static T OneOf<T>(string value, string name, Dictionary<string, T> choices) => choices.TryGetValue(value, out var choice)
        ? choice
        : throw new FormatException($"{name} is one of {string.Join(", ", choices.Keys)}.");
}
