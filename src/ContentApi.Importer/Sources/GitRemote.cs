namespace ContentApi.Importer.Sources;

/// <summary>Finds out what a repository has, without fetching anything.</summary>
/// <param name="address">The repository and what of it is wanted.</param>
/// <param name="folder">Folder to run git in.</param>
internal sealed class GitRemote(SourceAddress address, string folder)
{
    /// <returns>What to fetch, and the id of the commit or tag that it is.</returns>
    /// <exception cref="ImportRefusedException">There is no such repository, or nothing of that name in it.</exception>
    public async Task<(string Name, string Id)> FindAsync(CancellationToken ct)
    {
        string[] wanted = address.Reference switch
        {
            null => ["HEAD"],
            { } name when SourceAddress.IsCommit(name) => ["HEAD"],
            { } name when name.StartsWith("refs/", StringComparison.Ordinal) => [name],
            { } name => [$"refs/heads/{name}", $"refs/tags/{name}"],
        };
        var there = await ListAsync(wanted, ct);
        if (SourceAddress.IsCommit(address.Reference))
            return (address.Reference!, address.Reference!);
        if (Array.Find(wanted, there.ContainsKey) is { } found)
            return (found, there[found]);
        throw new ImportRefusedException(await DescribeAsync(ct));
    }

    private async Task<string> DescribeAsync(CancellationToken ct)
    {
        var branches = (await ListAsync(["refs/heads/*"], ct)).Keys.Select(x => x["refs/heads/".Length..]).Order(StringComparer.Ordinal).ToList();
        if (branches.Count == 0)
            return $"{address.Repository} is empty: it has no branch.";
        const int Named = 5;
        var known = $"It has {string.Join(", ", branches.Take(Named))}{(branches.Count > Named ? $" and {branches.Count - Named} more" : "")}.";
        return address.Reference is { } name
            ? $"There is no branch or tag '{name}' in {address.Repository}; a commit is named by its full id. {known}"
            : $"{address.Repository} does not say which branch is meant: name one, as in {address.Repository}#{branches[0]}. {known}";
    }

    // Patterns also find names that end in them.
    private async Task<Dictionary<string, string>> ListAsync(string[] names, CancellationToken ct)
    {
        var result = await GitProgram.AskAsync(folder, address.IsLocal, ["ls-remote", "--quiet", "--", address.Place, .. names], ct);
        return result.IsDone
            ? result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split('\t', 2)).ToDictionary(x => x[1], x => x[0])
            : throw GitFaults.Of(address, result);
    }
}
