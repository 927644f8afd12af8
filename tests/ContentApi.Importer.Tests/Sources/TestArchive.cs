using System.Formats.Tar;
using System.IO.Compression;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>Makes archives, also such as no good program makes.</summary>
internal static class TestArchive
{
    /// <summary>By the end of the name: <c>.zip</c>, <c>.tar</c>, <c>.tar.gz</c> or <c>.tgz</c>.</summary>
    public static string Write(string path, params (string Name, string Text)[] files)
    {
        using var file = System.IO.File.Create(path);
        if (path.EndsWith(".zip", StringComparison.Ordinal))
        {
            WriteZip(file, [.. files.Select(x => (x.Name, (Action<ZipArchiveEntry>?)null, x.Text))]);
            return path;
        }

        using var tar = path.EndsWith(".tar", StringComparison.Ordinal) ? file : (Stream)new GZipStream(file, CompressionLevel.Fastest);
        WriteTar(tar, [.. files.Select(x => File(x.Name, x.Text))]);
        return path;
    }

    public static void WriteZip(Stream stream, params (string Name, Action<ZipArchiveEntry>? Change, string Text)[] entries)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, change, text) in entries)
        {
            var entry = zip.CreateEntry(name);
            change?.Invoke(entry);
            using var content = entry.Open();
            content.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    public static void WriteTar(Stream stream, params TarEntry[] entries)
    {
        using var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        Array.ForEach(entries, tar.WriteEntry);
    }

    public static PaxTarEntry File(string name, string text) =>
        new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) };
}
