using System.Text.Json;

namespace ContentApi.Benchmarks.Queries;

/// <summary>The values of one request: as variables for GraphQL, and as what they mean for the others.</summary>
internal sealed record Request
{
    /// <summary>The variables.</summary>
    public required IReadOnlyDictionary<string, object?> Values { get; init; }

    /// <summary>The variables as a server reads them from a body.</summary>
    public JsonElement Variables { get; private init; }

    /// <summary>Path of the article.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Key of the article.</summary>
    public Guid Id { get; init; }

    /// <summary>Path of the category.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Slug of the tag.</summary>
    public string Tag { get; init; } = string.Empty;

    /// <summary>Sort keys of the article after which the page begins.</summary>
    public DateTimeOffset AfterPublished { get; init; }

    /// <summary>The second of them.</summary>
    public Guid AfterId { get; init; }

    /// <summary>Fills <see cref="Variables"/>.</summary>
    public Request Prepared() => this with { Variables = JsonSerializer.SerializeToElement(Values) };
}
