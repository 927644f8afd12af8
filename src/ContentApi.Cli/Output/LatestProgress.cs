using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>Keeps the last report of an import, for a display that looks when it has time.</summary>
internal sealed class LatestProgress : IProgress<ImportProgress>
{
    private volatile ImportProgress? _latest;

    public ImportProgress? Latest => _latest;

    public void Report(ImportProgress value) => _latest = value;
}
