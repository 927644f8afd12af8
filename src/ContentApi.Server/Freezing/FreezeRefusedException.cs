namespace ContentApi.Server.Freezing;

/// <summary>A freeze cannot be done; the folder holds what it held before.</summary>
/// <param name="message">One sentence for the user: what is wrong and what to do.</param>
public sealed class FreezeRefusedException(string message) : Exception(message);
