using ContentApi.Cli.Dev;
using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>Keeps all findings of an import that are too many to be shown. A second import would not find them again, because it does not read files that are the same.</summary>
internal static class FindingsFile
{
    /// <returns>The path of the file, as it can be given to a command.</returns>
    public static string Write(ImportReport report, DevOptions options, DevDatabase database)
    {
        var folder = Directory.CreateDirectory(database.Folder ?? options.DataDirectory).FullName;
        var path = Path.Combine(folder, "findings.txt");
        using var file = new StreamWriter(path);
        new TextReport(Terminal.Plain(file), report.Encoding).Write(report, options.Folder);
        return Printable.PathFrom(Environment.CurrentDirectory, path);
    }
}
