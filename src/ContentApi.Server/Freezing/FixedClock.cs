namespace ContentApi.Server.Freezing;

/// <summary>A clock that stands still: all answers are those of one instant.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
