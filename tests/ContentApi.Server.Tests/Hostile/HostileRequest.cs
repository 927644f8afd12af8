using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>A request that no good client sends.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Create">Makes the message, which can be sent once.</param>
internal sealed record HostileRequest(string Name, Func<HttpRequestMessage> Create)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>The answer has one of these codes, null for none; when empty, any.</summary>
    public IReadOnlyList<string?> Codes { get; init; } = [];

    /// <summary>A document and, as JSON text, its variables.</summary>
    public static HostileRequest Query(string name, string query, string? variables = null) =>
        Post(name, Encoding.UTF8.GetBytes($$"""{"query":{{JsonSerializer.Serialize(query)}}{{(variables is null ? "" : $",\"variables\":{variables}")}}}"""));

    /// <summary>A body, sent as JSON. Every second one, by its length, asks for the media type whose status tells of errors.</summary>
    public static HostileRequest Post(string name, byte[] body, params (string Name, string Value)[] headers) => new(name, () => Message(body, headers));

    /// <summary>An address below <c>/graphql</c>.</summary>
    public static HostileRequest Get(string name, string address, params (string Name, string Value)[] headers) =>
        new(name, () => WithHeaders(new HttpRequestMessage(HttpMethod.Get, address), headers));

    private static HttpRequestMessage Message(byte[] body, (string Name, string Value)[] headers)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } } };
        message.Headers.TryAddWithoutValidation("Accept", body.Length % 2 == 0 ? "application/json" : "application/graphql-response+json");
        return WithHeaders(message, headers);
    }

    private static HttpRequestMessage WithHeaders(HttpRequestMessage message, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            HttpHeaders set = name.StartsWith("Content-", StringComparison.Ordinal) ? message.Content!.Headers : message.Headers;
            set.Remove(name);
            set.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
