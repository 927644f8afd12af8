namespace ContentApi.Importer.Tests.Writing;

/// <summary>A value of every type that is copied.</summary>
internal sealed record CopyRow(Guid? Key, bool? Flag, int? Number, long? Size, double? Weight, DateTimeOffset? At, string? Text, string[]? List, string? Json);
