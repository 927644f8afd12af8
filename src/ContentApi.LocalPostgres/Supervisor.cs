using System.Diagnostics;

namespace ContentApi.LocalPostgres;

/// <summary>
/// Runs the server under a small shell that watches over it: the shell reads a pipe whose other end only this process
/// holds, and shuts the server down at its end of file. Stopping and being killed are thus the same thing. Both live in a
/// session of their own, so that a Ctrl-C in the terminal, or a SIGKILL to this process group, does not reach them.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    /// <summary>A socket's whole name may have 107 bytes (103 on macOS), so its folder is never below the data folder.</summary>
    public const string ShortFolder = "/tmp/contentapi.XXXXXX";

    // INT is a fast shutdown, QUIT an immediate one that the next start recovers from. The shell stays the server's parent,
    // so the process id is the server's until the shell has seen it end.
    private const string Script = """
        template=$1 log=$2 doomed=$3; shift 3
        sockets=$(mktemp -d "$template") || exit
        exec 3<&0 </dev/null >"$log" 2>&1
        "$@" -k "$sockets" 3<&- &
        server=$!
        ended() {
          tenths=$1
          while kill -0 $server 2>/dev/null; do
            [ $((tenths -= 1)) -lt 0 ] && return 1
            sleep 0.1 3<&-
          done
        }
        (
          while read -r _ <&3; do :; done
          kill -INT $server
          ended 40 || { kill -QUIT $server; ended 20; } || kill -KILL $server
        ) &
        watch=$!
        exec 3<&-
        wait $server
        status=$?
        kill $watch 2>/dev/null
        rm -rf "$sockets" ${doomed:+"$doomed"}
        exit $status
        """;

    // The shell itself kills the server after 6 s.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(8);

    private readonly Process _shell;

    private Supervisor(Process shell) => _shell = shell;

    public bool HasExited => _shell.HasExited;

    public static Supervisor Start(ClusterFolder folder, PostgresBinaries binaries, IReadOnlyDictionary<string, string> settings)
    {
        string[] session = OperatingSystem.IsMacOS() ? ["perl", "-MPOSIX=setsid", "-e", "setsid(); exec @ARGV or die $!"] : ["setsid"];
        string[] arguments =
        [
            .. session[1..],
            "sh", "-c", Script, "contentapi-postgres", ShortFolder, folder.Log, folder.Temporary ? folder.Home : "",
            binaries.Postgres, "-D", folder.Data,
            .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" }),
        ];
        return new Supervisor(Command.Start(session[0], arguments, folder.User));
    }

    /// <summary>What was said before there was a log.</summary>
    public Task<string> ReadErrorsAsync(CancellationToken cancellationToken) => _shell.StandardError.ReadToEndAsync(cancellationToken);

    public async Task StopAsync()
    {
        _shell.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await _shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _shell.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _shell.Dispose();
}
