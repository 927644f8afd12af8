using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.Server.Documents;

namespace ContentApi.Server.Freezing;

/// <summary>A document with what says for which variables it is frozen.</summary>
internal sealed record FreezableDocument
{
    /// <summary>The document.</summary>
    public required TrustedDocument Document { get; init; }

    /// <summary>Its queries; all of them have names.</summary>
    public required IReadOnlyList<OperationOutline> Queries { get; init; }

    /// <summary>Name of the file of variables; null when there is none.</summary>
    public string? VariablesFile { get; init; }

    /// <summary>The variables that the file lists; empty when it is a query.</summary>
    public IReadOnlyList<JsonElement> Listed { get; init; } = [];

    /// <summary>The query that gives the variables; null when the file is a list.</summary>
    public string? Query { get; init; }

    /// <summary>Its name in the folder, for findings.</summary>
    public string File => Document.Name + TrustedDocuments.Extension;
}
