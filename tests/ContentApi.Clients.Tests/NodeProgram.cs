using System.ComponentModel;
using System.Diagnostics;

namespace ContentApi.Clients.Tests;

/// <summary>Runs <c>node</c> and <c>npm</c> of this machine.</summary>
internal static class NodeProgram
{
    private const int OldestNode = 20;
    private const string Missing = "The tests of clients run npm packages: install Node.js 20 or later with npm, on Debian with 'apt-get install npm'.";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Fails with what to do when Node is missing or too old.</summary>
    public static async Task EnsureAsync()
    {
        var version = (await RunAsync("node", ["--version"], Environment.CurrentDirectory)).Output.Trim();
        if (int.Parse(version.TrimStart('v').Split('.')[0]) < OldestNode)
            throw new InvalidOperationException($"{Missing} This is Node.js {version}.");
    }

    /// <summary>Runs a program that has to succeed.</summary>
    public static async Task<string> CheckedAsync(string program, IReadOnlyList<string> arguments, string folder, string? address = null)
    {
        var (status, output, errors) = await RunAsync(program, arguments, folder, address);
        return status == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {status}:\n{output}{errors}");
    }

    /// <summary>Runs a program in a folder; the samples and the checks find the API at the address.</summary>
    public static async Task<(int Status, string Output, string Errors)> RunAsync(string program, IReadOnlyList<string> arguments, string folder, string? address = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CONTENTAPI_URL"] = address;
        start.Environment["NO_COLOR"] = "1";
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {Longest}:\n{await output}{await errors}", e);
        }

        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new FileNotFoundException($"{Missing} There is no {start.FileName} on the PATH.", e);
        }
    }
}
