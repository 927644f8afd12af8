namespace ContentApi.Server.FirstPage;

/// <summary>How much was published in a month.</summary>
/// <param name="Year">Of the Gregorian calendar.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Count">Articles; at least one.</param>
public sealed record ArchiveMonth(int Year, int Month, int Count);
