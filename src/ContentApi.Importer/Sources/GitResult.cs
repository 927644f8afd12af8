using System.Text;

namespace ContentApi.Importer.Sources;

/// <summary>How a run of git ended.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it wrote; names of files in it may be in any encoding.</param>
/// <param name="Error">What it had to say.</param>
internal sealed record GitResult(int ExitCode, byte[] Output, string Error)
{
    public bool IsDone => ExitCode == 0;

    /// <summary>The output without the end of its last line.</summary>
    public string Text => Encoding.UTF8.GetString(Output).TrimEnd('\n');
}
