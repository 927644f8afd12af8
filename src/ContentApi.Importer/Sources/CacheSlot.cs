using System.Security.Cryptography;
using System.Text;

namespace ContentApi.Importer.Sources;

/// <summary>
/// The folder of the cache that belongs to one address, locked for one import. It is of this user alone: unpublished drafts
/// lie in it. The server reads images from it, so what it holds is replaced in one step and never emptied.
/// </summary>
internal sealed class CacheSlot : IDisposable
{
    /// <summary>The environment variable that names the cache.</summary>
    public const string Variable = "CONTENTAPI_CACHE";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // errno EAGAIN, as .NET reports a file that another has locked.
    private static readonly int LockedError = OperatingSystem.IsMacOS() ? 35 : 11;

    private readonly FileStream _lock;

    private CacheSlot(string folder, FileStream held)
    {
        Folder = folder;
        _lock = held;
    }

    /// <summary>Absolute path.</summary>
    public string Folder { get; }

    /// <summary>Where the content lies, or will.</summary>
    public string Content => Path.Combine(Folder, "content");

    /// <param name="cache">The cache; null for the user's own.</param>
    /// <param name="address">Whose place it is.</param>
    /// <exception cref="ImportRefusedException">Another import holds it, or there is no cache.</exception>
    public static CacheSlot Take(string? cache, SourceAddress address)
    {
        var root = cache is null ? Locate(Environment.GetEnvironmentVariable) : Path.GetFullPath(cache);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Text)))[..32];
        var folder = Path.Combine(root, address.Kind == SourceKind.Git ? "git" : "archives", key);
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                return Cleaned(new CacheSlot(folder, held));
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }
        catch (IOException e) when (e.HResult == LockedError)
        {
            throw new ImportRefusedException($"Another import of {address.Text} is running on this machine; try again when it has ended.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"{address.Text} cannot be unpacked into {root}: {e.Message.TrimEnd('.')}. Name a folder for it in {Variable}.");
        }
    }

    /// <summary>A new, empty folder to fill; it is deleted by the next import unless <see cref="Put"/> takes it.</summary>
    public string MakeFolder() => Directory.CreateDirectory(Path.Combine(Folder, $"new-{Guid.NewGuid():N}"), OwnerOnly).FullName;

    /// <summary>Puts a folder in the place of <see cref="Content"/>, and deletes what was there.</summary>
    /// <param name="folder">In this slot.</param>
    public void Put(string folder)
    {
        var old = Path.Combine(Folder, $"old-{Guid.NewGuid():N}");
        if (Directory.Exists(Content))
            Directory.Move(Content, old);
        Directory.Move(folder, Content);
        Delete(old);
    }

    /// <summary>Deletes a folder with all in it, if it is there.</summary>
    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Lets the next import in.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>The user's cache, as the XDG Base Directory Specification has it.</summary>
    /// <param name="variable">Gives the value of an environment variable, or null.</param>
    internal static string Locate(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } own)
            return Path.GetFullPath(own);
        if (variable("XDG_CACHE_HOME") is { } xdg && Path.IsPathRooted(xdg))   // "relative paths are to be ignored"
            return Path.Combine(xdg, "contentapi");
        return variable("HOME") is { } home && Path.IsPathRooted(home)
            ? Path.Combine(home, ".cache", "contentapi")
            : throw new ImportRefusedException($"There is no home folder to unpack content into: name a folder for it in {Variable}.");
    }

    // What an import that was killed has left.
    private static CacheSlot Cleaned(CacheSlot slot)
    {
        foreach (var left in Directory.EnumerateDirectories(slot.Folder).Where(x => x != slot.Content).ToList())
            Delete(left);
        return slot;
    }
}
