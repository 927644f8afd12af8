using System.Text.RegularExpressions;

namespace ContentApi.Importer.Sources;

/// <summary>Says why git could not read a repository, and what to do. Of what the address holds before the host, which may be a token, nothing is said.</summary>
internal static partial class GitFaults
{
    // What git, ssh and curl write, in lower case. The first that is found counts.
    private static readonly (string[] Signs, string Advice)[] Known =
    [
        (["dubious ownership"], "It belongs to another user: run as that user, or allow it with git config --global --add safe.directory."),
        (
            ["authentication failed", "could not read username", "could not read password", "permission denied (", "error: 401", "error: 403", "access denied"],
            "Give git the right to read it without asking: a key for ssh, a credential helper, or user and token in the address, which a plan does not keep."),
        (["host key verification failed"], "Connect to that host once with ssh, so that its key is known."),
        (
            ["could not resolve host", "connection refused", "timed out", "network is unreachable", "no route to host", "couldn't connect", "failed to connect", "connection reset"],
            "Check the network and the name of the host."),
        (
            ["not found", "does not appear to be a git repository", "does not exist", "no such file or directory", "could not read from remote repository", "not valid: is this a git repository"],
            "Check the address; a private repository also looks as if it were not there."),
    ];

    /// <param name="address">The repository.</param>
    /// <param name="result">Of a command that failed.</param>
    public static ImportRefusedException Of(SourceAddress address, GitResult result)
    {
        var lines = WithoutSecrets(result.Error, address).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said = Array.Find(lines, x => x.StartsWith("fatal: ", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? $"it ended with {result.ExitCode}";
        var all = string.Join('\n', lines).ToLowerInvariant();
        var advice = Array.Find(Known, x => Array.Exists(x.Signs, all.Contains)).Advice;
        var isWeb = address.Repository.StartsWith("http", StringComparison.Ordinal);
        return new ImportRefusedException(
            $"{address.Repository} cannot be read as a git repository{(isWeb ? ", which every address of the web is taken for" : "")}: {Shorten(said)}. {advice}".TrimEnd());
    }

    // Git cuts a password out of an address that it names, but not a user, and what a host answers it tells as it is.
    private static string WithoutSecrets(string text, SourceAddress address)
    {
        text = text.Replace(address.Place, address.Repository, StringComparison.Ordinal);
        var parts = UserPattern().Match(address.Place).Groups[1].Value.Split(':', 2);
        foreach (var secret in parts.Concat(parts.Select(Uri.UnescapeDataString)).Where(x => x.Length > 0).Distinct().OrderByDescending(x => x.Length))
            text = Regex.Replace(text, $@"(?<!\w){Regex.Escape(secret)}(?!\w)", "…", RegexOptions.CultureInvariant);
        return UserPattern().Replace(text, "://");
    }

    // Of ssh the user is no secret, but one that matters little here.
    [GeneratedRegex(@"://([^/\s]*)@", RegexOptions.CultureInvariant)]
    private static partial Regex UserPattern();

    private static string Shorten(string line)
    {
        const string Prefix = "fatal: ";
        return (line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..] : line).TrimEnd('.', ' ');
    }
}
