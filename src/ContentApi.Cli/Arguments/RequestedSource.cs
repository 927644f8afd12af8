using ContentApi.Importer;
using ContentApi.Importer.Sources;

namespace ContentApi.Cli.Arguments;

/// <summary>A source that a command line names.</summary>
/// <param name="Address">What it is.</param>
/// <param name="Options">How it is read.</param>
internal sealed record RequestedSource(SourceAddress Address, ImportOptions Options)
{
    /// <summary>The folder as the user wrote it; null of an archive or a repository, whose files lie where nobody edits them.</summary>
    public string? Written => Address.Kind == SourceKind.Folder ? Options.Folder : null;

    /// <summary>What it is called while it is read.</summary>
    public string Title => Written ?? Address.Text;
}
