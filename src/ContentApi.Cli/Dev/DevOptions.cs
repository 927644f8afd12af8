using ContentApi.Cli.Arguments;
using ContentApi.Cli.Serving;
using ContentApi.Importer.Settings;

namespace ContentApi.Cli.Dev;

/// <summary>What <c>dev</c> was asked for.</summary>
internal sealed record DevOptions
{
    /// <summary>The content folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>True when no folder was named, and the samples stand in for one.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The port; 0 for a free one.</summary>
    public required int Port { get; init; }

    /// <summary>Where the private database lies.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>True imports again when a file is saved.</summary>
    public required bool Watch { get; init; }

    /// <summary>How the folder is read, as far as the environment says.</summary>
    public required GivenSettings Settings { get; init; }

    /// <summary>What the folder says of the server.</summary>
    public required ServerSettings Server { get; init; }

    /// <summary>The trusted documents that the folder names; null when it names none.</summary>
    public required DocumentFolder? Documents { get; init; }

    /// <summary>An Npgsql connection string; null for a private database.</summary>
    public required string? ConnectionString { get; init; }
}
