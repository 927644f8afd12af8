using System.Security.Cryptography;
using System.Text;

namespace ContentApi.Importer.Sources;

/// <summary>
/// The place in the cache of what one address holds for one database, locked for one import. It is of this user alone:
/// unpublished drafts lie in it. Each state has a folder that is never changed, because the server reads images from those
/// that the database names: the present one, and the one before, which a rollback brings back.
/// </summary>
internal sealed class CacheSlot : IDisposable
{
    /// <summary>The environment variable that names the cache.</summary>
    public const string Variable = "CONTENTAPI_CACHE";

    private const string LockName = "lock";
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

    /// <summary>Where git keeps what it has fetched. No server reads it.</summary>
    public string Repository => Path.Combine(Folder, "repository");

    /// <param name="cache">The cache; null for the user's own.</param>
    /// <param name="database">Tells the database from others; a name for a folder.</param>
    /// <param name="address">Whose place it is.</param>
    /// <exception cref="ImportRefusedException">Another import holds it, or there is no cache.</exception>
    public static CacheSlot Take(string? cache, string database, SourceAddress address)
    {
        var root = cache is null ? Locate(Environment.GetEnvironmentVariable) : Path.GetFullPath(cache);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Text)))[..32];
        var folder = Path.Combine(root, database, key);
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            return new CacheSlot(folder, OpenLock(folder));
        }
        catch (IOException e) when (e.HResult == LockedError)
        {
            throw new ImportRefusedException($"Another import of {address.Text} is running on this machine; try again when it has ended.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refuse(address, root, e);
        }
    }

    /// <summary>Says that the cache is of no use.</summary>
    public static ImportRefusedException Refuse(SourceAddress address, string folder, Exception fault) =>
        new($"{address.Text} cannot be unpacked into {folder}: {fault.Message.TrimEnd('.')}. Name a folder for it in {Variable}.");

    /// <summary>A state that is there, and whole; null when there is none.</summary>
    /// <param name="id">Names what it holds: the same id is the same content.</param>
    public CachedState? Find(string id) => Directory.EnumerateDirectories(Folder, $"{id}-*").Select(x => new CachedState(x)).FirstOrDefault(x => x.IsWhole());

    /// <summary>A new state, empty.</summary>
    /// <param name="id">As of <see cref="Find"/>.</param>
    public CachedState Make(string id)
    {
        var state = new CachedState(Path.Combine(Folder, $"{id}-{Guid.NewGuid():N}"));
        Directory.CreateDirectory(state.Content, OwnerOnly);
        return state;
    }

    /// <summary>
    /// Deletes what nobody needs any more, also in the places of addresses that the database names no longer. What cannot be
    /// deleted now is by the next import.
    /// </summary>
    /// <param name="kept">Not deleted.</param>
    /// <param name="readRoots">Gives all folders that the database names; the states around them are not deleted.</param>
    /// <param name="ct">Ends the work early.</param>
    public async Task CleanAsync(CachedState kept, Func<CancellationToken, Task<List<string>>> readRoots, CancellationToken ct)
    {
        var named = PartsOf(await readRoots(ct));
        foreach (var state in Directory.GetDirectories(Folder).Where(x => x != Repository && x != kept.Folder && !named.Contains(Path.GetFileName(x))))
            new CachedState(state).Delete();
        foreach (var other in Directory.GetDirectories(Path.GetDirectoryName(Folder)!).Where(x => x != Folder && !HoldsAny(x, named)))
            await TryEmptyAsync(other, readRoots, ct);
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

    private static FileStream OpenLock(string folder) => new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    // By its name a state is known whatever links lead to the cache.
    private static HashSet<string> PartsOf(List<string> roots) => [.. roots.SelectMany(x => x.Split(Path.DirectorySeparatorChar))];

    private static bool HoldsAny(string folder, HashSet<string> named) => Directory.EnumerateDirectories(folder).Any(x => named.Contains(Path.GetFileName(x)));

    // The lock stays: without it two imports could hold the place.
    private static async Task TryEmptyAsync(string folder, Func<CancellationToken, Task<List<string>>> readRoots, CancellationToken ct)
    {
        try
        {
            if (!Directory.EnumerateDirectories(folder).Any())
                return;
            using var held = OpenLock(folder);

            // The import that held it a moment ago may have named what lies here.
            if (HoldsAny(folder, PartsOf(await readRoots(ct))))
                return;
            foreach (var left in Directory.GetDirectories(folder))
                Delete(left);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An import holds it, or it is in nobody's way.
        }
    }
}
