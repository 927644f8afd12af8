using ContentApi.Cli.Output;

namespace ContentApi.Cli.Init;

/// <summary>Writes files that are not there yet: each is there whole or not at all, and none is replaced.</summary>
internal static class NewFiles
{
    /// <exception cref="CommandFault">The file is there.</exception>
    public static void RequireNone(string path)
    {
        if (Path.Exists(path))
        {
            throw new CommandFault($"There is a file {Printable.PathFrom(Environment.CurrentDirectory, path)} already: edit it, or delete it to have it written anew.");
        }
    }

    /// <exception cref="CommandFault">One of them is there with another text, or the folder takes none; then none was written.</exception>
    public static void Write(string folder, params IReadOnlyList<(string Name, string Text)> files)
    {
        var written = new List<string>();
        try
        {
            foreach (var (name, text) in files)
            {
                if (Write(Path.Combine(folder, name), text))
                {
                    written.Add(Path.Combine(folder, name));
                }
            }
        }
        catch (Exception fault)
        {
            written.ForEach(File.Delete);
            throw fault is IOException or UnauthorizedAccessException
                ? new CommandFault($"Cannot write in {folder}: {fault.Message.TrimEnd('.')}; let the user {Environment.UserName} write there.")
                : fault;
        }
    }

    /// <returns>False when the file is there already, with the same text.</returns>
    private static bool Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        // Hidden: a running dev does not take it for a save.
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(path))
        {
            RequireNone(path);
            throw;
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
