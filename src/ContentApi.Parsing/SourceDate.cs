namespace ContentApi.Parsing;

/// <summary>A date as the file has it.</summary>
/// <param name="Raw">The text as written.</param>
/// <param name="TimeZone">IANA zone or offset (<c>UTC</c>, <c>Asia/Shanghai</c>, <c>+08:00</c>) that was applied.</param>
/// <param name="AssumedZone">True when the file gave no offset and the default zone was used.</param>
public sealed record SourceDate(string Raw, string TimeZone, bool AssumedZone);
