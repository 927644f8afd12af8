using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContentApi.Benchmarks.Queries;

/// <summary>Makes sure that all contenders answer the same before anything is measured.</summary>
internal static class AnswerCheck
{
    private const int RequestsCompared = 20;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares the answers to the first requests with those of the first contender; cursors are everyone's own.</summary>
    /// <exception cref="InvalidOperationException">Two answers differ; the message says where.</exception>
    public static async Task RunAsync(Question question, IReadOnlyList<IContender> contenders)
    {
        for (var n = 0; n < Math.Min(RequestsCompared, question.Requests.Count); n++)
        {
            var expected = Normalised(await contenders[0].AnswerAsync(question.Kind, question.RequestAt(n)));
            foreach (var contender in contenders.Skip(1))
            {
                var actual = Normalised(await contender.AnswerAsync(question.Kind, question.RequestAt(n)));
                if (actual != expected)
                    throw new InvalidOperationException(Difference(question, contenders[0], contender, n, expected, actual));
            }
        }
    }

    private static string Difference(Question question, IContender first, IContender contender, int n, string expected, string actual)
    {
        var place = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{question.Name}, request {n}: {contender.Name} does not answer as {first.Name} does.\n{first.Name}: {Around(expected, place)}\n{contender.Name}: {Around(actual, place)}";
    }

    private static string Around(string text, int place) => text[Math.Max(0, place - 100)..Math.Min(text.Length, place + 200)];

    private static string Normalised(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (!document.RootElement.TryGetProperty("data", out _) || document.RootElement.TryGetProperty("errors", out _))
            throw new InvalidOperationException(Encoding.UTF8.GetString(body.Span));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, document.RootElement);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().Where(member => member.Name != "endCursor").OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
