namespace ContentApi.Server.Caching;

/// <summary>An answer in one media type and one coding.</summary>
/// <param name="Body">The bytes that are sent.</param>
/// <param name="ContentType">Value of the header.</param>
/// <param name="ContentEncoding">Value of the header; null for none.</param>
/// <param name="EntityTag">Its strong validator, in quotes.</param>
internal sealed record Representation(ReadOnlyMemory<byte> Body, string ContentType, string? ContentEncoding, string EntityTag);
