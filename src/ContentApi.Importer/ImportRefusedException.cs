namespace ContentApi.Importer;

/// <summary>The import cannot start or must not finish; nothing was changed.</summary>
/// <param name="message">One sentence for the user: what is wrong and what to do.</param>
public sealed class ImportRefusedException(string message) : Exception(message);
