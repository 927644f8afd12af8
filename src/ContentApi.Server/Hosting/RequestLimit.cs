using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace ContentApi.Server.Hosting;

/// <summary>
/// The time that a request may take: for its body, for a connection to the database, and for what is asked there. When it is over <see cref="HttpContext.RequestAborted"/>
/// is cancelled, and whoever waits stops. Sending what was made is not part of it: that takes as long as the client does, within the least rate of Kestrel.
/// </summary>
internal static class RequestLimit
{
    /// <summary>Adds the limit; endpoints that stream files opt out.</summary>
    public static void AddRequestLimit(this IServiceCollection services, TimeSpan limit) => services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
    {
        Timeout = limit,
        TimeoutStatusCode = Problem.TooSlow.Status,
        WriteTimeoutResponse = Problem.TooSlow.ExecuteAsync,
    });

    /// <summary>True when the time of a request is over; false also when its client went away before.</summary>
    public static bool IsOver(HttpContext http) => http.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };
}
