using System.Diagnostics;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>A bare repository, as a host has it, and a work tree whose commits are pushed to it.</summary>
internal sealed class TestRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestRepository()
    {
        Directory.CreateDirectory(Work);
        Git("init", "--quiet", "--bare", "--initial-branch=main", Bare);
        Git("init", "--quiet", "--initial-branch=main");
        Git("remote", "add", "origin", Bare);
    }

    /// <summary>The bare repository.</summary>
    public string Bare => _folder["blog.git"];

    /// <summary>The work tree, and a repository too.</summary>
    public string Work => _folder["work"];

    /// <summary>An empty folder, until something is put into it, for the cache of an import.</summary>
    public string Cache => _folder["cache"];

    /// <summary>The path of something in the work tree.</summary>
    public string this[string path] => Path.Combine(Work, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    /// <summary>Commits what the work tree holds to the branch that it is on, and pushes it; gives the commit's id.</summary>
    public string Commit(string message = "x")
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        Push();
        return Git("rev-parse", "HEAD");
    }

    /// <summary>Makes the bare repository have what the work tree has, whatever it had.</summary>
    public void Push() => Git("push", "--quiet", "--force", "--all", "origin");

    /// <summary>Runs git in the work tree, by no settings of the user; gives what it wrote.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { UseShellExecute = false, WorkingDirectory = Work, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@example.org"), ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"), ("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z"), ("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z"),
        ])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }

    public void Dispose() => _folder.Dispose();
}
