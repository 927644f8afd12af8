namespace ContentApi.Benchmarks.Importing;

/// <summary>Days of publication, spread evenly over eight years.</summary>
internal static class GeneratedDate
{
    private static readonly DateTimeOffset First = new(2015, 1, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The later an article's number, the later its day.</summary>
    public static DateTimeOffset Of(int number, int files) => First + TimeSpan.FromSeconds((long)number * 8 * 365 * 24 * 3600 / files);
}
