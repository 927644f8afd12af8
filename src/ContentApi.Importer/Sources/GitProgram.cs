using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ContentApi.Importer.Sources;

/// <summary>
/// Runs the <c>git</c> program. It asks nothing, and runs nothing that a repository brings: no hooks, no filters, no
/// submodules, no helpers for other protocols.
/// </summary>
internal static class GitProgram
{
    // Hooks and the file system monitor are programs; housekeeping must be over when the lock is released.
    private static readonly string[] Settings =
        ["core.hooksPath=/dev/null", "core.fsmonitor=false", "core.autocrlf=false", "core.logAllRefUpdates=false", "submodule.recurse=false", "gc.autoDetach=false"];

    // Set by a git that runs us, in a hook say, and about its repository (git rev-parse --local-env-vars).
    private static readonly string[] VariablesOfRepository =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS", "GIT_IMPLICIT_WORK_TREE", "GIT_CONFIG",
    ];

    /// <summary>
    /// Runs a command that asks another repository. The settings of the user and the machine hold for it, because the keys,
    /// helpers and proxies are there.
    /// </summary>
    /// <param name="folder">Folder to run in.</param>
    /// <param name="isLocal">True when the repository lies on this machine; false when it does not, and then none here is read.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="ct">Kills it.</param>
    /// <exception cref="ImportRefusedException">There is no git.</exception>
    public static Task<GitResult> AskAsync(string folder, bool isLocal, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsync(folder, arguments, new() { ["GIT_ALLOW_PROTOCOL"] = isLocal ? "file" : "https:http:ssh:git" }, ct);

    /// <summary>Runs a command on a copy of our own, by our own settings alone.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public static Task<GitResult> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsync(folder, arguments, new() { ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_COUNT"] = "0" }, ct);

    private static async Task<GitResult> RunAsync(string folder, IEnumerable<string> arguments, Dictionary<string, string> environment, CancellationToken ct)
    {
        using var process = Start(folder, arguments, environment);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        try
        {
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.StandardOutput.BaseStream.CopyToAsync(output, ct);
            await process.WaitForExitAsync(ct);
            return new GitResult(process.ExitCode, output.ToArray(), await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);   // ssh and git-remote-https among them
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private static Process Start(string folder, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("git", Settings.SelectMany(x => (string[])["-c", x]).Concat(arguments))
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Array.ForEach(VariablesOfRepository, x => start.Environment.Remove(x));
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder);   // a repository around the cache is none of ours
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_LFS_SKIP_SMUDGE"] = "1";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ImportRefusedException("The program git is not there, which reads repositories: install it, or import a folder or an archive.");
        }
    }
}
