namespace ContentApi.TestSupport;

/// <summary>A text is not the approved one; the message shows where.</summary>
public sealed class ApprovedTextException(string message) : Exception(message);
