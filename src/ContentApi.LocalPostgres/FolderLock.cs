namespace ContentApi.LocalPostgres;

/// <summary>
/// Holds a cluster's folder for this process. The operating system lets go of it when the process ends, however it ends,
/// so nobody who holds it can meet another living holder, and what it finds in the folder is left over.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static FolderLock Take(ClusterFolder folder)
    {
        var path = Path.Combine(folder.Path, "lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var holder = Encode(Environment.ProcessId);
            file.SetLength(0);
            file.Write(holder);
            file.Flush();
            return new FolderLock(file);
        }
        catch (IOException fault)
        {
            throw new LocalPostgresException(
                $"The database in {folder.Path} is in use by process {ReadHolder(path)}: stop that one first, or choose another folder with --data.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new LocalPostgresException(
                $"The database in {folder.Path} belongs to another user: start as that user, or choose another folder with --data.", fault);
        }
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Encode(int processId) => System.Text.Encoding.ASCII.GetBytes($"{processId}\n");

    // Share mode ReadWrite asks for no lock, so the holder's file can be read.
    private static string ReadHolder(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Trim();
    }
}
