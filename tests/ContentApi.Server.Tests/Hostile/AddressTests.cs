namespace ContentApi.Server.Tests.Hostile;

/// <summary>Addresses and headers that no good client sends.</summary>
public sealed class AddressTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const string Good = "/graphql?query={site{title}}";

    private static readonly string[] Escapes = ["%", "%z", "%zz", "%00", "%0d%0a", "%ff", "%c0%80", "%ed%a0%80", "%u0041", "%25", "+", "&", "=", ";", "%2e%2e%2f", "..%5c", "%7b"];

    private static readonly string[] Frames =
    [
        "/graphql?query={0}", "/graphql?query={{site{{title}}}}{0}", "/graphql?{0}=1&query={{site{{title}}}}", "/graphql?query={{site{{title}}}}&variables={0}", "/graphql?query={{site{{title}}}}&variables=%7b%22a%22:%22{0}%22%7d", "/graphql?query={{site{{title}}}}&operationName={0}",
        "/graphql?query={{site{{title}}}}&extensions={0}", "/graphql?documentId={0}", "/graphql?id={0}", "/graphql/persisted/{0}", "/graphql/persisted/x{0}/y{0}?variables={0}", "/graphql{0}", "/images/{0}/{0}", "/images/00000000000000000000000000000000/a{0}", "/assets/{0}", "/ide/{0}", "/health/{0}", "/x{0}",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", string.Join(',', Enumerable.Repeat("application/json;q=0.1", 1_000))), ("Accept", "application/json;q=2"), ("Accept", ",,,;;;"), ("Accept", $"application/json;{new string('x', 20_000)}"), ("Accept", "application/json;charset=\"utf-8"), ("Accept", new string('*', 20_000)),
        ("Accept-Encoding", string.Join(',', Enumerable.Repeat("gzip;q=0.5", 2_000))), ("Accept-Encoding", "gzip;q=x"), ("Accept-Encoding", "identity;q=0, *;q=0"),
        ("If-None-Match", string.Join(',', Enumerable.Repeat("\"x\"", 5_000))), ("If-None-Match", "\"x"), ("If-None-Match", "W/"), ("If-None-Match", new string('"', 20_000)), ("If-Modified-Since", "yesterday"), ("If-Match", "\"x\""), ("Range", "bytes=9999999999999999999-"), ("Range", $"bytes={string.Join(',', Enumerable.Repeat("0-1", 2_000))}"),
        ("GraphQL-Cost", "free"), ("GraphQL-Cost", "report, report"), ("GraphQL-Cost", new string('x', 20_000)), ("GraphQL-Cost", "REPORT "),
        ("Authorization", "Bearer"), ("Authorization", $"Bearer {new string('a', 20_000)}"), ("Authorization", "Basic eDp4"), ("Authorization", "Bearer ' or 1=1 --"),
        ("Origin", "null"), ("Origin", new string('x', 20_000)), ("Host", "a@b"), ("Host", "[::1"), ("Host", "a:99999"), ("Host", new string('h', 20_000)), ("X-Forwarded-For", new string(',', 20_000)), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "for=\"_x\""), ("Cookie", new string('c', 20_000)), ("X-HTTP-Method-Override", "DELETE"), ("Expect", "100-continue"),
    ];

    [Fact]
    public Task Whatever_stands_in_the_address_is_answered() =>
        site.AttackAsync(
            from frame in Frames
            from escape in Escapes.Append(new string('x', 4_000))
            let address = string.Format(null, frame, escape)
            select HostileRequest.Get(address, address, ("Accept", "application/json")));

    [Fact]
    public Task Whatever_stands_in_a_header_is_answered() =>
        site.AttackAsync(Headers.SelectMany(header => new[]
        {
            HostileRequest.Get($"GET {header.Name}: {header.Value}", Good, header),
            HostileRequest.Post($"POST {header.Name}: {header.Value}", Bodies.Small, header),
        }));
}
