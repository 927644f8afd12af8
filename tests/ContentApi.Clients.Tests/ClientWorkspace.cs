using System.Security.Cryptography;
using System.Text;
using ContentApi.TestSupport;

namespace ContentApi.Clients.Tests;

/// <summary>
/// The samples with the checks, installed and built in <c>artifacts/clients</c>, laid out as in the repository. What a folder
/// is made from names it, and it gets its name when it is complete: nothing is done twice, and two runs do not meet.
/// </summary>
internal static class ClientWorkspace
{
    private static readonly string[] Clients = ["apollo", "codegen", "relay", "urql"];
    private static readonly string[] NotCopied = ["node_modules", "dist", "generated", "__generated__"];
    private static readonly string[] Sources = ["samples/clients", "schema", "tests/ContentApi.Clients.Tests/checks"];
    private static readonly TimeSpan UnusedFor = TimeSpan.FromHours(1);

    /// <summary>Gives the folder that stands for the repository's root.</summary>
    public static async Task<string> PrepareAsync()
    {
        await NodeProgram.EnsureAsync();
        var samples = Path.Combine(RepositoryFiles.Root, "samples", "clients");
        string[] manifests = ["package.json", "package-lock.json", .. Clients.Select(client => $"{client}/package.json")];
        var installed = await MakeAsync(Path.Combine(RepositoryFiles.Root, "artifacts", "clients"), samples, manifests, InstallAsync);

        var sources = Sources.SelectMany(folder => FilesOf(Path.Combine(RepositoryFiles.Root, folder))).Select(path => Path.GetRelativePath(RepositoryFiles.Root, path));
        return await MakeAsync(installed, RepositoryFiles.Root, [.. sources.Order(StringComparer.Ordinal)], BuildAsync);
    }

    private static async Task<string> MakeAsync(string parent, string source, IReadOnlyList<string> files, Func<string, Task> makeAsync)
    {
        var folder = Path.Combine(parent, $"made-{HashOf(source, files)}");
        if (Directory.Exists(folder))
            return folder;

        var unfinished = $"{folder}-{Path.GetRandomFileName()}";
        foreach (var file in files)
        {
            var copy = Path.Combine(unfinished, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(source, file), copy);
        }

        await makeAsync(unfinished);
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another run was faster; both made the same.
            Directory.Delete(unfinished, recursive: true);
        }

        DeleteOthers(parent, folder);
        return folder;
    }

    private static Task InstallAsync(string folder) =>
        NodeProgram.CheckedAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"], folder);

    // Their packages lie above it, where Node looks too.
    private static async Task BuildAsync(string root)
    {
        var samples = Path.Combine(root, "samples", "clients");
        await Task.WhenAll(Clients.Select(client => NodeProgram.CheckedAsync("npm", ["run", "build"], Path.Combine(samples, client))));
    }

    private static void DeleteOthers(string parent, string folder)
    {
        foreach (var other in Directory.EnumerateDirectories(parent, "made-*").Where(other => other != folder && Directory.GetLastWriteTimeUtc(other) < TimeProvider.System.GetUtcNow().UtcDateTime - UnusedFor))
        {
            Directory.Delete(other, recursive: true);
        }
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(child => !NotCopied.Contains(Path.GetFileName(child))).SelectMany(FilesOf));

    private static string HashOf(string source, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
