using System.Text;

namespace ContentApi.LocalPostgres;

/// <summary>
/// Holds a cluster's folder for this process. The operating system lets go of it when the process ends, however it ends,
/// so nobody who holds it can meet another living holder, and what it finds in the folder is left over.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const UnixFileMode Anybody = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static bool IsIn(string folder) => File.Exists(PathIn(folder));

    public static async Task<FolderLock> TakeAsync(ClusterFolder folder, CancellationToken cancellationToken)
    {
        var path = PathIn(folder.Home);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (Environment.IsPrivilegedProcess)
            {
                // In a folder that only its owner can enter; the owner shall be able to start next time without sudo.
                File.SetUnixFileMode(file.SafeFileHandle, Anybody);
            }

            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
            file.Flush();
            return new FolderLock(file);
        }
        catch (IOException fault) when (DiskFaults.Find(folder, fault.Message) is null)
        {
            // Every FileStream asks for a lock, also one that only reads; cat does not.
            var holder = await Command.RunAsync("cat", [path], user: null, cancellationToken);
            throw new LocalPostgresException(
                $"The database in {folder.Home} is in use by process {holder.Output.Trim()}: stop that one first, or choose another folder with --data.", fault);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string PathIn(string folder) => Path.Combine(folder, "lock");
}
