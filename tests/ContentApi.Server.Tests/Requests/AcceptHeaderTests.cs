using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Tests.Requests;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("APPLICATION/JSON", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("application/json; charset=\"UTF-8\"", "application/json")]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/json")]
    [InlineData("application/graphql-response+json,application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "application/json")]
    [InlineData("application/graphql-response+json, */*;q=0.1", "application/graphql-response+json")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    [InlineData("*/*;q=0.1, application/graphql-response+json;q=0", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", "text/html")]
    [InlineData("text/html;q=0.8, application/json", "application/json")]
    [InlineData("text/html", "text/html")]
    [InlineData("text/event-stream, application/json", "application/json")]
    [InlineData("nonsense, application/json", "application/json")]
    public void The_best_offer_is_chosen(string? accept, string expected) => Assert.Equal(expected, Choose(accept));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("image/*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("*/*;q=0")]
    [InlineData("nonsense")]
    [InlineData(";;,/")]
    public void Nothing_is_chosen_when_nothing_is_accepted(string accept) => Assert.Null(Choose(accept));

    [Fact]
    public void Several_headers_count_as_one()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = new(["text/plain", "application/graphql-response+json"]);

        Assert.Equal(MediaType.GraphQLResponse, AcceptHeader.Choose(request, MediaType.Json, MediaType.GraphQLResponse));
    }

    private static string? Choose(string? accept)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;
        return AcceptHeader.Choose(request, MediaType.Json, MediaType.GraphQLResponse, MediaType.Html);
    }
}
