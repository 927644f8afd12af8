namespace ContentApi.Importer.Settings;

/// <summary>What <c>contentapi.yaml</c> says of the server that <c>dev</c> runs for the folder. What it does not say is null.</summary>
public sealed record ServerSettings
{
    /// <summary>Folder of trusted documents, absolute or as it lies from the content folder; it may be missing.</summary>
    public PlacedText? Documents { get; init; }

    /// <summary>Whether trusted documents alone are answered; true only where <see cref="Documents"/> are named.</summary>
    public bool? OnlyDocuments { get; init; }
}
