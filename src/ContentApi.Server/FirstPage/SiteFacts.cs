namespace ContentApi.Server.FirstPage;

/// <summary>Facts about the site.</summary>
/// <param name="Title">Null when no setting gives one.</param>
/// <param name="DefaultLocale">Language of the title, after BCP 47.</param>
/// <param name="Locales">Languages in use.</param>
/// <param name="TimeZone">IANA name of the zone in which the site dates its articles.</param>
/// <param name="ContentVersion">Grows with every change.</param>
/// <param name="UpdatedAt">When the content last changed.</param>
public sealed record SiteFacts(
    string? Title,
    string DefaultLocale,
    IReadOnlyList<string> Locales,
    string TimeZone,
    long ContentVersion,
    DateTimeOffset UpdatedAt);
