namespace ContentApi.Importer.Sources;

/// <summary>
/// Keeps a copy of a repository in the cache, with nothing of its history, and checks out the commit that is wanted into a folder
/// of its own. Git writes only the files that differ from the commit before; the others are the same files under a second name.
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
        if (Directory.Exists(slot.Repository) && await TryBringAsync(slot.Repository, name, id, ct) is (var source, null))
            return source!;

        // A copy that git was killed in, say, may be of no use. The one that is there is kept until there is another.
        var fresh = Path.Combine(slot.Folder, "new");
        CacheSlot.Delete(fresh);
        try
        {
            var (made, fault) = await TryBringAsync(fresh, name, id, ct);
            if (fault is not null)
                throw GitFaults.Of(address, fault);
            CacheSlot.Delete(slot.Repository);
            Directory.Move(fresh, slot.Repository);
            return made!;
        }
        finally
        {
            CacheSlot.Delete(fresh);
        }
    }

    private async Task<(MaterializedSource? Source, GitResult? Fault)> TryBringAsync(string repository, string name, string id, CancellationToken ct)
    {
        var (commit, fault) = await TryFetchAsync(repository, name, id, ct);
        if (fault is not null)
            return (null, fault);
        var listed = await GitAsync(repository, ["ls-tree", "-r", "-z", "--full-tree", $"{commit}:{address.Subfolder}"], ct);
        if (!listed.IsDone)
            return (null, listed);
        var state = slot.Find(commit!);
        if (state is null)
        {
            state = slot.Make(commit!);
            if (await TryCheckOutAsync(repository, commit!, state, ct) is { } failed)
                return (null, failed);
        }

        var folder = address.Subfolder.Length == 0 ? state.Content : Path.Combine(state.Content, address.Subfolder);
        return (new MaterializedSource(address, folder, slot, state) { Commit = commit, BlobIds = GitTree.ReadBlobIds(listed.Output) }, null);
    }

    private async Task<(string? Commit, GitResult? Fault)> TryFetchAsync(string repository, string name, string id, CancellationToken ct)
    {
        string[] init = ["init", "--quiet", "--bare", "--template=", $"--object-format={(id.Length == 64 ? "sha256" : "sha1")}", repository];
        if (await GitProgram.RunAsync(slot.Folder, init, ct) is { IsDone: false } fault)
            return (null, fault);

        var info = Directory.CreateDirectory(Path.Combine(repository, "info")).FullName;
        await File.WriteAllTextAsync(Path.Combine(info, "attributes"), Attributes, ct);
        if ((await GitAsync(repository, ["rev-parse", "--verify", "--quiet", Reference], ct)).Text != id)
        {
            string[] fetch = ["fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--", address.Place, $"+{name}:{Reference}"];
            if (await GitProgram.AskAsync(slot.Folder, address.IsLocal, [$"--git-dir={repository}", .. fetch], ct) is { IsDone: false } failed)
                return (null, failed);
        }

        var found = await GitAsync(repository, ["rev-parse", "--verify", "--quiet", $"{Reference}^{{commit}}"], ct);
        if (!found.IsDone && !(await GitAsync(repository, ["cat-file", "-t", Reference], ct)).IsDone)
            return (null, found);
        if (!found.IsDone)
            throw new ImportRefusedException($"'{address.Reference}' of {address.Repository} is no commit: name a branch, a tag or the full id of a commit.");
        if (address.Subfolder.Length > 0 && (await GitAsync(repository, ["cat-file", "-t", $"{found.Text}:{address.Subfolder}"], ct)).Text != "tree")
            throw new ImportRefusedException($"There is no folder '{address.Subfolder}' in {address.Repository} at {address.Reference ?? found.Text}.");
        return (found.Text, null);
    }

    private async Task<GitResult?> TryCheckOutAsync(string repository, string commit, CachedState state, CancellationToken ct)
    {
        try
        {
            // Git knows its files again by their numbers, sizes and times. What it replaces it deletes first, so that the other name keeps the old file.
            var before = await GitAsync(repository, ["rev-parse", "--verify", "--quiet", "HEAD"], ct);
            if (before.IsDone && slot.Find(before.Text) is { } last)
                HardLinks.AddAll(last.Content, state.Content);
            foreach (var command in (string[][])[["checkout", "--quiet", "--force", "--detach", commit], ["clean", "--quiet", "-ffdx"]])
            {
                if (await GitAsync(repository, ["-c", "core.trustctime=false", $"--work-tree={state.Content}", .. command], ct) is { IsDone: false } failed)
                    return failed;
            }

            state.Finish();
            return null;
        }
        finally
        {
            if (!state.IsNew)
                state.Delete();
        }
    }

    private Task<GitResult> GitAsync(string repository, string[] command, CancellationToken ct) =>
        GitProgram.RunAsync(slot.Folder, [$"--git-dir={repository}", .. command], ct);
}
