using ContentApi.Server.Hosting;

namespace ContentApi.Server;

/// <summary>What a server needs to know.</summary>
public sealed record ServerOptions
{
    /// <summary>Npgsql connection string of a migrated database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:8080</c>; port 0 picks a free one.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>True makes an editor of every caller on this machine who comes directly: not through a proxy, and not from a page of another site.</summary>
    public bool LoopbackIsEditor { get; init; }

    /// <summary>Absolute http(s) address under which clients reach the server, for links in answers; null takes that of each request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The folder that is imported on every save, for the page of a server that has no content yet; null when none is.</summary>
    public string? ContentFolder { get; init; }

    /// <summary>Folder of trusted documents, files <c>*.graphql</c>, read at the start; null for none.</summary>
    public string? DocumentFolder { get; init; }

    /// <summary>True refuses every document that is not in <see cref="DocumentFolder"/>.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>Origins whose pages may read answers (CORS), such as <c>https://example.org</c>; null for those of every site.</summary>
    public IReadOnlyList<string>? CorsOrigins { get; init; }

    /// <summary>The most that <see cref="MaxBatchSize"/> may be.</summary>
    public const int LargestBatch = 50;

    /// <summary>How many requests may come together in an array; 0 for none.</summary>
    public int MaxBatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestBatch);
            field = value;
        }
    }

    /// <summary>True gives answers in <c>application/graphql-response+json</c> the status codes of the newest draft of GraphQL over HTTP.</summary>
    public bool DraftStatusCodes { get; init; }

    /// <summary>Decides what is published.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a request may take until its answer is made; what becomes of it then is in <c>schema/errors.md</c>.</summary>
    internal TimeSpan RequestLimit { get; init; } = TimeSpan.FromSeconds(30);

    internal IdeFolder Ide { get; init; } = IdeFolder.Default;
}
