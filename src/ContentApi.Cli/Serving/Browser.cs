using System.ComponentModel;
using System.Diagnostics;

namespace ContentApi.Cli.Serving;

/// <summary>Shows a page to the person at the screen.</summary>
internal static class Browser
{
    /// <summary>True on a machine whose screen the caller looks at, as far as the environment tells.</summary>
    public static bool HasDisplay => OperatingSystem.IsMacOS()
        ? string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SSH_CONNECTION"))
        : Array.Exists(["DISPLAY", "WAYLAND_DISPLAY"], name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    /// <summary>Opens the page; without a browser nothing happens.</summary>
    public static void Open(string address)
    {
        try
        {
            var opener = new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address])
            {
                UseShellExecute = false,

                // A browser writes warnings that nobody here wants to read.
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(opener);
        }
        catch (Win32Exception)
        {
            // No opener: the address is on the screen.
        }
    }
}
