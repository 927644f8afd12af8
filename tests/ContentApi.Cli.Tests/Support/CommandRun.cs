using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ContentApi.Cli.Tests.Support;

/// <summary>How a run of the real executable ended, and what it wrote.</summary>
internal sealed partial record CommandRun(int ExitCode, string Output, string Error)
{
    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "contentapi");

    /// <summary>Runs the command to its end.</summary>
    public static async Task<CommandRun> OfAsync(params string[] arguments) => await OfAsync(arguments, new Dictionary<string, string>());

    public static async Task<CommandRun> OfAsync(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Process.Start(CreateStart(arguments, environment))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return await OfAsync(process, output, error);
    }

    /// <summary>Runs the command without the right to read what the permissions of a file deny, which root has otherwise.</summary>
    public static async Task<CommandRun> WithoutPrivilegesAsync(params string[] arguments)
    {
        var start = CreateStart(arguments, new Dictionary<string, string>());
        if (Environment.IsPrivilegedProcess)
        {
            string[] prefix = ["--bounding-set=-dac_override,-dac_read_search", "--", Program];
            for (var index = 0; index < prefix.Length; index++)
            {
                start.ArgumentList.Insert(index, prefix[index]);
            }

            start.FileName = "setpriv";
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return await OfAsync(process, output, error);
    }

    /// <summary>Waits for the end of a process whose streams are being read.</summary>
    public static async Task<CommandRun> OfAsync(Process process, Task<string> output, Task<string> error)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandRun(process.ExitCode, await output, WithoutProgress(await error));
    }

    /// <summary>What was told, without the lines that a slow machine alone shows.</summary>
    public static string WithoutProgress(string error) => string.Join('\n', error.Split('\n').Where(line => !IsProgress(line)));

    /// <summary>True for what is told every few seconds: whether it appears depends on the speed of the machine.</summary>
    public static bool IsProgress(string line) => Progress().IsMatch(line);

    /// <summary>How to start the command: its streams redirected, and nothing of the developer's environment that changes what it does.</summary>
    public static ProcessStartInfo CreateStart(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CONTENTAPI_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }


        // The locale of a bare container: what is written must be UTF-8 all the same.
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    [GeneratedRegex(@"\A\S+: [\d,]+ (?:of [\d,]+ files|answers), ")]
    private static partial Regex Progress();
}
