using System.Text.RegularExpressions;

namespace ContentApi.Cli.Tests.Support;

/// <summary>What <c>contentapi doctor</c> said, check by check.</summary>
internal sealed partial record DoctorRun(int ExitCode, IReadOnlyList<DoctorLine> Checks, string LastLine)
{
    public static async Task<DoctorRun> OfAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Read(await CommandRun.OfAsync(["doctor", .. arguments], environment ?? new Dictionary<string, string>()));

    public static DoctorRun Read(CommandRun run)
    {
        Assert.Equal("", run.Error);
        var checks = new List<DoctorLine>();
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            if (CheckLine().Match(line) is { Success: true } check)
            {
                checks.Add(new DoctorLine(check.Groups["mark"].Value, check.Groups["name"].Value, check.Groups["detail"].Value));
            }
            else if (line.StartsWith(new string(' ', 22), StringComparison.Ordinal))
            {
                checks[^1] = checks[^1] with { Remedy = line.Trim() };
            }
        }

        return new DoctorRun(run.ExitCode, checks, lines[^1]);
    }

    public DoctorLine this[string name] => Checks.First(check => check.Name == name);

    [GeneratedRegex(@"\A {0,5}(?<mark>ok|-|warn|FAIL)  (?<name>\w+(?: \w+)*) +(?<detail>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex CheckLine();
}
