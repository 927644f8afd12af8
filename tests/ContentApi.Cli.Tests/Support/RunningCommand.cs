using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ContentApi.Cli.Tests.Support;

/// <summary>The real executable while it runs, and what it has written.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _error = [];

    private RunningCommand(Process process) => _process = process;

    /// <summary>The lines of standard output so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>Standard error so far, but for progress.</summary>
    public string Error => string.Join('\n', _error.Where(line => !CommandRun.IsProgress(line)));

    public bool HasEnded => _process.HasExited;

    public static RunningCommand Start(params string[] arguments)
    {
        var command = new RunningCommand(Process.Start(CommandRun.CreateStart(arguments, new Dictionary<string, string>()))!);
        command._process.OutputDataReceived += (_, line) => Keep(command._output, line.Data);
        command._process.ErrorDataReceived += (_, line) => Keep(command._error, line.Data);
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    /// <summary>True when a line of standard output holds the text.</summary>
    public bool Says(string text) => Output.Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until a line of standard output holds the text.</summary>
    public async Task UntilAsync(string text)
    {
        await Wait.UntilAsync(text, () => Task.FromResult(HasEnded || Says(text)), seconds: 120);
        Assert.True(Says(text), $"not said: {text}\nended: {HasEnded}\n{string.Join('\n', Output)}\n{Error}");
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!HasEnded)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
