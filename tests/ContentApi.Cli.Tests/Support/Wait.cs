namespace ContentApi.Cli.Tests.Support;

internal static class Wait
{
    /// <summary>Waits until the condition holds; the test ends as failed when it does not within the limit.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> condition, int seconds = 60)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await condition())
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"{what}: not within {seconds} s");
        }
    }
}
