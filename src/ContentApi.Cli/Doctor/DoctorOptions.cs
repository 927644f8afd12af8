using ContentApi.Cli.Arguments;

namespace ContentApi.Cli.Doctor;

/// <summary>What <c>doctor</c> was asked to look at.</summary>
internal sealed record DoctorOptions
{
    /// <summary>The content folder as the user wrote it; null for none.</summary>
    public required string? Folder { get; init; }

    /// <summary>The database's address; null for none.</summary>
    public required GivenValue? Database { get; init; }

    /// <summary>The port that <c>dev</c> would take; 0 for any.</summary>
    public required int Port { get; init; }

    /// <summary>Where the private database of <c>dev</c> would lie.</summary>
    public required string DataDirectory { get; init; }
}
