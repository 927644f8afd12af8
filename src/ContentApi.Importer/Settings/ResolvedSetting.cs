namespace ContentApi.Importer.Settings;

/// <summary>The value of a setting that an import would use.</summary>
/// <param name="Name">One of <see cref="ContentSettings.Known"/>.</param>
/// <param name="Value">As it would be written in <c>contentapi.yaml</c>, without quotes; null when there is none.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Reason">The same for people, to be read after "because": <c>contentapi.yaml says so</c>.</param>
public sealed record ResolvedSetting(string Name, string? Value, SettingOrigin Origin, string Reason);
