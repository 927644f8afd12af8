namespace ContentApi.Importer.Tests.Support;

/// <summary>Does something in the midst of an import, when that has dealt with so many files.</summary>
/// <param name="files">So many.</param>
/// <param name="action">What is done, once.</param>
internal sealed class Meanwhile(int files, Action action) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value)
    {
        if (value.Done == files)
            action();
    }
}
