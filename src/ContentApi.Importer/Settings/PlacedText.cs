namespace ContentApi.Importer.Settings;

/// <summary>A value of <c>contentapi.yaml</c> that only its user can judge, with where it stands.</summary>
/// <param name="Text">The value.</param>
/// <param name="Place">File, line and column, as faults begin: <c>contentapi.yaml:3:12</c>.</param>
public sealed record PlacedText(string Text, string Place);
