namespace ContentApi.Server.Freezing;

/// <summary>Something about a file of the folder of documents.</summary>
/// <param name="File">Its path in the folder, with <c>/</c> between the parts.</param>
/// <param name="Message">A sentence: what is so, and what to do.</param>
public sealed record FreezeFinding(string File, string Message);
