namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>One page as an answer gives it.</summary>
internal sealed record Page
{
    public required int Total { get; init; }

    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> NodeIds { get; init; }

    public required IReadOnlyList<string> Cursors { get; init; }

    public required bool HasNext { get; init; }

    public required bool HasPrevious { get; init; }

    public required string? Start { get; init; }

    public required string? End { get; init; }
}
