using System.Text;
using ContentApi.Server.Errors;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>Bodies that are no request: cut, too large, too small, in another encoding, or of another shape.</summary>
public sealed class BodyTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const int BombMegabytes = 256;

    private static readonly string ManyKeys = string.Join(',', Enumerable.Range(0, 60_000).Select(n => $"\"k{n}\":1"));

    private static readonly (string?[] Codes, string Name, string Body)[] Shapes =
    [
        (["BATCH_TOO_LARGE"], "a batch", $"[{string.Join(',', Enumerable.Repeat("""{"query":"{site{title}}"}""", 1_000))}]"),
        (["BATCH_TOO_LARGE"], "a batch of nothing", $"[{string.Join(',', Enumerable.Repeat("null", 100_000))}]"),
        (["INVALID_REQUEST"], "an empty batch", "[]"), (["INVALID_REQUEST"], "null", "null"), (["INVALID_REQUEST"], "a text", "\"{site{title}}\""), (["INVALID_REQUEST"], "a number", "1e400"), (["INVALID_REQUEST"], "a truth value", "true"), (["INVALID_REQUEST"], "nothing in it", "{}"),
        (["INVALID_JSON"], "nothing", ""), (["INVALID_JSON"], "blanks", "   "), (["INVALID_JSON"], "two objects", """{"query":"{site{title}}"}{"query":"{site{title}}"}"""), (["INVALID_JSON"], "two lines", "{\"query\":\"{site{title}}\"}\n{}"), (["INVALID_JSON"], "a remark", """{"query":"{site{title}}"}//x"""),
        (["INVALID_JSON"], "a comma too many", """{"query":"{site{title}}",}"""), (["INVALID_JSON"], "single quotes", "{'query':'{site{title}}'}"), (["INVALID_JSON"], "NaN", """{"query":"{site{title}}","variables":{"a":NaN}}"""), (["INVALID_JSON"], "a raw line end", "{\"query\":\"{site\n{title}}\"}"),
        (["INVALID_JSON"], "a key twice", """{"query":"{site{title}}","query":"{a}"}"""), (["INVALID_JSON"], "a variable twice", """{"query":"{site{title}}","variables":{"a":1,"a":2}}"""), (["INVALID_JSON"], "a key twice in other spelling", """{"query":"{site{title}}","variables":{"a":1,"\u0061":2}}"""),
        (["INVALID_JSON"], "open brackets", new string('[', 1_000_000)), (["INVALID_JSON"], "open objects", string.Concat(Enumerable.Repeat("{\"a\":", 200_000))), (["INVALID_JSON"], "deep variables", WithSite($",\"variables\":{{\"a\":{new string('[', 63)}{new string(']', 63)}}}")),
        (["INVALID_JSON"], "a key with half a pair", """{"query":"{site{title}}","variables":{"\ud800":1}}"""), ([null], "a key with a NUL", """{"query":"{site{title}}","variables":{"\u0000":1}}"""),
        ([null], "a hundred thousand keys", WithSite("," + ManyKeys)),
        ([null], "variables of no operation", WithSite($",\"variables\":{{{ManyKeys}}}")),
        (["INVALID_REQUEST"], "half a pair in the document", """{"query":"{site{title}} # \ud800"}"""), (["INVALID_REQUEST"], "half a pair in the name", """{"query":"{site{title}}","operationName":"\udfff"}"""), (["INVALID_REQUEST"], "half a pair in the id", """{"documentId":"\ud800"}"""),
        (["SYNTAX_ERROR"], "a NUL in the document", """{"query":"{site{title\u0000}}"}"""), (["OPERATION_NOT_FOUND"], "a NUL in the name", """{"query":"{site{title}}","operationName":"\u0000"}"""), (["DOCUMENT_NOT_FOUND"], "a NUL in the id", """{"documentId":"\u0000"}"""), (["DOCUMENT_NOT_FOUND"], "a path in the id", """{"id":"../../etc/passwd"}"""),
        (["OPERATION_NOT_FOUND"], "a long name", WithSite($",\"operationName\":\"{new string('x', 900_000)}\"")), (["DOCUMENT_NOT_FOUND"], "a long id", $$"""{"documentId":"{{new string('x', 900_000)}}"}"""), (["PERSISTED_QUERY_NOT_FOUND"], "an unknown hash", $$$"""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{new string('0', 64)}}}"} } }"""),
        (["INVALID_REQUEST"], "a hash that is none", """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}"""), (["INVALID_REQUEST"], "a hash with half a pair", """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"\ud800"}}}"""), (["INVALID_REQUEST"], "another version", """{"extensions":{"persistedQuery":{"version":1e400,"sha256Hash":""}}}"""),
    ];

    private static readonly string[] Keys = ["query", "operationName", "variables", "extensions", "documentId", "id"];
    private static readonly string[] Values = ["1", "-1.5e400", "true", "[]", "[[{}]]", "\"\"", "\"x\"", "{\"a\":{}}", "null", "{\"persistedQuery\":[]}", "{\"persistedQuery\":{\"version\":\"1\"}}", "{\"explain\":1}", "\"\\u0000\""];

    [Fact]
    public Task A_body_of_another_shape_is_refused() =>
        site.AttackAsync(Shapes.Select(shape => HostileRequest.Post(shape.Name, Encoding.UTF8.GetBytes(shape.Body)) with { Codes = shape.Codes }));

    [Fact]
    public Task Whatever_stands_at_the_keys_is_answered() =>
        site.AttackAsync(
            from key in Keys
            from value in Values
            from rest in new[] { "", ",\"query\":\"{site{title}}\"" }
            where key != "query" || rest == ""
            select HostileRequest.Post($"{key}: {value}{rest}", Encoding.UTF8.GetBytes($"{{\"{key}\":{value}{rest}}}")));

    [Fact]
    public async Task A_body_that_ends_anywhere_is_refused()
    {
        await site.AttackAsync(Enumerable.Range(0, Bodies.Small.Length).Select(length => HostileRequest.Post($"{length} bytes", Bodies.Small[..length]) with { Codes = ["INVALID_JSON"] }));
        await site.AttackAsync(HostileRequest.Post("all bytes", Bodies.Small) with { Codes = [null] });
    }

    [Fact]
    public Task A_body_with_any_byte_changed_is_answered() =>
        site.AttackAsync(
            from place in Enumerable.Range(0, Bodies.Small.Length)
            from changed in new byte[] { 0x00, 0x22, 0x5c, 0x7b, 0x80, 0xff }
            select HostileRequest.Post($"byte {place} is {changed:x2}", [.. Bodies.Small[..place], changed, .. Bodies.Small[(place + 1)..]]));

    [Fact]
    public Task A_body_in_another_encoding_is_refused()
    {
        var text = Encoding.UTF8.GetString(Bodies.Small);
        string[] anyJson = ["INVALID_JSON"];
        return site.AttackAsync(
        [
            .. new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 }.Select(encoding => HostileRequest.Post(encoding.WebName, encoding.GetBytes(text)) with { Codes = anyJson }),
            .. new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8 }.Select(encoding => HostileRequest.Post($"{encoding.WebName} with its mark", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]) with { Codes = anyJson }),
            .. new byte[][] { [0xe9], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc3], [0xff, 0xfe], [0x00] }.SelectMany(Inside).Select(sent => sent with { Codes = anyJson }),
            .. new[] { "utf-7", "utf-16", "iso-8859-1", "gbk", "\"utf-16\"", "x" }.Select(charset => HostileRequest.Post($"charset {charset}", Bodies.Small, ("Content-Type", $"application/json; charset={charset}")) with { Codes = ["UNSUPPORTED_MEDIA_TYPE"] }),
            .. new[] { "application/json, application/json", "application/json;;", "json", "*/*", "application/*", "text/json", "application/x-json", "application/graphql+json", new string('a', 8_000) }
                .Select(type => HostileRequest.Post($"type {type}", Bodies.Small, ("Content-Type", type)) with { Codes = ["UNSUPPORTED_MEDIA_TYPE"] }),
        ]);

        static IEnumerable<HostileRequest> Inside(byte[] bytes) =>
            from frame in new[] { "{\"query\":\"{site{title}} #", "{\"query\":\"{site{title}}\",\"variables\":{\"a\":\"", "{\"query\":\"{site{title}}\",\"variables\":{\"", "{\"query\":\"{site{title}}\",\"operationName\":\"" }
            let end = frame.EndsWith("{\"", StringComparison.Ordinal) ? "\":1}}" : frame.Contains("variables", StringComparison.Ordinal) ? "\"}}" : "\"}"
            select HostileRequest.Post($"{Convert.ToHexString(bytes)} in {frame}", [.. Encoding.UTF8.GetBytes(frame), .. bytes, .. Encoding.UTF8.GetBytes(end)]);
    }

    [Fact]
    public Task A_compressed_body_that_is_damaged_is_refused() =>
        site.AttackAsync(
            from encoding in Bodies.Encodings
            from damaged in Damaged(encoding, Bodies.Compress(encoding, Bodies.Small))
            select HostileRequest.Post($"{encoding}, {damaged.Name}", damaged.Body, ("Content-Encoding", encoding)) with { Codes = damaged.Codes });

    [Fact]
    public Task An_encoding_that_is_not_read_is_refused() =>
        site.AttackAsync(new[] { "gzip, gzip", "gzip,br", "identity, gzip", "zstd", "compress", "x-gzip", "gzip;q=1", "*", "aws-chunked", new string('g', 8_000) }
            .Select(encoding => HostileRequest.Post(encoding, Bodies.Compress("gzip", Bodies.Small), ("Content-Encoding", encoding)) with { Codes = ["UNSUPPORTED_MEDIA_TYPE"] }));

    [Fact]
    public Task A_body_that_is_too_large_is_refused() =>
        site.AttackAsync(
        [
            HostileRequest.Post("a byte too many", Large((1024 * 1024) + 1)) with { Codes = ["BODY_TOO_LARGE"] },
            HostileRequest.Post("eight megabytes", Large(8 * 1024 * 1024)) with { Codes = ["BODY_TOO_LARGE"] },
            HostileRequest.Post("the most that is read", Large(1024 * 1024)) with { Codes = [null] },
            .. Bodies.Encodings.SelectMany(encoding => Enumerable.Repeat(HostileRequest.Post($"a bomb of {encoding}", Bodies.Bomb(encoding, BombMegabytes), ("Content-Encoding", encoding)) with { Codes = ["BODY_TOO_LARGE"] }, 4)),
        ]);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Of_a_bomb_no_more_is_inflated_than_is_read(string encoding)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Headers.ContentEncoding = encoding;
        http.Request.Body = new MemoryStream(Bodies.Bomb(encoding, BombMegabytes));
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Everything is there, so that nothing waits and another thread takes over.
        var reading = RequestBody.ReadAsync(http.Request, body => body.Length, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
        Assert.Equal("BODY_TOO_LARGE", (await Assert.ThrowsAsync<ProblemException>(reading.AsTask)).Problem.Code);
    }

    private static IEnumerable<(string Name, byte[] Body, string?[] Codes)> Damaged(string encoding, byte[] good)
    {
        yield return ("good", good, [null]);
        yield return ("not compressed", Bodies.Small, ["INVALID_BODY"]);
        yield return ("compressed twice", Bodies.Compress(encoding, good), ["INVALID_JSON"]);
        yield return ("zeros", new byte[100], ["INVALID_BODY", "INVALID_JSON"]);
        for (var i = 0; i < good.Length; i++)
        {
            yield return ($"cut after {i}", good[..i], ["INVALID_BODY", "INVALID_JSON", null]);
            yield return ($"bit flipped at {i}", Flipped(good, i), []);
        }
    }

    private static string WithSite(string rest) => $"{{\"query\":\"{{site{{title}}}}\"{rest}}}";

    private static byte[] Large(int length)
    {
        var body = new byte[length];
        body.AsSpan().Fill((byte)' ');
        Bodies.Small.CopyTo(body.AsSpan(length - Bodies.Small.Length));
        return body;
    }

    private static byte[] Flipped(byte[] body, int place)
    {
        var flipped = (byte[])body.Clone();
        flipped[place] ^= 0x10;
        return flipped;
    }
}
