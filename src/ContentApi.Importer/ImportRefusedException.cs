namespace ContentApi.Importer;

/// <summary>The import cannot start or must not finish; nothing was changed.</summary>
/// <param name="message">One sentence for the user: what is wrong and what to do.</param>
public sealed class ImportRefusedException(string message) : Exception(message)
{
    /// <summary>True when the same may be done a little later: another import holds the lock of the source.</summary>
    public bool Passes { get; init; }
}
