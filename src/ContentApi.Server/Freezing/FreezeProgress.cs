namespace ContentApi.Server.Freezing;

/// <summary>How far a freeze has come.</summary>
/// <param name="Answers">Answers that are written.</param>
/// <param name="Notice">A sentence for the user; null when there is nothing to tell.</param>
public sealed record FreezeProgress(long Answers, string? Notice = null);
