namespace ContentApi.Server.Freezing;

/// <summary>Answers are of other content than those before.</summary>
internal sealed class ContentChangedException(string message) : Exception(message);
