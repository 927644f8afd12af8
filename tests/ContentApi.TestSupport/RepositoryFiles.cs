using System.Runtime.CompilerServices;

namespace ContentApi.TestSupport;

/// <summary>Where files of the repository, and the content beside it, lie.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder of ContentApi.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Real content that tests read and never write; it lies beside the repository.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    /// <summary>The example folder of the corpus.</summary>
    public static string Seed { get; } = Path.Combine(Corpus, "seed");

    private static string FindRoot([CallerFilePath] string source = "")
    {
        var folder = new DirectoryInfo(source).Parent;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ContentApi.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No ContentApi.sln above {source}: were the tests moved after their build?");
    }
}
