namespace ContentApi.Cli.Dev;

/// <summary>Finds the folder that <c>dev</c> serves.</summary>
internal static class ContentFolder
{
    /// <summary>The launcher says here where the repository lies.</summary>
    private const string RootVariable = "CONTENTAPI_ROOT";

    private static readonly string Samples = Path.Combine("samples", "content");

    /// <summary>Gives the folder's full path; without an argument that of the sample content, here or in the repository.</summary>
    /// <exception cref="CommandFault">There is no such folder.</exception>
    public static string Choose(string? argument)
    {
        if (argument is not null)
        {
            return Directory.Exists(argument)
                ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(argument))
                : throw new CommandFault(File.Exists(argument) ? $"'{argument}' is a file: name the folder that holds the content." : $"There is no folder '{argument}'.");
        }

        var root = Environment.GetEnvironmentVariable(RootVariable);
        string[] places = string.IsNullOrEmpty(root) ? [Samples] : [Samples, Path.Combine(root, Samples)];
        return Array.Find(places, Directory.Exists) is { } place
            ? Path.GetFullPath(place)
            : throw new CommandFault($"There is no {Samples} here: name the folder that holds the content.");
    }
}
