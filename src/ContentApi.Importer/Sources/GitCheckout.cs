namespace ContentApi.Importer.Sources;

/// <summary>
/// Keeps a copy of a repository in the cache, with nothing of its history, checked out at the commit that is wanted. Git
/// writes only the files that differ from what is there.
/// </summary>
internal sealed class GitCheckout(SourceAddress address, CacheSlot slot)
{
    private const string Reference = "refs/contentapi/source";

    // Files are what their blobs are, whatever the repository would have made of them on a checkout: line ends, other encodings,
    // what is stored elsewhere. This file stands above all others (gitattributes(5)).
    private const string Attributes = "* -text -ident -filter !working-tree-encoding\n";

    /// <exception cref="ImportRefusedException">The repository, what it is asked for, or git itself is not there.</exception>
    public async Task<MaterializedSource> BringAsync(CancellationToken ct)
    {
        var (name, id) = await new GitRemote(address, slot.Folder).FindAsync(ct);
        var commit = await BringAsync(name, id, ct);
        var folder = address.Subfolder.Length == 0 ? slot.Content : Path.Combine(slot.Content, address.Subfolder);
        return new MaterializedSource(address, folder, slot) { Commit = commit, BlobIds = await ReadBlobIdsAsync(commit, ct) };
    }

    private async Task<string> BringAsync(string name, string id, CancellationToken ct)
    {
        var hasCopy = Directory.Exists(slot.Content);
        if (hasCopy && await TryUpdateAsync(slot.Content, name, id, ct) is (var updated, null))
            return updated!;

        // A copy that git was killed in, say, may be of no use. The one that is there is kept until there is another.
        var folder = slot.MakeFolder();
        try
        {
            var (commit, fault) = await TryUpdateAsync(folder, name, id, ct);
            if (fault is not null)
                throw GitFaults.Of(address, fault);
            slot.Put(folder);
            return commit!;
        }
        finally
        {
            CacheSlot.Delete(folder);
        }
    }

    private async Task<(string? Commit, GitResult? Fault)> TryUpdateAsync(string folder, string name, string id, CancellationToken ct)
    {
        string[] init = ["init", "--quiet", "--template=", $"--object-format={(id.Length == 64 ? "sha256" : "sha1")}", folder];
        if (await GitProgram.RunAsync(slot.Folder, init, ct) is { IsDone: false } fault)
            return (null, fault);

        var info = Directory.CreateDirectory(Path.Combine(folder, ".git", "info")).FullName;
        await File.WriteAllTextAsync(Path.Combine(info, "attributes"), Attributes, ct);
        if ((await GitAsync(folder, ["rev-parse", "--verify", "--quiet", Reference], ct)).Text != id)
        {
            string[] fetch = ["fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--", address.Place, $"+{name}:{Reference}"];
            if (await GitProgram.AskAsync(slot.Folder, address.IsLocal, [.. In(folder), .. fetch], ct) is { IsDone: false } failed)
                return (null, failed);
        }

        var found = await GitAsync(folder, ["rev-parse", "--verify", "--quiet", $"{Reference}^{{commit}}"], ct);
        if (!found.IsDone && !(await GitAsync(folder, ["cat-file", "-t", Reference], ct)).IsDone)
            return (null, found);
        if (!found.IsDone)
            throw new ImportRefusedException($"'{address.Reference}' of {address.Repository} is no commit: name a branch, a tag or the full id of a commit.");
        await RequireSubfolderAsync(folder, found.Text, ct);
        foreach (var command in (string[][])[["checkout", "--quiet", "--force", "--detach", found.Text], ["clean", "--quiet", "-ffdx"]])
        {
            if (await GitAsync(folder, command, ct) is { IsDone: false } failed)
                return (null, failed);
        }

        return (found.Text, null);
    }

    private async Task RequireSubfolderAsync(string folder, string commit, CancellationToken ct)
    {
        if (address.Subfolder.Length > 0 && (await GitAsync(folder, ["cat-file", "-t", $"{commit}:{address.Subfolder}"], ct)).Text != "tree")
            throw new ImportRefusedException($"There is no folder '{address.Subfolder}' in {address.Repository} at {address.Reference ?? commit}.");
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadBlobIdsAsync(string commit, CancellationToken ct)
    {
        var listed = await GitAsync(slot.Content, ["ls-tree", "-r", "-z", "--full-tree", $"{commit}:{address.Subfolder}"], ct);
        if (!listed.IsDone)
            throw GitFaults.Of(address, listed);
        return GitTree.ReadBlobIds(listed.Output);
    }

    private static Task<GitResult> GitAsync(string folder, string[] command, CancellationToken ct) => GitProgram.RunAsync(folder, [.. In(folder), .. command], ct);

    private static string[] In(string folder) => [$"--git-dir={Path.Combine(folder, ".git")}", $"--work-tree={folder}"];
}
