namespace ContentApi.LocalPostgres;

/// <summary>What a private cluster is started with.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>
    /// The folder under which the cluster keeps its own folder <c>postgres</c>; it is made when missing. When the server's
    /// user cannot live there, the cluster lies elsewhere and <see cref="LocalCluster.MovedBecause"/> says so. Null: a
    /// temporary cluster, whose files go away when it stops, also when this process was killed.
    /// </summary>
    public required string? DataDirectory { get; init; }

    /// <summary>The folder in which a temporary cluster gets its own; the server's user must be able to write there.</summary>
    public string TemporaryRoot { get; init; } = "/tmp";

    /// <summary>Server settings by name, such as <c>fsync</c> = <c>off</c>; they win over the cluster's own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
