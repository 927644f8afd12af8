using System.Net;
using System.Text.Json;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>What a hostile request got, and what is wrong with that.</summary>
internal sealed class HostileAnswer
{
    // Thousands of times what any refusal needs; what comes close repeats what was sent.
    private const int LongestRefusal = 64 * 1024;
    private const int LongestMessage = 600;

    // Words of what the server is made of.
    private static readonly string[] Internals = ["Exception", "   at ", "System.", "Npgsql", "Microsoft.", "select ", "SQL", "byte array", "Object reference"];

    private HostileAnswer(HttpStatusCode status, string text, string? code, string? fault)
    {
        Status = status;
        Text = text;
        Code = code;
        Fault = fault;
    }

    public HttpStatusCode Status { get; }

    public string Text { get; }

    /// <summary>Of the problem, or of the first error; null when there is none.</summary>
    public string? Code { get; }

    /// <summary>What no answer may be; null when nothing is.</summary>
    public string? Fault { get; }

    /// <summary>Reads an answer and judges it by what holds for all of them.</summary>
    public static async Task<HostileAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            var (code, fault) = Judge(response, text);
            return new HostileAnswer(response.StatusCode, text, code, fault);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new HostileAnswer(response.StatusCode, text, code: null, $"{e.Message} in {response.Content.Headers.ContentType}");
        }
    }

    private static (string? Code, string? Fault) Judge(HttpResponseMessage response, string text)
    {
        var status = (int)response.StatusCode;
        if (status is not (200 or (>= 400 and < 500)))
            return (null, "neither 200 nor a fault of the client");

        // What Kestrel refuses no code of ours has seen: it says so with the status alone and closes the connection.
        if (status is 400 or 414 or 431 && text.Length == 0 && response.Headers.ConnectionClose == true)
            return (null, null);
        using var json = JsonDocument.Parse(text);
        return response.Content.Headers.ContentType?.ToString() switch
        {
            "application/problem+json" => JudgeProblem(json.RootElement, status, text),
            "application/json; charset=utf-8" when status == 200 && json.RootElement.ValueKind == JsonValueKind.Array => JudgeBatch(json.RootElement),
            "application/json; charset=utf-8" when status is 200 or 413 => JudgeGraphQL(json.RootElement, status, text),
            "application/graphql-response+json; charset=utf-8" when status == 200 == json.RootElement.TryGetProperty("data", out _) => JudgeGraphQL(json.RootElement, status, text),
            var type => (null, $"{type} with this status"),
        };
    }

    private static (string? Code, string? Fault) JudgeProblem(JsonElement problem, int status, string text)
    {
        var code = problem.GetProperty("code").GetString()!;
        if (problem.GetProperty("status").GetInt32() != status || !DocumentedCodes.Problems.Contains(code))
            return (code, "a problem that is not in schema/errors.md");
        return (code, JudgeText(problem.GetProperty("detail").GetString()!, text));
    }

    // Of many answers the first that is wrong counts, else the first that tells of an error.
    private static (string? Code, string? Fault) JudgeBatch(JsonElement answers)
    {
        var judged = answers.EnumerateArray().Select(answer => JudgeGraphQL(answer, status: 200, answer.GetRawText())).ToList();
        return judged.Count == 0 ? (null, "no answers") : judged.OrderBy(answer => answer.Fault is null).ThenBy(answer => answer.Code is null).First();
    }

    private static (string? Code, string? Fault) JudgeGraphQL(JsonElement answer, int status, string text)
    {
        if (!answer.TryGetProperty("errors", out var errors))
            return (null, status == 200 && answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? null : "neither data nor errors");
        if (answer.TryGetProperty("data", out _))
            return (null, "data beside errors");
        var code = errors[0].GetProperty("extensions").GetProperty("code").GetString();
        var fault = errors.EnumerateArray()
            .Select(error => DocumentedCodes.Errors.Contains(error.GetProperty("extensions").GetProperty("code").GetString()!)
                ? JudgeText(error.GetProperty("message").GetString()!, text)
                : "an error that is not in schema/errors.md")
            .FirstOrDefault(found => found is not null);
        return (code, fault);
    }

    private static string? JudgeText(string message, string text)
    {
        if (message.Length is 0 or > LongestMessage)
            return $"a message of {message.Length} characters";
        if (text.Length > LongestRefusal)
            return $"a refusal of {text.Length} characters";
        return Internals.FirstOrDefault(word => message.Contains(word, StringComparison.Ordinal)) is { } found ? $"a message with '{found}'" : null;
    }
}
