using System.Text;
using System.Text.Json;
using ContentApi.Server.Errors;
using ContentApi.Server.Requests;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ContentApi.Server.Tests.Requests;

public sealed class GraphQLRequestParserTests
{
    [Fact]
    public void A_body_gives_its_parameters()
    {
        var request = FromJson("""{"query":"query A { a }","operationName":"A","variables":{"x":[1]},"extensions":{"y":1},"unknown":[{}]}""");

        Assert.Equal("query A { a }", request.Query);
        Assert.Equal("A", request.OperationName);
        Assert.Equal("""{"x":[1]}""", request.Variables.GetRawText());
    }

    [Theory]
    [InlineData("""{"query":"{ a }"}""")]
    [InlineData("""{"query":"{ a }","operationName":null,"variables":null,"extensions":null}""")]
    public void Optional_parameters_may_be_null_or_missing(string body)
    {
        var request = FromJson(body);

        Assert.Null(request.OperationName);
        Assert.Equal(JsonValueKind.Undefined, request.Variables.ValueKind);
    }

    [Theory]
    [InlineData("""{"explain":true}""", true)]
    [InlineData("""{"explain":false}""", false)]
    [InlineData("""{"explain":null,"other":1}""", false)]
    public void An_explanation_is_asked_for_among_the_extensions(string extensions, bool expected)
    {
        Assert.Equal(expected, FromJson($$"""{"query":"{ a }","extensions":{{extensions}}}""").Explain);
        Assert.Equal(expected, FromQuery($"?query={{a}}&extensions={Uri.EscapeDataString(extensions)}").Explain);
    }

    [Theory]
    [InlineData("null", "The body must be a JSON object.")]
    [InlineData("\"{ a }\"", "The body must be a JSON object.")]
    [InlineData("{}", "There is no 'query', nor a 'documentId' or 'extensions.persistedQuery' to name one.")]
    [InlineData("""{"qeury":"{ a }"}""", "There is no 'query', nor a 'documentId' or 'extensions.persistedQuery' to name one.")]
    [InlineData("""{"Query":"{ a }"}""", "There is no 'query', nor a 'documentId' or 'extensions.persistedQuery' to name one.")]
    [InlineData("""{"query":null}""", "There is no 'query', nor a 'documentId' or 'extensions.persistedQuery' to name one.")]
    [InlineData("""{"query":0}""", "'query' must be a string.")]
    [InlineData("""{"query":["{ a }"]}""", "'query' must be a string.")]
    [InlineData("""{"query":"\ud800"}""", "'query' holds half a surrogate pair.")]
    [InlineData("""{"query":"{ a }","operationName":{}}""", "'operationName' must be a string.")]
    [InlineData("""{"query":"{ a }","operationName":"\udc00"}""", "'operationName' holds half a surrogate pair.")]
    [InlineData("""{"query":"{ a }","variables":"{}"}""", "'variables' must be an object or null.")]
    [InlineData("""{"query":"{ a }","variables":[]}""", "'variables' must be an object or null.")]
    [InlineData("""{"query":"{ a }","extensions":false}""", "'extensions' must be an object or null.")]
    [InlineData("""{"query":"{ a }","extensions":{"explain":"yes"}}""", "'extensions.explain' must be true or false.")]
    public void Parameters_of_a_wrong_type_are_refused(string body, string detail) =>
        Assert.Equal(Problem.InvalidRequest with { Detail = detail }, Refusal(() => FromJson(body)));

    [Fact]
    public void An_array_gives_its_requests()
    {
        var requests = FromArray("""[{"query":"{ a }","variables":{"x":1}},{"documentId":"b"}]""", maximum: 2);

        Assert.Equal(["{ a }", null], requests.Select(request => request.Query));
        Assert.Equal([null, "b"], requests.Select(request => request.DocumentId));
        Assert.Equal("""{"x":1}""", requests[0].Variables.GetRawText());
    }

    [Theory]
    [InlineData("[]", 0, "INVALID_REQUEST", "The body is an array. Send each request by itself, or have the server started with 'serve --max-batch-size'.")]
    [InlineData("""[{"query":"{ a }"}]""", 0, "INVALID_REQUEST", "The body is an array. Send each request by itself, or have the server started with 'serve --max-batch-size'.")]
    [InlineData("[]", 2, "INVALID_REQUEST", "The body is an array of no requests.")]
    [InlineData("""[{"query":"{ a }"},{"query":"{ a }"},{"query":"{ a }"}]""", 2, "BATCH_TOO_LARGE", "The body is an array of 3 requests; at most 2 are answered together.")]
    [InlineData("""[{"query":"{ a }"},null]""", 2, "INVALID_REQUEST", "Request 2 of the array: It must be a JSON object.")]
    [InlineData("""[[{"query":"{ a }"}]]""", 2, "INVALID_REQUEST", "Request 1 of the array: It must be a JSON object.")]
    [InlineData("""[{"query":"{ a }"},{"query":1}]""", 2, "INVALID_REQUEST", "Request 2 of the array: 'query' must be a string.")]
    public void An_array_that_is_not_answered_is_refused(string body, int maximum, string code, string detail)
    {
        var problem = Refusal(() => FromArray(body, maximum));

        Assert.Equal((400, code, detail), (problem.Status, problem.Code, problem.Detail));
    }

