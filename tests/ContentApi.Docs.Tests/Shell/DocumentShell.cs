using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ContentApi.TestSupport;

namespace ContentApi.Docs.Tests.Shell;

/// <summary>
/// A shell in a folder that looks like a clone, for the commands of one document. What a block exports, and the server that
/// it starts, are there for the next block. Ports and the host of the database are replaced by those of the test.
/// </summary>
internal sealed partial class DocumentShell : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);
    private const string Launcher = "contentapi";

    // Neither what is made nor what no command reads. Of what is made GraphiQL alone is there, as after the first use of the launcher.
    private static readonly string[] NotCopied = [Launcher, "artifacts", "secrets", ".git", ".contentapi", "node_modules", "tests"];
    private const string Ide = "artifacts/ide";

    // What the machine of a test cannot do; the steps of docker-compose.yml are run by ComposeTests.
    private static readonly string[] NotRun = ["docker", "sudo", "brew", "git clone", "cd contentapi"];

    // On a real disk: programs are built there.
    private readonly TemporaryFolder _folder = new(Path.GetTempPath());
    private readonly PasswordCluster _cluster;
    private readonly string _port = PasswordCluster.FreePort().ToString(CultureInfo.InvariantCulture);
    private readonly Process _shell;
    private readonly Task<string> _errors;
    private int _blocks;

    public DocumentShell(PasswordCluster cluster)
    {
        _cluster = cluster;
        CopyFolder(RepositoryFiles.Root, _folder.Path);
        if (Directory.Exists(Path.Combine(RepositoryFiles.Root, Ide)))
            CopyFolder(Path.Combine(RepositoryFiles.Root, Ide), _folder[Ide]);

        // The launcher follows the link, and finds that all is built.
        File.CreateSymbolicLink(_folder[Launcher], Path.Combine(RepositoryFiles.Root, Launcher));
        MakeHome();
        _shell = Process.Start(CreateStart())!;
        _errors = _shell.StandardError.ReadToEndAsync();
        _shell.StandardInput.WriteLine($". '{Path.Combine(AppContext.BaseDirectory, "Shell", "ServerFunctions.sh")}'");
    }

    /// <summary>Runs a block of commands.</summary>
    /// <returns>What it wrote, errors included.</returns>
    /// <exception cref="Xunit.Sdk.XunitException">A command failed.</exception>
    public async Task<string> RunAsync(string commands)
    {
        var name = _folder[$"block-{++_blocks}"];
        await File.WriteAllTextAsync($"{name}.sh", Translate(commands));
        await _shell.StandardInput.WriteLineAsync($". '{name}.sh' >'{name}.out' 2>&1; echo done-{_blocks}");
        await _shell.StandardInput.FlushAsync();
        var line = await _shell.StandardOutput.ReadLineAsync().WaitAsync(Limit, TestContext.Current.CancellationToken);
        var output = await File.ReadAllTextAsync($"{name}.out");
        Assert.True(line == $"done-{_blocks}", $"{await File.ReadAllTextAsync($"{name}.sh")}\nended with:\n{output}\n{(line is null ? await _errors : line)}");
        return output.Replace(_port, "8080", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        _folder.Dispose();
    }

    private void MakeHome()
    {
        // The blog of the examples: a real one.
        foreach (var blog in new[] { _folder["home/blog"], _folder["path/to/your/blog"] })
        {
            CopyFolder(Path.Combine(RepositoryFiles.Corpus, "hexo-site"), blog);
        }

        // A program that was installed is on the path.
        Directory.CreateDirectory(_folder["home/bin"]);
        File.CreateSymbolicLink(_folder["home/bin/contentapi"], Path.Combine(AppContext.BaseDirectory, "contentapi"));
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !NotCopied.Contains(entry.Name)))
        {
            if (entry is FileInfo file)
                file.CopyTo(Path.Combine(to, entry.Name));
            else
                CopyFolder(entry.FullName, Path.Combine(to, entry.Name));
        }
    }

    private ProcessStartInfo CreateStart()
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc"])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = start.Environment;
        environment["NUGET_PACKAGES"] = environment.TryGetValue("NUGET_PACKAGES", out var packages) ? packages : $"{environment["HOME"]}/.nuget/packages";
        environment["HOME"] = _folder["home"];
        environment["PATH"] = $"{_folder["home/.dotnet/tools"]}:{_folder["home/bin"]}:{environment["PATH"]}";
        environment["NO_COLOR"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = environment["DOTNET_NOLOGO"] = "1";

        // The code was analysed when this test was built, and a new advisory is no fault of a document.
        environment["RunAnalyzers"] = environment["NuGetAudit"] = "false";
        foreach (var name in new[] { "CONTENTAPI_DATABASE", "CONTENTAPI_ROOT", "ArtifactsPath" })
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in _cluster.Environment)
        {
            environment[name] = value;
        }

        return start;
    }

    private string Translate(string commands)
    {
        var lines = commands.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => !NotRun.Any(command => line.StartsWith(command + " ", StringComparison.Ordinal) || line == command))
            .Select(line => ServerCommand().Replace(line, match => $"start_server {match.Value} {(match.Groups["verb"].Value == "dev" ? "--port 8080" : "")}"));
        return string.Join('\n', lines)
            .Replace("8080", _port, StringComparison.Ordinal)
            .Replace("@localhost/", $"@127.0.0.1:{_cluster.Port}/", StringComparison.Ordinal) + "\n";
    }

    [GeneratedRegex(@"^\S*contentapi (?<verb>dev|serve)\b")]
    private static partial Regex ServerCommand();
}
