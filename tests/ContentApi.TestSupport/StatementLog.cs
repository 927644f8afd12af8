using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContentApi.TestSupport;

/// <summary>
/// Listens to the database driver and keeps the text of every statement that it runs for the calls made while this is
/// open. Calls of other tests at the same time belong to another trace and are left out.
/// </summary>
public sealed class StatementLog : IDisposable
{
    private readonly ConcurrentQueue<string> _statements = new();
    private readonly ActivityListener _listener;
    private readonly Activity _trace;

    /// <summary>Begins to listen.</summary>
    public StatementLog()
    {
        _trace = new Activity(nameof(StatementLog)).Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.TraceId == _trace.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The statements so far, in the order in which they ended.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        _trace.Dispose();
    }

    private void Record(Activity activity)
    {
        if (activity.TraceId == _trace.TraceId && activity.GetTagItem("db.query.text") is string sql)
        {
            _statements.Enqueue(sql);
        }
    }
}
