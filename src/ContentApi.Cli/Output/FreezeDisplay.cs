using System.Globalization;
using ContentApi.Server.Freezing;

namespace ContentApi.Cli.Output;

/// <summary>Tells on standard error how far a freeze has come, every few seconds, and what it has to say meanwhile. How many answers there are is known at the end only.</summary>
internal sealed class FreezeDisplay(Terminal terminal, TimeProvider clock) : IProgress<FreezeProgress>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private long _answers;

    /// <summary>Runs a freeze.</summary>
    /// <param name="title">The folder that is written.</param>
    /// <param name="start">Starts it; is given what to report to.</param>
    public async Task<FreezeReport> RunAsync(string title, Func<IProgress<FreezeProgress>, Task<FreezeReport>> start)
    {
        var begun = clock.GetTimestamp();
        var freeze = Task.Run(() => start(this));
        while (await Task.WhenAny(freeze, Task.Delay(BetweenLines, clock)) != freeze)
        {
            var answers = Volatile.Read(ref _answers);
            terminal.Error.WriteLine(Printable.Clean(string.Create(
                CultureInfo.InvariantCulture, $"{title}: {answers:N0} answers, {answers / clock.GetElapsedTime(begun).TotalSeconds:N0} answers/s")));
        }

        return await freeze;
    }

    /// <inheritdoc/>
    public void Report(FreezeProgress value)
    {
        Volatile.Write(ref _answers, value.Answers);
        if (value.Notice is { } notice)
            terminal.Error.WriteLine(Printable.Clean(notice));
    }
}
