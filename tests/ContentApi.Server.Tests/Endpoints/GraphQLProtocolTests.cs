using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>What <c>/graphql</c> refuses before GraphQL.</summary>
public sealed class GraphQLProtocolTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Body = """{"query":"{ __typename }"}""";

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Another_media_type_is_refused(string contentType)
    {
        var response = await PostAsync(Encoding.UTF8.GetBytes(Body), ("Content-Type", contentType));

        await response.ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task A_body_without_a_media_type_is_refused() =>
        await (await PostAsync(Encoding.UTF8.GetBytes(Body))).ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");

    [Theory]
    [InlineData("GET", "text/plain")]
    [InlineData("POST", "text/plain")]
    [InlineData("POST", "text/html")]
    [InlineData("POST", "application/json; charset=utf-16")]
    public async Task A_client_that_accepts_nothing_we_have_is_refused(string method, string accept)
    {
        var content = method == "POST" ? Json(Body) : null;
        var response = await server.Client.SendAsync(new HttpMethod(method), "/graphql?query={__typename}", content, ("Accept", accept));

        await response.ExpectProblemAsync(HttpStatusCode.NotAcceptable, "NOT_ACCEPTABLE");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    public async Task Another_method_is_refused(string method)
    {
        var response = await server.Client.SendAsync(new HttpMethod(method), "/graphql");

        await response.ExpectProblemAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("", "INVALID_JSON")]
    [InlineData("{", "INVALID_JSON")]
    [InlineData("{} {}", "INVALID_JSON")]
    [InlineData("null", "INVALID_REQUEST")]
    [InlineData("[]", "INVALID_REQUEST")]
    [InlineData("{\"query\":1}", "INVALID_REQUEST")]
    public async Task A_malformed_body_is_refused(string body, string code) =>
        await (await PostJsonAsync(Encoding.UTF8.GetBytes(body))).ExpectProblemAsync(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused() =>
        await (await PostJsonAsync([0x7b, 0xff, 0x7d])).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_JSON");

    [Fact]
    public async Task A_body_nested_without_end_is_refused() =>
        await (await PostJsonAsync(Encoding.ASCII.GetBytes(new string('[', 1_000_000)))).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_JSON");

    [Theory]
    [InlineData("")]
    [InlineData("?variables={}")]
    [InlineData("?query={a}&query={b}")]
    public async Task A_malformed_address_is_refused(string query) =>
        await (await server.Client.SendAsync(HttpMethod.Get, "/graphql" + query, ("Accept", "application/json"))).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST");

    [Fact]
    public async Task A_body_over_the_limit_is_refused() =>
        await (await PostJsonAsync(Padded(1024 * 1024 + 1))).ExpectProblemAsync(HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");

    [Fact]
    public async Task A_body_at_the_limit_is_read()
    {
        // Padded with blanks inside an array: refused for its shape, so it was read to the end.
        await (await PostJsonAsync(Padded(1024 * 1024))).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST");
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_refused()
    {
        var content = new StreamContent(new MemoryStream(Padded(2 * 1024 * 1024))) { Headers = { ContentType = new("application/json") } };
        var response = await server.Client.SendAsync(HttpMethod.Post, "/graphql", content, ("Transfer-Encoding", "chunked"));

        await response.ExpectProblemAsync(HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("GZIP")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_inflated(string encoding)
    {
        var response = await PostJsonAsync(Compress(encoding, "[1]"u8), ("Content-Encoding", encoding));

        Assert.StartsWith("The body is an array. Send each request by itself", await response.ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_small_body_that_inflates_over_the_limit_is_refused(string encoding)
    {
        var bomb = Compress(encoding, new byte[16 * 1024 * 1024]);
        Assert.InRange(bomb.Length, 1, 100_000);

        var response = await PostJsonAsync(bomb, ("Content-Encoding", encoding));

        await response.ExpectProblemAsync(HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_is_not_what_its_encoding_says_is_refused(string encoding) =>
        await (await PostJsonAsync(Encoding.UTF8.GetBytes(Body), ("Content-Encoding", encoding))).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_BODY");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_body_that_ends_early_is_refused(string encoding)
    {
        var response = await PostJsonAsync(Compress(encoding, Encoding.UTF8.GetBytes(Body))[..20], ("Content-Encoding", encoding));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("compress")]
    public async Task Another_content_encoding_is_refused(string encoding) =>
        await (await PostJsonAsync(Encoding.UTF8.GetBytes(Body), ("Content-Encoding", encoding))).ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");

    [Fact]
    public async Task A_body_that_never_comes_is_given_up()
    {
        var answer = await server.Server.SendRawAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"REQUEST_TIMEOUT\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /graphql?query={a} HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /graphql?query={a} HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task What_is_not_HTTP_is_refused(string request) =>
        Assert.StartsWith("HTTP/1.1 400 ", await server.Server.SendRawAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task A_host_that_is_none_is_refused()
    {
        var answer = await server.Server.SendRawAsync("GET /graphql?query={a} HTTP/1.1\r\nHost: user@localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_page_of_any_site_may_ask(string method)
    {
        var preflight = await server.Client.SendAsync(HttpMethod.Options, "/graphql", ("Origin", "http://localhost:3000"), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "content-type"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(["*"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("content-type", string.Join(',', preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_of_any_site_may_read_why_it_was_refused()
    {
        var response = await server.Client.SendAsync(HttpMethod.Post, "/graphql", Json("{"), ("Origin", "http://localhost:3000"));

        await response.ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_JSON");
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private static StringContent Json(string body) => new(body, new MediaTypeHeaderValue("application/json"));

    private static byte[] Padded(int length) => [(byte)'[', .. Enumerable.Repeat((byte)' ', length - 2), (byte)']'];

    private static byte[] Compress(string encoding, ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream();
        using (Stream stream = encoding.ToLowerInvariant() switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true),
            "br" => new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true),
            "deflate" => new ZLibStream(output, CompressionLevel.SmallestSize, leaveOpen: true),
            _ => new BufferedStream(output),
        })
        {
            stream.Write(data);
            stream.Flush();
            if (stream is BufferedStream)
                return output.ToArray();
        }

        return output.ToArray();
    }

    private Task<HttpResponseMessage> PostJsonAsync(byte[] body, params (string, string)[] headers) =>
        PostAsync(body, [("Content-Type", "application/json"), .. headers]);

    private Task<HttpResponseMessage> PostAsync(byte[] body, params (string, string)[] headers) =>
        server.Client.SendAsync(HttpMethod.Post, "/graphql", new ByteArrayContent(body), headers);
}