    [Theory]
    [InlineData("", "The body is not valid JSON, or is nested more than 64 deep, at line 1, byte 1.")]
    [InlineData("{\n\"query\": }", "The body is not valid JSON, or is nested more than 64 deep, at line 2, byte 10.")]
    [InlineData("""{"query":"{ a }"} {}""", "The body is not valid JSON, or is nested more than 64 deep, at line 1, byte 19.")]
    [InlineData("""{"query":"{ a }",}""", "The body is not valid JSON, or is nested more than 64 deep, at line 1, byte 18.")]
    [InlineData("""{"query":"a","variables":{"x":NaN}}""", "The body is not valid JSON, or is nested more than 64 deep, at line 1, byte 31.")]
    [InlineData("""{"query":"a","query":"b"}""", "The body has the same key twice in one object, or a key with half a surrogate pair.")]
    [InlineData("""{"query":"a","variables":{"x":1,"\u0078":2}}""", "The body has the same key twice in one object, or a key with half a surrogate pair.")]
    [InlineData("""{"query":"a","\ud800":1}""", "The body has the same key twice in one object, or a key with half a surrogate pair.")]
    public void A_body_that_is_no_JSON_is_refused(string body, string detail) =>
        Assert.Equal(Problem.InvalidJson with { Detail = detail }, Refusal(() => FromJson(body)));

    [Fact]
    public void A_body_in_another_encoding_is_refused() =>
        Assert.Equal(Problem.InvalidJson with { Detail = "The body is not UTF-8." }, Refusal(() => GraphQLRequestParser.FromJson(Encoding.Latin1.GetBytes("""{"query":"{ ä }"}"""))));

    [Fact]
    public void Nesting_is_accepted_up_to_the_limit_and_refused_beyond()
    {
        static string Nested(int depth) => "{\"query\":\"{ a }\",\"extensions\":{\"a\":" + new string('[', depth - 2) + new string(']', depth - 2) + "}}";

        Assert.Equal("{ a }", FromJson(Nested(GraphQLRequestParser.MaxDepth)).Query);
        Assert.Equal("INVALID_JSON", Refusal(() => FromJson(Nested(GraphQLRequestParser.MaxDepth + 1))).Code);
        Assert.Equal("INVALID_JSON", Refusal(() => FromJson(new string('[', 1_000_000))).Code);
    }

    [Fact]
    public void An_address_gives_its_parameters()
    {
        var request = FromQuery("?query=query+A%7Ba%7D&operationName=A&variables=%7B%22x%22%3A%22%E4%BD%A0%22%7D&extensions={}&other=1");

        Assert.Equal("query A{a}", request.Query);
        Assert.Equal("A", request.OperationName);
        Assert.Equal("你", request.Variables.GetProperty("x").GetString());
    }

    [Theory]
    [InlineData("?query={a}")]
    [InlineData("?query={a}&operationName=&variables=&extensions=")]
    [InlineData("?query={a}&variables=null&extensions=null")]
    public void Optional_parameters_of_an_address_may_be_empty(string address)
    {
        var request = FromQuery(address);

        Assert.Null(request.OperationName);
        Assert.Equal(JsonValueKind.Undefined, request.Variables.ValueKind);
    }

    [Theory]
    [InlineData("", "INVALID_REQUEST")]
    [InlineData("?variables={}", "INVALID_REQUEST")]
    [InlineData("?query={a}&query={b}", "INVALID_REQUEST")]
    [InlineData("?query={a}&variables={}&variables={}", "INVALID_REQUEST")]
    [InlineData("?query={a}&variables=[]", "INVALID_REQUEST")]
    [InlineData("?query={a}&extensions=1", "INVALID_REQUEST")]
    [InlineData("?query={a}&variables={", "INVALID_JSON")]
    [InlineData("?query={a}&variables=%FF", "INVALID_JSON")]
    public void A_wrong_address_is_refused(string address, string code) => Assert.Equal(code, Refusal(() => FromQuery(address)).Code);

    [Fact]
    public void No_bytes_end_in_another_error()
    {
        // Pieces of requests in any order come nearer to the edges than random bytes do.
        string[] words = ["{", "}", "[", "]", ":", ",", "\"query\"", "\"variables\"", "\"{ a }\"", "null", "1e999", "\"\\ud800\"", "\"\\u0000\"", "\u00ff"];
        var piece = Gen.Int[0, words.Length - 1].Select(i => Encoding.Latin1.GetBytes(words[i]));
        piece.Array[0, 30].Sample(pieces =>
        {
            byte[] body = [.. pieces.SelectMany(bytes => bytes)];
            try
            {
                GraphQLRequestParser.FromJson(body);
            }
            catch (ProblemException e)
            {
                Assert.Equal(400, e.Problem.Status);
            }
        });
    }

    private static ContentApi.Server.Documents.IncomingRequest FromJson(string body) => GraphQLRequestParser.FromJson(Encoding.UTF8.GetBytes(body));

    private static ContentApi.Server.Documents.IncomingRequest FromQuery(string address) => GraphQLRequestParser.FromQuery(new QueryCollection(QueryHelpers.ParseQuery(address)));

    private static IReadOnlyList<ContentApi.Server.Documents.IncomingRequest> FromArray(string body, int maximum) => GraphQLRequestParser.FromArray(FromJson(body).Batch, maximum);

    private static Problem Refusal(Action parse) => Assert.Throws<ProblemException>(parse).Problem;
}
