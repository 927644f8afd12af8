using Microsoft.Extensions.Logging;

namespace ContentApi.Server;

/// <summary>What the server logs; ids 4000 to 4999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(4001, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void RequestFailed(ILogger log, Exception exception, string method, string path);

    [LoggerMessage(4002, LogLevel.Warning, "The database cannot be reached: {Reason}")]
    public static partial void DatabaseUnavailable(ILogger log, string reason);

    [LoggerMessage(4003, LogLevel.Information, "The last use of a key was not written: {Reason}")]
    public static partial void KeyUseNotWritten(ILogger log, string reason);

    [LoggerMessage(4004, LogLevel.Information, "The state of the content was not read: {Reason}")]
    public static partial void StateNotRead(ILogger log, string reason);
}
