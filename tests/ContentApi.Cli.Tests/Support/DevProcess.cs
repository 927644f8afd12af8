using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ContentApi.Cli.Tests.Support;

/// <summary>A running <c>contentapi dev</c>.</summary>
internal sealed class DevProcess : IAsyncDisposable
{
    private const string Ready = "ready: ";

    private readonly RunningCommand _command;
    private readonly string _data;

    private DevProcess(RunningCommand command, string data) => (_command, _data) = (command, data);

    /// <summary>The lines of standard output so far.</summary>
    public IReadOnlyList<string> Output => _command.Output;

    /// <summary>Standard error so far, but for progress.</summary>
    public string Error => _command.Error;

    public string Address => Output.Single(line => line.StartsWith(Ready, StringComparison.Ordinal))[Ready.Length..];

    /// <summary>The process id of the private server, from the file that it keeps as long as it runs.</summary>
    public int ServerId => int.Parse(File.ReadLines(Path.Combine(_data, "postgres", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Starts it on a free port and waits until it says that it is ready.</summary>
    public static async Task<DevProcess> StartAsync(string folder, string data, params string[] more)
    {
        var command = RunningCommand.Start(["dev", folder, "--port", "0", "--data", data, .. more]);
        await command.UntilAsync(Ready);
        return new DevProcess(command, data);
    }

    /// <summary>True when a line of standard output holds the text.</summary>
    public bool Says(string text) => _command.Says(text);

    /// <summary>Asks the API.</summary>
    public async Task<JsonElement> QueryAsync(string query)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(Address, new { query }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> EndAsync(string signal) => _command.EndAsync(signal);

    public static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_command.HasEnded)
        {
            _command.Dispose();
            return;
        }

        var server = ServerId;
        _command.Dispose();
        await Wait.UntilAsync("end of the private server", () => Task.FromResult(!IsAlive(server)));
    }
}
