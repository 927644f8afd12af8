using ContentApi.Importer.Sources;

namespace ContentApi.Cli.Folders;

/// <summary>Finds the content that a command works on, before anything else is begun.</summary>
internal static class ContentFolder
{
    /// <summary>The launcher says in this environment variable where the repository lies.</summary>
    public const string RootVariable = "CONTENTAPI_ROOT";

    private static readonly string Samples = Path.Combine("samples", "content");

    /// <summary>Gives the folder's full path; without an argument that of the sample content: here, in the repository, or beside the program.</summary>
    /// <param name="argument">What the user wrote; null for nothing.</param>
    /// <param name="repository">The folder of the repository; null when the launcher did not name one.</param>
    /// <param name="program">The folder of the program, which carries the samples where it was published.</param>
    /// <exception cref="CommandFault">There is no such folder, or it cannot be read.</exception>
    public static string Choose(string? argument, string? repository, string program)
    {
        if (argument is not null)
        {
            return Require(argument);
        }

        string?[] roots = ["", repository, program];
        return roots.OfType<string>().Select(root => Path.Combine(root, Samples)).FirstOrDefault(Directory.Exists) is { } place
            ? Require(place)
            : throw new CommandFault($"There is no {Samples} here: name the folder that holds the content.");
    }

    /// <summary>Gives the address of what an import takes: a folder that can be listed, an archive that is there, or a repository.</summary>
    /// <exception cref="CommandFault">The folder cannot be read.</exception>
    /// <exception cref="ContentApi.Importer.ImportRefusedException">It is none of these.</exception>
    public static SourceAddress RequireSource(string argument)
    {
        var address = SourceAddress.Read(argument);
        if (address.Kind == SourceKind.Folder)
        {
            Require(argument);
        }

        return address;
    }

    /// <summary>Gives the full path of a folder that is there and can be listed.</summary>
    /// <exception cref="CommandFault">It is not.</exception>
    public static string Require(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandFault(File.Exists(folder)
                ? $"'{folder}' is a file: name the folder that holds the content."
                : $"There is no folder '{folder}': name the folder that holds the content.");
        }

        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new CommandFault($"The folder '{folder}' cannot be read by the user {Environment.UserName}: let that user read it, or start as its owner.");
        }
    }
}
