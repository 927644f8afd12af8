namespace ContentApi.Parsing.Body;

/// <summary>Ends the rendering of a hostile text; never leaves <see cref="BodyReader"/>.</summary>
internal sealed class BodyLimitException(string message) : Exception(message);
